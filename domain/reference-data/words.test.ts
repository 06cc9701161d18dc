import { describe, expect, test } from 'vitest';
import { DEALING_CAVEATS } from '../calculators/dealing-if-submitted.ts';
import { CALENDAR_CODES } from '../calendar/codes.ts';
import { referenceData as english } from '../messages/en/reference-data.ts';
import { referenceData as chinese } from '../messages/zh-Hant/reference-data.ts';
import { REFERENCE_DATA_CODES, REFERENCE_DATA_RULES } from './codes.ts';
import { SOURCES } from './schema/common.ts';

const KEYS = [
  ...CALENDAR_CODES.map((code) => `calendar.${code}`),
  ...REFERENCE_DATA_CODES.map((code) => `reference-data.${code}`),
  ...REFERENCE_DATA_RULES.map((rule) => `reference-data.rule.${rule}`),
  ...DEALING_CAVEATS.map((caveat) => `calculators.caveat.${caveat}`),
  // What the facts have a source for needs no remark.
  ...SOURCES.filter((source) => source !== 'sourced').map((source) => `reference-data.source.${source}`),
];

describe.each([
  ['English', english],
  ['Chinese', chinese],
])(
  'everything that can be wrong has its words in %s',
  (_language, texts: Readonly<Record<string, string>>) => {
    test.each(KEYS)('%s', (key) => {
      expect(texts[key] ?? '').toMatch(/\S/);
    });

    test('and there are no others', () => {
      expect(Object.keys(texts).toSorted()).toEqual(KEYS.toSorted());
    });
  },
);
