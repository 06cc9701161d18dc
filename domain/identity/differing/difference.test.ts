import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesBetween, type WhoItIs } from './difference.ts';

const CARD: WhoItIs = { surname: 'QUILLFEATHER', givenNames: 'Ondine Vesper', dateOfBirth: '1961-04-09' };
const having = (change: Partial<WhoItIs>): WhoItIs => ({ ...CARD, ...change });

describe('card and record of one person', () => {
  it.each([
    ['another letter', { surname: 'QUILLFEATHAR' }, 'surname', 'one-letter'],
    ['a letter missing', { surname: 'QUILFEATHER' }, 'surname', 'one-letter'],
    ['a letter too many', { givenNames: 'Ondinne Vesper' }, 'given-names', 'one-letter'],
    ['joined by a hyphen', { givenNames: 'Ondine-Vesper' }, 'given-names', 'one-letter'],
    ['another name', { surname: 'FENWICKE' }, 'surname', 'more'],
    ['two letters swapped', { surname: 'QUILLFEATHRE' }, 'surname', 'more'],
    ['a figure of the birth date', { dateOfBirth: '1961-04-08' }, 'date-of-birth', 'one-letter'],
    ['day and month swapped', { dateOfBirth: '1961-09-04' }, 'date-of-birth', 'more'],
    ['less of the birth date', { dateOfBirth: '1961' }, 'date-of-birth', 'more'],
  ] as const)('%s', (_what, change, field, extent) => {
    expect(differencesBetween(CARD, having(change))).toEqual([{ field, extent }]);
  });

  it('have the same words in another order: that is said as one thing', () => {
    const swapped = having({ surname: 'Ondine', givenNames: 'Quillfeather Vesper' });
    expect(differencesBetween(CARD, swapped)).toEqual([{ field: 'name-order', extent: 'more' }]);
  });

  it('agree in other capitals, and where one has only what the other was derived from', () => {
    expect(
      differencesBetween(CARD, having({ surname: 'Quillfeather', givenNames: 'ONDINE  VESPER' })),
    ).toEqual([]);
    const yearOnly = having({ dateOfBirth: '1961' });
    expect(differencesBetween(yearOnly, having({ dateOfBirth: '1961-12-31' }))).toEqual([]);
    expect(
      differencesBetween(having({ dateOfBirth: '1960-02-29' }), having({ dateOfBirth: '1960-02' })),
    ).toEqual([]);
  });

  it('say nothing of a birth date that one does not have', () => {
    const { surname, givenNames } = CARD;
    expect(differencesBetween(CARD, { surname, givenNames })).toEqual([]);
  });

  it('differ alike whichever comes first', () => {
    const name = fc.string({ unit: fc.constantFrom('A', 'B', ' ', '-'), maxLength: 6 });
    fc.assert(
      fc.property(name, name, name, name, (a, b, c, d) => {
        const one = { surname: a, givenNames: b };
        const other = { surname: c, givenNames: d };
        expect(differencesBetween(one, other)).toEqual(differencesBetween(other, one));
      }),
    );
  });
});
