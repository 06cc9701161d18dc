import { z } from 'zod';
import { STAFF_CHANGE_REFUSALS, STAFF_REFUSALS } from '../../domain/codes.ts';
import { STAFF_ROLES } from '../../domain/identity/staff.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { PinTry, StaffDesk } from '../staff/staff-desk.ts';

/** What main asks the staff desk: digests and numbers, never a badge or a PIN. */
const staffId = z.string().max(32);
export const staffCallSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('begin'), badgeDigest: z.string().max(64) }),
  z.strictObject({ do: z.literal('settle'), staffId, right: z.boolean() }),
  z.strictObject({ do: z.literal('holderOf'), badgeDigest: z.string().max(64) }),
  z.strictObject({ do: z.literal('people') }),
  z.strictObject({ do: z.literal('unlock'), staffId, by: staffId }),
  z.strictObject({ do: z.literal('blockBadge'), staffId, by: staffId }),
  z.strictObject({ do: z.literal('keepPin'), staffId, hash: z.string().max(200) }),
]);
export type StaffCall = z.infer<typeof staffCallSchema>;

const failureSchema = z.strictObject({
  ok: z.literal(false),
  code: z.enum([...STAFF_REFUSALS, ...STAFF_CHANGE_REFUSALS]),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export const staffAnswerSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  failureSchema,
]);
export type StaffAnswer = z.infer<typeof staffAnswerSchema>;

const pinTrySchema = z.strictObject({ staffId, pinHash: z.string() });
const memberSchema = z.strictObject({
  staffId,
  role: z.enum(STAFF_ROLES),
  identityTrainedOn: z.string().nullable(),
  identityTrainedUntil: z.exactOptional(z.string().nullable()),
  mustChangePin: z.exactOptional(z.literal(true)),
});
const peopleSchema = z.array(
  z.strictObject({
    staffId,
    role: z.enum(STAFF_ROLES),
    standing: z.enum(['active', 'inactive', 'locked', 'badge-blocked']),
  }),
);

/** In the thread. */
export async function askDesk(desk: StaffDesk, call: StaffCall): Promise<Result<unknown, Failure<string>>> {
  switch (call.do) {
    case 'begin':
      return desk.begin(call.badgeDigest);
    case 'settle':
      return desk.settle(call.staffId, call.right);
    case 'holderOf':
      return ok(await desk.holderOf(call.badgeDigest));
    case 'people':
      return ok(await desk.people());
    case 'unlock':
      return desk.unlock(call.staffId, call.by);
    case 'blockBadge':
      return desk.blockBadge(call.staffId, call.by);
    case 'keepPin':
      return desk.keepPin(call.staffId, call.hash);
  }
}

/** In main: the desk as it is there. While the thread is gone nobody signs in. */
export function deskOver(ask: (call: StaffCall) => Promise<StaffAnswer | null>): StaffDesk {
  async function answerTo<T, const Codes extends readonly string[]>(
    call: StaffCall,
    value: z.ZodType<T>,
    codes: Codes,
    otherwise: Codes[number],
  ): Promise<Result<T, Failure<Codes[number]>>> {
    const answer = await ask(call);
    if (answer === null) return fail(otherwise);
    if (answer.ok) return ok(value.parse(answer.value));
    const code = codes.find((one) => one === answer.code) ?? otherwise;
    return answer.params === undefined ? fail(code) : fail(code, answer.params);
  }

  const nothing = z.null();
  const refused = <T>(call: StaffCall, value: z.ZodType<T>) =>
    answerTo(call, value, STAFF_REFUSALS, 'list-not-available');
  const unchanged = (call: StaffCall) => answerTo(call, nothing, STAFF_CHANGE_REFUSALS, 'not-saved');

  return {
    begin: (badgeDigest): Promise<Result<PinTry, Failure<(typeof STAFF_REFUSALS)[number]>>> =>
      refused({ do: 'begin', badgeDigest }, pinTrySchema),
    settle: (id, right) => refused({ do: 'settle', staffId: id, right }, memberSchema),
    async holderOf(badgeDigest) {
      const holder = await refused({ do: 'holderOf', badgeDigest }, staffId.nullable());
      return holder.ok ? holder.value : null;
    },
    async people() {
      const people = await refused({ do: 'people' }, peopleSchema);
      return people.ok ? people.value : [];
    },
    unlock: (id, by) => unchanged({ do: 'unlock', staffId: id, by }),
    blockBadge: (id, by) => unchanged({ do: 'blockBadge', staffId: id, by }),
    async keepPin(id, hash) {
      const kept = await unchanged({ do: 'keepPin', staffId: id, hash });
      return kept.ok ? kept : fail('not-saved');
    },
  };
}
