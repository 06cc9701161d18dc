import { describe, expect, test } from 'vitest';
import { AUDIT_CATALOGUE } from '../audit/catalogue.ts';
import { intentSchema, type IntentType } from './intent.ts';
import { ACT_OF_INTENT, STAFF_ACTS, WHY_NOT_SAID } from './staff-acts.ts';
import { MEMBERS_ALONE, WHOSE_INTENT } from './whose-intent.ts';

const ALL = intentSchema.options.map((one) => one.shape.type.value).sort();

/** Of staff alone, and in no entry: pages to and fro, ticks that the signature counts, and nothing else. */
const STAFFS_UNSAID: readonly IntentType[] = [
  'CHANGE_PIN',
  'DRIVE_CHOOSE',
  'OPERATE',
  'RULE_LANGUAGE',
  'STAFF_CANCEL',
  'STAFF_MORE',
  'STATION_CASES',
  'STATION_END_DAY',
  'STATION_TYPE_TICKET',
  'TICK_FEATURE',
  'TO_DRIVE',
  'VAN_CLOSE_STOP',
  'VAN_END_DAY',
  'VAN_OTHER_LANGUAGE',
  'VAN_ROSTER',
];

function whyNot(type: IntentType): keyof typeof WHY_NOT_SAID | null {
  const said = ACT_OF_INTENT[type];
  return typeof said === 'object' && 'why' in said ? said.why : null;
}

describe('what staff do is in the audit chain', () => {
  test('every intent has an act, entries of its own, or a reason why it is not said', () => {
    expect(Object.keys(ACT_OF_INTENT).sort()).toEqual(ALL);
    for (const type of ALL) {
      const said = ACT_OF_INTENT[type];
      if (typeof said === 'string') expect(STAFF_ACTS).toContain(said);
      else if ('why' in said) expect(WHY_NOT_SAID[said.why]).toMatch(/^[A-Z].*\.$/);
      else expect(said.entries.length).toBeGreaterThan(0);
    }
  });

  test('of what only staff can ask for, no more is left unsaid than the list above', () => {
    const unsaid = ALL.filter((type) => WHOSE_INTENT[type] === 'staff' && whyNot(type) !== null);
    expect(unsaid).toEqual(STAFFS_UNSAID);
  });

  test('what is refused from staff is the member’s alone, and the other way round', () => {
    expect(ALL.filter((type) => whyNot(type) === 'the-members-alone')).toEqual([...MEMBERS_ALONE].sort());
  });

  test.each(ALL)('%s: an entry of its own is one that staff can cause', (type) => {
    const said = ACT_OF_INTENT[type];
    const entries = typeof said === 'object' && 'entries' in said ? said.entries : [];
    expect(entries.filter((event) => !AUDIT_CATALOGUE[event].actors.includes('staff'))).toEqual([]);
  });

  test('there is no act that nothing is', () => {
    const made = new Set<unknown>(Object.values(ACT_OF_INTENT));
    // A card or a code that is read, and the Continue of one page.
    expect(STAFF_ACTS.filter((act) => !made.has(act))).toEqual(['prefilled', 'read-notice']);
  });
});
