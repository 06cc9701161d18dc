import type { z } from 'zod';
import type { Enrolment } from '../../../domain/wire/contract.ts';
import { type Verdict, verdictOf } from './classify.ts';
import type { SyncClock } from '../clock.ts';
import type { Answer, HttpClient, HttpRequest } from '../http-client.ts';
import { retryAfter } from './retry-after.ts';

/** One request of the wire contract. */
export interface Call<T> {
  readonly method: HttpRequest['method'];
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text, or bytes as they are. */
  readonly body?: string | Uint8Array;
  /** What a good answer looks like. */
  readonly schema: z.ZodType<T>;
  /** Milliseconds for the whole exchange; the client's own by default. */
  readonly deadline?: number;
}

interface Answered<T> {
  readonly verdict: Verdict<T>;
  /** How long the platform asks us to wait, in milliseconds; null when it says nothing. */
  readonly wait: number | null;
  /** Milliseconds from the call to the last byte. */
  readonly took: number;
  /** The deadline ended it. */
  readonly late: boolean;
}

/** Requests of this terminal, each answered with what the answer means. Nothing is tried twice here. */
export interface GatewayClient {
  call<T>(request: Call<T>): Promise<Answered<T>>;
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

  function waitOf(answer: Answer): number | null {
    if (!answer.ok) return null;
    return retryAfter(answer.value.retryAfter, answer.value.date, clock.wall, options.retryAfterCap);
  }

  return {
    async call({ method, path, headers, body, schema, deadline }) {
      const late = new AbortController();
      const cancel = clock.after(deadline ?? options.exchange, () => late.abort());
      const started = clock.uptime();
      try {
        const answer = await http.send({
          method,
          path,
          headers: { authorization, ...headers },
          ...(body === undefined ? {} : { body }),
          signal: AbortSignal.any([options.signal, late.signal]),
        });
        return {
          verdict: verdictOf(answer, schema),
          wait: waitOf(answer),
          took: clock.uptime() - started,
          late: late.signal.aborted,
        };
      } finally {
        cancel();
      }
    },
    close: () => http.close(),
  };
}
