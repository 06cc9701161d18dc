import { expect, test } from 'vitest';
import { employerRemittance as english } from '../../../messages/en/instructions/employer-remittance.ts';
import { employerRemittance as chinese } from '../../../messages/zh-Hant/instructions/employer-remittance.ts';
import { factsWith, withStatements } from '../../shared/facts.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import { everyWayTravels } from '../../shared/run-through.fixture.ts';
import { EMPLOYER_REMITTANCE_RULES } from './codes.ts';
import { employerRemittance } from './employer-remittance.ts';
import {
  aboveMaximum,
  belowMinimum,
  byFile,
  byStoredRules,
  casual,
  data,
  file,
  inGroup,
  leaver,
  longPeriod,
  regular,
  unpaidLeave,
  voluntary,
} from './remittance.fixture.ts';

test('whatever way is taken to its end, what comes out of it can travel', () => {
  const scripts = [regular, belowMinimum, casual, leaver, inGroup, voluntary, longPeriod];
  expect(everyWayTravels(employerRemittance, scripts, { data })).toBeGreaterThan(5);
});

test('every page, option, rule and statement has its words in both languages', () => {
  const late = { ...regular, 'period-start': '2025-06-01', 'period-end': '2025-06-30' };
  const ofFile = withStatements(employerRemittance, factsWith(byFile, { data, heldFile: file.id }));
  const ofSplit = withStatements(
    employerRemittance,
    factsWith({ ...byFile, file: JSON.stringify({ ...file, held: 2 }) }, { data, heldFile: file.id }),
  );
  const runs = [
    ...[regular, unpaidLeave, belowMinimum, aboveMaximum, casual, leaver, inGroup, voluntary, longPeriod],
    byStoredRules,
    late,
    { ...regular, ermc: '1.00', eemc: '0.00' },
  ].map((answers) => withStatements(employerRemittance, factsWith(answers, { data })));
  const unknown = withStatements(
    employerRemittance,
    factsWith(regular, { data: { ...data, contributionLimits: [] } }),
  );
  const words = { en: english, 'zh-Hant': chinese };
  expect(
    faultsInWords(employerRemittance, words, [...runs, unknown, ofFile, ofSplit], EMPLOYER_REMITTANCE_RULES, [
      'no-scheme-on',
    ]),
  ).toEqual([]);
});
