import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KnownTerminal, Store } from '../store/store.ts';
import { type GatewayMode, terminalFault } from '../practice/practice.ts';
import { authenticate } from './credentials.ts';
import { sendProblem } from './problems.ts';

/** Says in the OpenAPI document that a route wants a terminal's credential. */
export const BEARER = [{ terminalCredential: [] }];

/** What the OpenAPI document says of a route that wants a terminal's credential. */
export function forTerminals(operationId: string, summary: string, description: string) {
  return { operationId, summary, description, security: BEARER };
}

/** Lets only terminals in, and knows which one a request comes from. */
export interface TerminalGuard {
  /** An `onRequest` hook: before the body is read, so that whoever is not a terminal gets nothing parsed. */
  readonly requireTerminal: (
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<FastifyReply | undefined>;
  /** @throws on a route without the hook */
  readonly terminalOf: (request: FastifyRequest) => string;
}

export function createTerminalGuard(store: Pick<Store, 'findTerminal'>, mode: GatewayMode): TerminalGuard {
  const terminals = new WeakMap<FastifyRequest, KnownTerminal>();
  return {
    requireTerminal: async (request, reply) => {
      const terminal = await authenticate(store, request.headers.authorization);
      if (terminal === null) return sendProblem(reply, 'terminal-unknown');
      const fault = terminalFault(terminal.terminalId, mode);
      if (fault !== null) return sendProblem(reply, fault);
      terminals.set(request, terminal);
      return undefined;
    },
    terminalOf: (request) => {
      const terminal = terminals.get(request);
      if (terminal === undefined) throw new Error('a route that does not ask for the terminal');
      return terminal.terminalId;
    },
  };
}
