import { expect, test } from 'vitest';
import { trainingEnd } from './training.ts';

const officer = {
  role: 'officer',
  identityTrainedOn: '2024-11-23',
  identityTrainedUntil: '2026-11-22',
} as const;

test.each([
  ['31 days before: nothing is said', '2026-10-22', null],
  ['30 days before: it is said', '2026-10-23', { until: '2026-11-22', over: false }],
  ['on the last day: it still holds', '2026-11-22', { until: '2026-11-22', over: false }],
  ['the day after: it is over', '2026-11-23', { until: '2026-11-22', over: true }],
])('%s', (_when, today, told) => {
  expect(trainingEnd(officer, today)).toEqual(told);
});

test.each([
  ['who has no end', { ...officer, identityTrainedUntil: null }],
  ['who was never trained', { ...officer, identityTrainedOn: null }],
  ['whose role attests nobody', { ...officer, role: 'assistant' as const }],
])('nothing is said to somebody %s', (_who, staff) => {
  expect(trainingEnd(staff, '2026-11-23')).toBeNull();
});
