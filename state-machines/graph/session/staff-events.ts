import type { AnyEventObject } from 'xstate';
import { SECURITY_FEATURES } from '../../../domain/identity/staff.ts';
import { fail, ok } from '../../../domain/result.ts';
import type { SessionEvent } from '../../session/events.ts';
import type { SessionSnapshot } from '../../session/session.machine.ts';
import { STAFF_PEOPLE, starter01, technician01 } from '../../testing/people.ts';
import { done, failed } from './children.ts';
import { matches, registersOrRests, inJourney } from './places.ts';

/** Features are ticked in their order, one by one: 6 states instead of 32 that behave alike. */
export function nextTick(snapshot: SessionSnapshot): readonly SessionEvent[] {
  const feature = SECURITY_FEATURES[snapshot.context.visit.ticked.length];
  return feature === undefined ? [] : [{ type: 'TICK_FEATURE', feature, ticked: true }];
}

/** What staff do on pages of their own, where those pages are; nothing else listens to it. */
export function ofStaff(snapshot: SessionSnapshot): readonly AnyEventObject[] {
  const at = (staff: object | string): boolean => matches(snapshot, { visit: { staff } });
  if (at('pin')) {
    return [
      { type: 'STAFF_SNOOZE' },
      done('holder', 'S-2001'),
      done('holder', null),
      failed('holder'),
      ...(registersOrRests(snapshot)
        ? [done('verify', ok(starter01)), done('verify', ok(technician01))]
        : []),
    ];
  }
  if (at('confirming')) {
    const { instruction } = snapshot.context.visit;
    const rows = ['email', 'number', ...(instruction?.byStaff.slice(0, 1) ?? [])];
    return rows.map((row) => ({ type: 'CHANGE_TOUCHED', row }));
  }
  if (at('newPin')) {
    return [
      { type: 'NEW_PIN', pin: '704915', again: '704915' },
      { type: 'NEW_PIN', pin: '704915', again: '704916' },
      done('change-pin', ok(null)),
      done('change-pin', fail('pin-easy')),
      failed('change-pin'),
    ];
  }
  if (at({ holding: 'people' })) {
    return [
      { type: 'UNLOCK_STAFF', staffId: 'S-2001' },
      { type: 'BLOCK_BADGE', staffId: 'S-2001' },
      done('people', STAFF_PEOPLE),
      failed('people'),
      done('change-staff', ok(null)),
      failed('change-staff'),
    ];
  }
  if (at({ holding: 'more' })) {
    const more = ['STAFF_PEOPLE', 'CHANGE_PIN', 'INTERPRETER_PRESENT', 'MORE_TIME'];
    return more.map((type) => ({ type }));
  }
  if (at({ holding: 'operations' })) return [done('operations', undefined)];
  // The machine's own pages know nothing of the page beneath: over one of them is enough.
  if (at({ holding: 'status' }) && inJourney(snapshot, 'notToday')) return [{ type: 'OPERATIONS' }];
  if (!at({ holding: 'free' }) || !registersOrRests(snapshot)) return [];
  // The way out of every page of theirs is one and the same: it is walked from here.
  return [{ type: 'STAFF_MORE' }, { type: 'STAFF_OUT' }];
}
