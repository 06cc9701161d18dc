import { dateOfBirth, givenNames, surname } from '../registration/fields.ts';
import { type Ask, literal } from './ask.ts';
import type { Facts, Step } from './definition.ts';

const typed = ({ identified }: Facts): boolean => identified?.means === 'typed';
const latin = (optional: boolean): Ask => ({ type: 'text', keyboard: 'latin', lines: 1, optional });

/**
 * A number that was only typed comes without name and birth date: they are asked as on the card, before anything else.
 * The birth date may be a year alone, or month and year (facts/domain.md §1.2), so it is typed and not picked.
 */
export const IDENTITY_STEPS: readonly Step[] = [
  { id: 'surname', words: 'ask.identity.surname', when: typed, ask: () => latin(false), check: surname },
  {
    id: 'given-names',
    words: 'ask.identity.given-names',
    when: typed,
    ask: () => latin(true),
    check: givenNames,
    describe: (value) => (value === '' ? [] : [literal(value)]),
  },
  {
    id: 'date-of-birth',
    words: 'ask.identity.date-of-birth',
    when: typed,
    ask: () => latin(false),
    check: (value, { today }) => dateOfBirth(value, today),
  },
];
