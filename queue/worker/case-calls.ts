import { z } from 'zod';
import { OUTCOME_CODES } from '../../domain/codes.ts';
import { SUBMISSION_KINDS } from '../../domain/kinds/kinds.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import {
  CASE_FAULTS,
  type CaseFault,
  type CaseList,
  type CasesPort,
  type StationCase,
} from '../../domain/terminal/ports/cases.ts';
import { CASE_ACTIONS, CASE_STATES, CASE_WAYS } from '../../domain/work-day/cases.ts';

/** What main asks about a station's cases, parsed at both ends. */
const id = z.number().int().positive();
const by = z.strictObject({ staffId: z.string().min(1).max(32) });
const ticket = z.string().max(16).nullable();
export const caseCallSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('list') }),
  z.strictObject({ do: z.literal('take'), id, way: z.enum(CASE_WAYS), by }),
  z.strictObject({ do: z.literal('note'), id, action: z.enum(CASE_ACTIONS), by }),
  z.strictObject({ do: z.literal('calling'), ticket }),
]);
export type CaseCall = z.infer<typeof caseCallSchema>;

export const caseAnswerSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    code: z.enum(CASE_FAULTS),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
]);
export type CaseAnswer = z.infer<typeof caseAnswerSchema>;

const caseSchema: z.ZodType<StationCase> = z.strictObject({
  id,
  dayNumber: id,
  ticket,
  kinds: z.array(z.enum(SUBMISSION_KINDS)),
  state: z.enum(CASE_STATES),
  reason: z.enum(OUTCOME_CODES).nullable(),
  until: z.string().nullable(),
  reference: z.string().nullable(),
  openedAt: z.string(),
  endedAt: z.string().nullable(),
  staffId: z.string().nullable(),
  noted: z.strictObject({ action: z.enum(CASE_ACTIONS), by: z.string(), at: z.string() }).nullable(),
  today: z.boolean(),
  needsSomebody: z.boolean(),
});
const listSchema: z.ZodType<CaseList> = z.strictObject({ cases: z.array(caseSchema), lost: z.boolean() });

/** In the thread. */
export function askCaseDesk(desk: CasesPort, call: CaseCall): Promise<Result<unknown, Failure<CaseFault>>> {
  switch (call.do) {
    case 'list':
      return desk.list();
    case 'take':
      return desk.take(call.id, call.way, call.by);
    case 'note':
      return desk.note(call.id, call.action, call.by);
    case 'calling':
      desk.calling(call.ticket);
      return Promise.resolve(ok(null));
  }
}

/** In main. While the thread is gone there is no list. */
export function casesOver(ask: (call: CaseCall) => Promise<CaseAnswer | null>): CasesPort {
  async function answerTo<T>(call: CaseCall, value: z.ZodType<T>): Promise<Result<T, Failure<CaseFault>>> {
    const answer = await ask(call);
    if (answer === null) return fail('unavailable');
    return answer.ok ? ok(value.parse(answer.value)) : fail(answer.code);
  }
  return {
    list: () => answerTo({ do: 'list' }, listSchema),
    take: (one, way, { staffId }) => answerTo({ do: 'take', id: one, way, by: { staffId } }, caseSchema),
    note: (one, action, { staffId }) =>
      answerTo({ do: 'note', id: one, action, by: { staffId } }, caseSchema),
    calling: (called) => void ask({ do: 'calling', ticket: called }),
  };
}
