import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DisplayFacts, NOBODY_KNOWS, placeWindows, type Sides } from './placing.ts';

const COUNTER: Sides = { staff: 1, member: 2 };
const at = (...ids: readonly number[]): DisplayFacts[] =>
  ids.map((id, place) => ({ id, primary: place === 0 }));

describe('the displays of a counter', () => {
  it.each<[string, DisplayFacts[], Sides, Sides, Sides]>([
    // what happened, displays (the first is primary), known before, shown, known after
    ['both are there at the very first start', at(1, 2), NOBODY_KNOWS, { staff: 1, member: 2 }, COUNTER],
    [
      'one only at the very first start: staff read that the other is missing',
      at(1),
      NOBODY_KNOWS,
      { staff: 1, member: null },
      { staff: 1, member: null },
    ],
    ['and then the other one', at(1, 2), { staff: 1, member: null }, { staff: 1, member: 2 }, COUNTER],
    ['none at all', [], NOBODY_KNOWS, NOBODY_KNOWS, NOBODY_KNOWS],
    ["the member's is unplugged", at(1), COUNTER, { staff: 1, member: null }, COUNTER],
    [
      "staff's is unplugged, and the system calls the member's the primary one",
      at(2),
      COUNTER,
      { staff: null, member: 2 },
      COUNTER,
    ],
    ["started again with staff's still out", at(2), COUNTER, { staff: null, member: 2 }, COUNTER],
    ['both are unplugged', [], COUNTER, { staff: null, member: null }, COUNTER],
    ['one is back, then the other', at(2, 1), COUNTER, { staff: 1, member: 2 }, COUNTER],
    ['the primary one is another now', at(2, 1), COUNTER, { staff: 1, member: 2 }, COUNTER],
    [
      "the member's is another model now",
      at(1, 3),
      COUNTER,
      { staff: 1, member: 3 },
      { staff: 1, member: 3 },
    ],
    [
      "staff's is another model now, and the member's was made the primary one",
      at(2, 3),
      COUNTER,
      { staff: 3, member: 2 },
      { staff: 3, member: 2 },
    ],
    ['a third one is plugged in', at(1, 2, 3), COUNTER, { staff: 1, member: 2 }, COUNTER],
    ['both are other models now', at(8, 9), COUNTER, { staff: 8, member: 9 }, { staff: 8, member: 9 }],
    ['one that nobody knows is alone', at(9), COUNTER, { staff: null, member: 9 }, COUNTER],
  ])('%s', (_name, displays, known, shown, sides) => {
    expect(placeWindows(displays, known)).toEqual({ shown, sides });
  });

  it("whatever comes and goes, staff's window never stands on a display that is known as the member's", () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (changes) => {
        let sides: Sides = NOBODY_KNOWS;
        for (const ids of changes) {
          const before = sides;
          const placed = placeWindows(at(...ids), before);
          sides = placed.sides;
          const { staff, member } = placed.shown;
          expect(staff === null || staff !== member).toBe(true);
          for (const id of [staff, member]) expect(id === null || ids.includes(id)).toBe(true);
          // Both known ones gone and two new ones: nothing is known any more.
          const known = [before.staff, before.member].some((id) => id !== null && ids.includes(id));
          if (known && before.member !== null) expect(staff).not.toBe(before.member);
          if (known && before.staff !== null) expect(member).not.toBe(before.staff);
        }
      }),
    );
  });
});
