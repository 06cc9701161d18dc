import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';

/**
 * HTTP by Node's own modules: they are in every runtime the terminal has (undici 7 asks for a newer Node than the
 * oldest Electron carries), follow no redirect and answer nothing from a cache.
 */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Path below the gateway's address, e.g. `/v1/health`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
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

export interface HttpClient {
  send(request: HttpRequest): Promise<Result<HttpAnswer, Failure<'no-network' | 'not-the-platform'>>>;
  close(): void;
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

/** @throws RangeError for an address that `isAllowedAddress` refuses */
export function createHttpClient(address: string): HttpClient {
  if (!isAllowedAddress(address)) throw new RangeError('gateway address must be https, or http on loopback');
  const base = new URL(address);
  const prefix = base.pathname.replace(/\/+$/, '');
  const secure = base.protocol === 'https:';
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const open = secure ? httpsRequest : httpRequest;

  return {
    send({ method, path, headers, body, signal }) {
      return new Promise((resolve) => {
        const bytes = body === undefined ? null : Buffer.from(body, 'utf8');
        const outgoing = open(
          new URL(`${prefix}${path}`, base),
          {
            method,
            agent,
            signal,
            headers: {
              accept: 'application/json, application/problem+json',
              ...(bytes === null
                ? {}
                : { 'content-type': 'application/json', 'content-length': bytes.byteLength }),
              ...headers,
            },
          },
          (incoming) => {
            void readAnswer(incoming).then(resolve, () => resolve(fail('no-network')));
          },
        );
        outgoing.on('error', (error) =>
          resolve(fail(isForeignAnswer(error) ? 'not-the-platform' : 'no-network')),
        );
        outgoing.end(bytes ?? undefined);
      });
    },
    close: () => agent.destroy(),
  };
}

async function readAnswer(
  incoming: IncomingMessage,
): Promise<Result<HttpAnswer, Failure<'no-network' | 'not-the-platform'>>> {
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

/** Something answered that does not speak HTTP, or shows another certificate: by error code, never by message. */
function isForeignAnswer(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    code.startsWith('HPE_') ||
    code.startsWith('CERT_') ||
    code.startsWith('ERR_TLS_') ||
    code.startsWith('ERR_SSL_') ||
    FOREIGN_CERTIFICATES.has(code)
  );
}

const FOREIGN_CERTIFICATES = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);
