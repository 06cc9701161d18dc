import { type Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { DELAYS } from './delays.ts';
import { isForeignAnswer } from './exchange/foreign-answer.ts';
import { closeIdle, connectVerdict, createAgent } from './exchange/route.ts';

/**
 * HTTP by Node's own modules: they are in every runtime the terminal has (undici 7 asks for a newer Node than the
 * oldest Electron carries), follow no redirect and answer nothing from a cache.
 */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below the gateway's address, e.g. `/v1/health`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text goes as JSON, bytes as `application/octet-stream`. */
  readonly body?: string | Uint8Array;
  /** Ends the exchange: a deadline or a stop. */
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** Media type without parameters, in small letters; empty when there is none. */
  readonly mediaType: string;
  readonly retryAfter: string | undefined;
  readonly date: string | undefined;
  /** At most MOST_ANSWER_BYTES; a longer answer is none of ours. */
  readonly body: string;
}

export type Answer = Result<HttpAnswer, Failure<'no-network' | 'not-the-platform'>>;

export interface HttpClient {
  send(request: HttpRequest): Promise<Answer>;
  close(): void;
}

export interface HttpClientOptions {
  /** Address of an HTTP proxy, `http://proxy.example:3128`, with user and password where it wants them; null: none. */
  readonly proxy?: string | null;
  /** PEM of the only authorities whose certificates count; without it those that Node ships with. */
  readonly ca?: string;
  /** Milliseconds after which a connection nobody uses is closed. */
  readonly idle?: number;
}

const MOST_ANSWER_BYTES = 256 * 1024;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The gateway's address is https, or http on this machine only. */
export function isAllowedAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
}

/** A proxy is reached by http or https; what goes through it to the gateway is https all the same. */
export function isAllowedProxy(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}

/** @throws RangeError for an address that `isAllowedAddress` or a proxy that `isAllowedProxy` refuses */
export function createHttpClient(address: string, options: HttpClientOptions = {}): HttpClient {
  if (!isAllowedAddress(address)) throw new RangeError('gateway address must be https, or http on loopback');
  const proxy = options.proxy ?? null;
  if (proxy !== null && !isAllowedProxy(proxy)) throw new RangeError('proxy address must be http or https');
  const base = new URL(address);
  const prefix = base.pathname.replace(/\/+$/, '');
  const secure = base.protocol === 'https:';
  const closing = new AbortController();
  const agent: HttpAgent = createAgent({
    ...{ secure, proxy, closing: closing.signal },
    idle: options.idle ?? DELAYS.idleConnection,
  });
  // Of the request and not of the agent: a tunnel's agent forgets its own options.
  const trusted = options.ca === undefined ? {} : { ca: options.ca };
  const open = secure ? httpsRequest : httpRequest;

  return {
    async send({ method, path, headers, body, signal }) {
      const answer = await new Promise<Answer>((resolve) => {
        const outgoing = open(
          new URL(`${prefix}${path}`, base),
          {
            method,
            agent,
            signal,
            ...trusted,
            headers: {
              accept: 'application/json, application/problem+json',
              ...bodyHeaders(body),
              ...headers,
            },
          },
          (incoming) => {
            void readAnswer(incoming).then(resolve, () => resolve(fail('no-network')));
          },
        );
        outgoing.on('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
          const refused = connectVerdict(statusCode);
          if (refused === null) return;
          // What a proxy answers to CONNECT was not said by the platform and must not be read as if it were.
          resolve(fail(refused));
          outgoing.destroy();
        });
        outgoing.on('error', (error) =>
          resolve(fail(isForeignAnswer(error) ? 'not-the-platform' : 'no-network')),
        );
        // A request that has no connection yet, since the proxy is silent, says nothing when it is ended.
        signal.addEventListener('abort', () => resolve(fail('no-network')), { once: true });
        outgoing.end(body);
      });
      if (!answer.ok && answer.code === 'no-network') closeIdle(agent);
      return answer;
    },
    close() {
      agent.destroy();
      closing.abort();
    },
  };
}

function bodyHeaders(body: string | Uint8Array | undefined): Record<string, string | number> {
  if (body === undefined) return {};
  const bytes = typeof body === 'string' ? Buffer.byteLength(body, 'utf8') : body.byteLength;
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
  return { 'content-type': type, 'content-length': bytes };
}

async function readAnswer(incoming: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let length = 0;
  const stream: AsyncIterable<Buffer> = incoming;
  for await (const bytes of stream) {
    length += bytes.byteLength;
    if (length > MOST_ANSWER_BYTES) {
      incoming.destroy();
      return fail('not-the-platform');
    }
    chunks.push(bytes);
  }
  // A reply that was cut off ends without an error when it had no length.
  if (!incoming.complete) return fail('no-network');
  return ok({
    status: incoming.statusCode ?? 0,
    mediaType: (incoming.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
    retryAfter: incoming.headers['retry-after'],
    date: incoming.headers.date,
    body: Buffer.concat(chunks).toString('utf8'),
  });
}
