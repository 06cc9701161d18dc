import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  correctionRequestSchema,
  correctionResponseSchema,
  enquiryRequestSchema,
  enquiryResponseSchema,
  leftRequestSchema,
  leftResponseSchema,
} from '../../../domain/wire/enquiry.ts';
import {
  employerRulesRequestSchema,
  employerRulesResponseSchema,
} from '../../../domain/wire/employer-rules.ts';
import type { GatewayApp } from '../gateway-app.ts';
import { problemResponses } from '../openapi.ts';
import { sendFailure, sendProblem } from '../problems.ts';
import { BEARER, type TerminalGuard } from '../terminal-guard.ts';
import type { RouteParts } from './parts.ts';

const REFUSALS = [400, 401, 404, 413, 415, 422, 429, 500] as const;

/** What became of a submission, and the content of one that is to be corrected, to who may know. */
export function addEnquiryRoutes(
  app: GatewayApp,
  { enquiries, employerRules }: Pick<RouteParts, 'enquiries' | 'employerRules'>,
  { requireTerminal, terminalOf }: TerminalGuard,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.post(
    '/v1/enquiries',
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'Ask what became of a submission, with the code of its slip or the document',
        description:
          'Its kind and status words only. A reference that is unknown and a code that is wrong look alike. Wrong tries are limited ' +
          'for each terminal and each reference.',
        operationId: 'enquire',
        security: BEARER,
        body: enquiryRequestSchema,
        response: { 200: enquiryResponseSchema, ...problemResponses(REFUSALS) },
      },
    },
    async (request, reply) => {
      const terminalId = terminalOf(request);
      const { proof } = request.body;
      if (proof.by === 'document' && proof.claim.terminalId !== terminalId) {
        return sendProblem(reply, 'terminal-unknown');
      }
      const answer = await enquiries.enquire(terminalId, request.body);
      return answer.ok ? answer.value : sendFailure(reply, answer);
    },
  );

  routes.post(
    '/v1/enquiries/by-document',
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'Ask what became of everything that a member left, with the document alone',
        description:
          'For who has lost the slip: references, kinds and status words, newest first; of somebody who left nothing, ' +
          'none. A document that was read, or a typed number that staff attested. Limited for each terminal.',
        operationId: 'listLeft',
        security: BEARER,
        body: leftRequestSchema,
        response: { 200: leftResponseSchema, ...problemResponses(REFUSALS) },
      },
    },
    async (request, reply) => {
      const terminalId = terminalOf(request);
      const { claim } = request.body;
      if (claim.terminalId !== terminalId) return sendProblem(reply, 'terminal-unknown');
      const answer = await enquiries.listLeft(terminalId, claim);
      return answer.ok ? answer.value : sendFailure(reply, answer);
    },
  );

  routes.post(
    '/v1/enquiries/employer-rules',
    {
      onRequest: requireTerminal,
      schema: {
        summary:
          'Get the rules for voluntary contributions that an employer described, sealed to a key of the session',
        description:
          'The newest accepted description for an employer account in one scheme, so that a remittance can be held ' +
          'against it before it is sent. With a document that was read, or a typed number that staff attested. Limited ' +
          'for each terminal.',
        operationId: 'openEmployerRules',
        security: BEARER,
        body: employerRulesRequestSchema,
        response: { 200: employerRulesResponseSchema, ...problemResponses(REFUSALS) },
      },
    },
    async (request, reply) => {
      const terminalId = terminalOf(request);
      if (request.body.claim.terminalId !== terminalId) return sendProblem(reply, 'terminal-unknown');
      const answer = await employerRules.ask(terminalId, request.body);
      return answer.ok ? answer.value : sendFailure(reply, answer);
    },
  );

  routes.post(
    '/v1/corrections',
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'Get the content of a registration that needs correction, sealed to a key of the session',
        description:
          'Only for the same member, identified again at the assurance of the submission or higher, and only of a ' +
          'registration: any other kind is given anew.',
        operationId: 'openCorrection',
        security: BEARER,
        body: correctionRequestSchema,
        response: { 200: correctionResponseSchema, ...problemResponses(REFUSALS) },
      },
    },
    async (request, reply) => {
      const terminalId = terminalOf(request);
      if (request.body.claim.terminalId !== terminalId) return sendProblem(reply, 'terminal-unknown');
      const answer = await enquiries.correct(terminalId, request.body);
      return answer.ok ? answer.value : sendFailure(reply, answer);
    },
  );
}
