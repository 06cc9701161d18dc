import { expect } from 'vitest';
import { type BatchResponse, batchResponseSchema } from '../../domain/wire/batch.ts';
import { type Outcome, problemSchema, submissionResponseSchema } from '../../domain/wire/contract.ts';
import { type OutcomesPage, outcomesPageSchema, outcomesResponseSchema } from '../../domain/wire/outcomes.ts';
import { verifyUnder } from '../../domain/wire/signing.ts';
import type { Answer, TestGateway } from './gateway.ts';

/** The outcome in the answer to one submission; fails unless it was taken. */
export function outcomeIn(answer: Answer): Outcome | null {
  expect(answer.status).toBe(201);
  return submissionResponseSchema.parse(answer.json).outcome;
}

export function expectProblem(answer: Answer, status: number, code: string): void {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = problemSchema.parse(answer.json);
  expect({ status: answer.status, code: problem.code, inside: problem.status }).toEqual({
    status,
    code,
    inside: status,
  });
}

/** The answer to a batch, each result in a few words: the outcome's state, or status and code of the refusal. */
export function batchIn(answer: Answer): { readonly words: string[]; readonly batch: BatchResponse } {
  expect(answer.status).toBe(200);
  const batch = batchResponseSchema.parse(answer.json);
  const words = batch.results.map((result) =>
    result.taken ? (result.response.outcome?.state ?? 'waiting') : `${String(result.status)} ${result.code}`,
  );
  return { words, batch };
}

/** The regular terminal's outcomes after a cursor; fails unless the page is signed by the gateway. */
export async function outcomesAfter(
  gateway: TestGateway,
  after: number,
  limit?: number,
): Promise<OutcomesPage> {
  const query = `after=${String(after)}${limit === undefined ? '' : `&limit=${String(limit)}`}`;
  const answer = await gateway.call('GET', `/v1/outcomes?${query}`);
  expect(answer.status).toBe(200);
  const { page } = outcomesResponseSchema.parse(answer.json);
  const { keys } = gateway.terminal;
  const verified = await verifyUnder(
    page,
    keys,
    'receipt',
    outcomesPageSchema,
    (content) => content.issuedAt,
  );
  if (!verified.ok) throw new Error(`outcomes: ${verified.code}`);
  expect(verified.value.terminalId).toBe(gateway.terminal.enrolment.terminalId);
  return verified.value;
}
