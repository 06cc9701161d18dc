import { ticketPlace } from '../../domain/reference-data/look-up/tickets.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { CallStanding, CallTaken, StaffCall } from '../../domain/terminal/ports/staff-calls.ts';
import { hongKongDate } from '../../domain/time.ts';
import { CALL_LASTS_SECONDS } from '../../domain/wire/staff-calls.ts';
import type { ReferenceDataPublication } from '../reference-data/publication.ts';
import type { Store } from '../store/store.ts';
import type { CallStore, From, HeldCall } from './call-store.ts';

/** Calls that begin anew, not the beats of one: nobody presses so often, and a terminal gone wild fills no window. */
const MOST_CALLS = 60;
const HOUR_MS = 60 * 60 * 1000;

export type CallRefusal = 'no-place' | 'other-place' | 'over';
type Answer<T> = Promise<Result<T, Failure<CallRefusal | 'too-many-tries' | 'busy'>>>;

/** A call as another terminal is told of it. */
interface ToldCall {
  readonly callId: string;
  readonly terminalId: string;
  readonly waitedSeconds: number;
  readonly locale: string;
  readonly step: string;
  readonly going: CallTaken | null;
}

/** The calls for staff of all places (domain/wire/staff-calls.ts). */
export interface StaffCalls {
  tell(terminalId: string, place: string, call: StaffCall): Answer<CallStanding>;
  end(terminalId: string, place: string, callId: string): Answer<null>;
  open(terminalId: string, place: string): Answer<readonly ToldCall[]>;
  go(terminalId: string, place: string, callId: string, counter: string): Answer<CallTaken>;
}

export function createStaffCalls(parts: {
  readonly calls: CallStore;
  readonly store: Pick<Store, 'takeTry'>;
  readonly referenceData: Pick<ReferenceDataPublication, 'newest'>;
  readonly now: () => Date;
}): StaffCalls {
  const { calls, store, referenceData, now } = parts;

  /** Only a place that there is, and only for who has not just been somewhere else. */
  async function fromHere(terminalId: string, place: string): Answer<From> {
    const at = now().toISOString();
    if (ticketPlace(await referenceData.newest(), place, hongKongDate(at)) === null) return fail('no-place');
    const from = { terminalId, place, now: at };
    const of = await calls.isOf(from);
    if (!of.ok) return of;
    return of.value ? ok(from) : fail('other-place');
  }

  return {
    async tell(terminalId, place, call) {
      const from = await fromHere(terminalId, place);
      if (!from.ok) return from;
      const at = from.value.now;
      if (!(await calls.knows(call.callId))) {
        const wait = await store.takeTry(
          [{ scope: `staff-calls:${terminalId}`, most: MOST_CALLS }],
          at,
          HOUR_MS,
        );
        if (wait !== null) return fail('too-many-tries', { afterSeconds: Math.ceil(wait / 1000) });
      }
      const expiresAt = new Date(Date.parse(at) + CALL_LASTS_SECONDS * 1000).toISOString();
      const kept = await calls.keep(from.value, call, expiresAt);
      if (!kept.ok) return kept;
      if (kept.value.going !== null) return ok('going');
      return ok(kept.value.shown ? 'shown' : 'open');
    },
    async end(terminalId, place, callId) {
      return calls.end({ terminalId, place, now: now().toISOString() }, callId);
    },
    async open(terminalId, place) {
      const from = await fromHere(terminalId, place);
      if (!from.ok) return from;
      const held = await calls.show(from.value);
      return held.ok ? ok(held.value.map((call) => toldTo(from.value, call))) : held;
    },
    async go(terminalId, place, callId, counter) {
      const from = await fromHere(terminalId, place);
      if (!from.ok) return from;
      const taken = await calls.go(from.value, callId, counter);
      if (!taken.ok) return taken;
      return taken.value === null ? fail('over') : ok(taken.value);
    },
  };
}

function toldTo({ terminalId: asker, now }: From, call: HeldCall): ToldCall {
  const { id, terminalId, beganAt, locale, step, going } = call;
  const waited = Math.floor((Date.parse(now) - Date.parse(beganAt)) / 1000);
  return {
    ...{ callId: id, terminalId, locale, step },
    waitedSeconds: Math.max(0, waited),
    going: going === null ? null : { counter: going.counter, here: going.terminalId === asker },
  };
}
