import { z } from 'zod';
import { LOCALES } from '../../domain/locale.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import {
  CALL_FAULTS,
  CALL_STANDINGS,
  CALL_STEPS,
  type CallFault,
  type StaffCallPort,
} from '../../domain/terminal/ports/staff-calls.ts';

/** What main asks about calls for staff, parsed at both ends; in memory only. */
const callId = z.string().max(64);
export const staffCallCallSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('tell'),
    staffCall: z.strictObject({
      callId,
      waitedSeconds: z.number().int().min(0),
      locale: z.enum(LOCALES),
      step: z.enum(CALL_STEPS),
    }),
  }),
  z.strictObject({ do: z.literal('end'), callId }),
  z.strictObject({ do: z.literal('open') }),
  z.strictObject({ do: z.literal('go'), callId, counter: z.string().max(16) }),
]);
export type StaffCallCall = z.infer<typeof staffCallCallSchema>;

export const staffCallAnswerSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), code: z.enum(CALL_FAULTS) }),
]);
export type StaffCallAnswer = z.infer<typeof staffCallAnswerSchema>;

const takenSchema = z.strictObject({ counter: z.string(), here: z.boolean() });
const seenSchema = z.strictObject({
  callId: z.string(),
  terminalId: z.string(),
  waitedSeconds: z.number(),
  locale: z.enum(LOCALES).nullable(),
  step: z.enum(CALL_STEPS),
  going: takenSchema.nullable(),
});

/** In the thread. */
export function askStaffCalls(
  calls: StaffCallPort,
  call: StaffCallCall,
): Promise<Result<unknown, Failure<CallFault>>> {
  switch (call.do) {
    case 'tell':
      return calls.tell(call.staffCall);
    case 'end':
      return calls.end(call.callId);
    case 'open':
      return calls.open();
    case 'go':
      return calls.go(call.callId, call.counter);
  }
}

/** In main. While the thread is gone nobody is told. */
export function staffCallsOver(ask: (call: StaffCallCall) => Promise<StaffCallAnswer | null>): StaffCallPort {
  async function answerTo<T>(
    call: StaffCallCall,
    value: z.ZodType<T>,
  ): Promise<Result<T, Failure<CallFault>>> {
    const answer = await ask(call);
    if (answer === null) return fail('unavailable');
    return answer.ok ? ok(value.parse(answer.value)) : fail(answer.code);
  }
  return {
    tell: (staffCall) => answerTo({ do: 'tell', staffCall: { ...staffCall } }, z.enum(CALL_STANDINGS)),
    end: (id) => answerTo({ do: 'end', callId: id }, z.null()),
    open: () => answerTo({ do: 'open' }, z.array(seenSchema)),
    go: (id, counter) => answerTo({ do: 'go', callId: id, counter }, takenSchema),
  };
}
