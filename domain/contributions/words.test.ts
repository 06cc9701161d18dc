import { expect, it } from 'vitest';
import { contributions as en } from '../messages/en/contributions.ts';
import { contributions as zhHant } from '../messages/zh-Hant/contributions.ts';
import { MONEY_CODES } from '../money/codes.ts';
import { OFFSETTING_FAULTS, OFFSETTING_REASONS, TERMINATION_CODES } from '../offsetting/codes.ts';
import { CONTRIBUTION_FAULTS, CONTRIBUTION_REASONS } from './codes.ts';
import { DIFFERENCE_CODES } from './compare.ts';
import { CLOSENESS_CODES } from './due/due-days.ts';
import { RULE_SET_CODES, VOLUNTARY_FAULTS, VOLUNTARY_REASONS } from './voluntary/codes.ts';

const KEYS = [
  ...MONEY_CODES.map((code) => `money.${code}`),
  ...[
    ...CONTRIBUTION_REASONS,
    ...CONTRIBUTION_FAULTS,
    ...DIFFERENCE_CODES,
    ...CLOSENESS_CODES,
    'penalty',
  ].map((code) => `contributions.${code}`),
  ...[...RULE_SET_CODES, ...VOLUNTARY_FAULTS, ...VOLUNTARY_REASONS].map((code) => `voluntary.${code}`),
  ...[...OFFSETTING_FAULTS, ...OFFSETTING_REASONS, ...TERMINATION_CODES].map((code) => `offsetting.${code}`),
];

it.each([
  ['en', en],
  ['zh-Hant', zhHant],
])('%s has words for every code, and none for a code that is gone', (_, words) => {
  expect(Object.keys(words).sort()).toEqual([...KEYS].sort());
  expect(Object.values(words).filter((text) => text.trim() === '')).toEqual([]);
});

it('both languages take the same figures', () => {
  const figures = (text: string) =>
    [...text.matchAll(/\{\s*([a-zA-Z]+)\s*[,}]/g)].map(([, name]) => name).sort();
  const differing = Object.entries(en).filter(([key, text]) => {
    const chinese = Object.entries(zhHant).find(([known]) => known === key)?.[1] ?? '';
    return [...new Set(figures(text))].join() !== [...new Set(figures(chinese))].join();
  });
  expect(differing.map(([key]) => key)).toEqual([]);
});
