import type { FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Failure, Result } from '../../domain/result.ts';
import {
  callEndedSchema,
  callPlaceSchema,
  callTakenSchema,
  callToldSchema,
  goToCallSchema,
  heldCallSchema,
  openCallsSchema,
  tellCallSchema,
} from '../../domain/wire/staff-calls.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { problemResponses } from '../http/openapi.ts';
import { sendFailure } from '../http/problems.ts';
import { forTerminals, type TerminalGuard } from '../http/terminal-guard.ts';
import type { CallRefusal, StaffCalls } from './calls.ts';

/** Calls for staff among the terminals of a place (domain/wire/staff-calls.ts). */
export function addStaffCallRoutes(
  app: GatewayApp,
  { staffCalls }: { readonly staffCalls: StaffCalls },
  { requireTerminal, terminalOf }: TerminalGuard,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const problems = problemResponses([400, 401, 413, 415, 429, 500, 503]);
  const common = { onRequest: requireTerminal };

  routes.post(
    '/v1/staff-calls',
    {
      ...common,
      schema: {
        ...forTerminals(
          'tellStaffCall',
          'Somebody is wanted at this terminal',
          'Repeated for as long as the call stands; one that is not repeated is forgotten. Answers how far it has come. ' +
            'Nobody is named, and nothing leads to a visit.',
        ),
        body: tellCallSchema,
        response: { 200: callToldSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { place, ...call } = request.body;
      return told(reply, await staffCalls.tell(terminalOf(request), place, call), (standing) => ({
        ...{ result: 'told' as const, standing },
      }));
    },
  );

  routes.post(
    '/v1/staff-calls/end',
    {
      ...common,
      schema: {
        ...forTerminals('endStaffCall', 'Nobody is wanted any more', 'However it ended. May be repeated.'),
        body: heldCallSchema,
        response: { 200: callEndedSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { place, callId } = request.body;
      return told(reply, await staffCalls.end(terminalOf(request), place, callId), () => ({
        result: 'ended' as const,
      }));
    },
  );

  routes.post(
    '/v1/staff-calls/open',
    {
      ...common,
      schema: {
        ...forTerminals(
          'openStaffCalls',
          'Who is wanted where at this place',
          "The other terminals' calls. Asked by a terminal with a window of somebody of the staff: what is answered " +
            'counts as shown to them.',
        ),
        body: callPlaceSchema,
        response: { 200: openCallsSchema, ...problems },
      },
    },
    async (request, reply) =>
      told(reply, await staffCalls.open(terminalOf(request), request.body.place), (calls) => ({
        ...{ result: 'calls' as const, calls: [...calls] },
      })),
  );

  routes.post(
    '/v1/staff-calls/go',
    {
      ...common,
      schema: {
        ...forTerminals(
          'goToStaffCall',
          'Somebody is on the way',
          'The first is named to the terminal that calls and to the other counters; whoever comes later is told who.',
        ),
        body: goToCallSchema,
        response: { 200: callTakenSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { place, callId, counter } = request.body;
      return told(reply, await staffCalls.go(terminalOf(request), place, callId, counter), (by) => ({
        ...{ result: 'taken' as const, by },
      }));
    },
  );
}

/** What somebody is told is an answer; who asks too often, or of a gateway that is busy, is refused. */
function told<T, Body>(
  reply: FastifyReply,
  answer: Result<T, Failure<CallRefusal | 'too-many-tries' | 'busy'>>,
  bodyOf: (value: T) => Body,
): Body | { readonly result: 'refused'; readonly why: CallRefusal } | FastifyReply {
  if (answer.ok) return bodyOf(answer.value);
  const { code, params = {} } = answer;
  if (code === 'too-many-tries' || code === 'busy') return sendFailure(reply, { code, params });
  return { result: 'refused', why: code };
}
