import {
  type Enrolment,
  type Envelope,
  type Health,
  healthSchema,
  keysResponseSchema,
} from '../../domain/wire/contract.ts';
import { commonVerdict, parseBody, type Verdict, verdictOf } from './classify.ts';
import type { SyncClock } from './clock.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http-client.ts';
import { type Failure, type Result } from '../../domain/result.ts';
import { retryAfter } from './retry-after.ts';

/** A verdict with how long the platform asks us to wait, in milliseconds; null when it says nothing. */
interface Answered<V> {
  readonly verdict: V;
  readonly wait: number | null;
}

type Common = Extract<Verdict, { kind: 'no-network' | 'not-the-platform' | 'terminal-refused' | 'later' }>;

/** The three requests of the wire contract, each answered with what it means. */
export interface GatewayClient {
  submit(envelope: Envelope, sealed: Uint8Array): Promise<Answered<Verdict>>;
  health(): Promise<Answered<Common | { readonly kind: 'healthy'; readonly health: Health }>>;
  keys(): Promise<Answered<Common | { readonly kind: 'keys'; readonly keyDocument: string }>>;
  close(): void;
}

export interface GatewayClientOptions {
  readonly http: HttpClient;
  readonly credential: Enrolment['credential'];
  readonly clock: SyncClock;
  /** Milliseconds for a whole exchange. */
  readonly exchange: number;
  readonly retryAfterCap: number;
  /** Ends whatever is under way when the agent stops. */
  readonly signal: AbortSignal;
}

export function createGatewayClient(options: GatewayClientOptions): GatewayClient {
  const { http, clock } = options;
  const authorization = `Bearer ${options.credential}`;

  async function exchange(
    request: Omit<HttpRequest, 'signal'>,
  ): Promise<Result<HttpAnswer, Failure<'no-network' | 'not-the-platform'>>> {
    const deadline = new AbortController();
    const cancel = clock.after(options.exchange, () => deadline.abort());
    try {
      return await http.send({
        ...request,
        headers: { authorization, ...request.headers },
        signal: AbortSignal.any([options.signal, deadline.signal]),
      });
    } finally {
      cancel();
    }
  }

  function waitOf(answer: Result<HttpAnswer, Failure<string>>): number | null {
    if (!answer.ok) return null;
    return retryAfter(answer.value.retryAfter, answer.value.date, clock.wall, options.retryAfterCap);
  }

  return {
    async submit(envelope, sealed) {
      const answer = await exchange({
        method: 'POST',
        path: '/v1/submissions',
        headers: { 'idempotency-key': envelope.id },
        body: JSON.stringify({ envelope, sealed: Buffer.from(sealed).toString('base64url') }),
      });
      return { verdict: verdictOf(answer), wait: waitOf(answer) };
    },

    async health() {
      const answer = await exchange({ method: 'GET', path: '/v1/health' });
      const health = answer.ok && answer.value.status === 200 ? parseBody(answer.value, healthSchema) : null;
      const verdict =
        health !== null
          ? { kind: 'healthy' as const, health }
          : (commonVerdict(answer) ?? { kind: 'not-the-platform' as const });
      return { verdict, wait: waitOf(answer) };
    },

    async keys() {
      const answer = await exchange({ method: 'GET', path: '/v1/keys' });
      const body =
        answer.ok && answer.value.status === 200 ? parseBody(answer.value, keysResponseSchema) : null;
      const verdict =
        body !== null
          ? { kind: 'keys' as const, keyDocument: body.keyDocument }
          : (commonVerdict(answer) ?? { kind: 'not-the-platform' as const });
      return { verdict, wait: waitOf(answer) };
    },

    close: () => http.close(),
  };
}
