import type { z } from 'zod';
import type { EnquiryFault } from '../../../domain/codes.ts';
import { LOCALES } from '../../../domain/locale.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import {
  CALL_FAULTS,
  CALL_STANDINGS,
  CALL_STEPS,
  type CallFault,
  type CallSeen,
  type StaffCallPort,
} from '../../../domain/terminal/ports/staff-calls.ts';
import {
  callEndedSchema,
  callTakenSchema,
  callToldSchema,
  openCallsSchema,
} from '../../../domain/wire/staff-calls.ts';
import type { Ask } from '../enquiries/ask.ts';

interface Refused {
  readonly result: 'refused';
  readonly why: string;
}
type Said<T> = T | Refused;

const PATH = '/v1/staff-calls';

/** A gateway that has no such route, or refuses for a reason of its own, gives no notice: nothing else is to be done. */
function faultOf(code: EnquiryFault): CallFault {
  return code === 'offline' ? code : 'unavailable';
}

function known<T extends string>(words: readonly T[], word: string): T | null {
  return words.find((one) => one === word) ?? null;
}

/**
 * Calls for staff among the terminals of this place, asked of the platform at once or not at all; nothing of it is kept
 * here, and nothing is sent later.
 * @param place its id in the reference data; null: it is nowhere, and there is nobody to tell
 */
export function createStaffCalls({
  ask,
  place,
}: {
  readonly ask: Ask;
  readonly place: string | null;
}): StaffCallPort {
  async function post<Told extends { readonly result: string }>(
    path: string,
    body: object,
    schema: z.ZodType<Told>,
  ): Promise<Result<Exclude<Told, Refused>, Failure<CallFault>>> {
    if (place === null) return fail('no-place');
    const answer = await ask({
      ...{ method: 'POST', path: `${PATH}${path}`, body: JSON.stringify({ place, ...body }), schema },
    });
    if (!answer.ok) return fail(faultOf(answer.code));
    const told: Said<Told> = answer.value;
    if (isRefused(told)) return fail(known(CALL_FAULTS, told.why) ?? 'unavailable');
    return ok(told as Exclude<Told, Refused>);
  }

  return {
    async tell(call) {
      const told = await post('', call, callToldSchema);
      return told.ok ? ok(known(CALL_STANDINGS, told.value.standing) ?? 'open') : told;
    },
    async end(callId) {
      const ended = await post('/end', { callId }, callEndedSchema);
      return ended.ok ? ok(null) : ended;
    },
    async open() {
      const open = await post('/open', {}, openCallsSchema);
      return open.ok ? ok(open.value.calls.map(seen)) : open;
    },
    async go(callId, counter) {
      const taken = await post('/go', { callId, counter }, callTakenSchema);
      return taken.ok ? ok(taken.value.by) : taken;
    },
  };
}

function seen({
  locale,
  step,
  ...call
}: Extract<z.infer<typeof openCallsSchema>, { readonly result: 'calls' }>['calls'][number]): CallSeen {
  return { ...call, locale: known(LOCALES, locale), step: known(CALL_STEPS, step) ?? 'other' };
}

function isRefused(told: { readonly result: string }): told is Refused {
  return told.result === 'refused';
}
