import { describe, expect, test } from 'vitest';
import { factsWith } from './facts.fixture.ts';
import { refuseWithoutScheme, schemeOptions, schemeStep, takenScheme } from './scheme.ts';

describe('choosing a scheme', () => {
  test('all schemes by their English names, with the day on those that are not on yet', () => {
    expect(schemeOptions(factsWith()).map(({ code }) => code)).toEqual(['aspen', 'maple', 'rowan', 'willow']);
    const withDay = schemeOptions(factsWith()).filter(({ help }) => help !== undefined);
    expect(withDay.map(({ code }) => code)).toEqual(['maple', 'rowan']);
  });

  test('one that is on is taken, with a check of the kind after it', () => {
    const step = schemeStep('transfer', { check: () => ({ ok: false, code: 'own-rule' }) });
    expect(schemeStep('transfer').check?.('willow', factsWith(), 1)).toEqual({ ok: true, value: 'willow' });
    expect(step.check?.('willow', factsWith(), 1)).toMatchObject({ code: 'own-rule' });
    expect(step.check?.('rowan', factsWith(), 1)).toMatchObject({ code: 'scheme-not-yet' });
  });
});

describe('a scheme that is not on (facts/domain.md §4)', () => {
  test('not yet: the trustee takes everything until the day', () => {
    expect(takenScheme('rowan', 'fund-switch', factsWith())).toEqual({
      ok: false,
      code: 'scheme-not-yet',
      params: { on: '2027-06-01' },
    });
  });

  test('moving: the trustee takes it until its cut-off', () => {
    expect(takenScheme('maple', 'fund-switch', factsWith())).toEqual({
      ok: false,
      code: 'scheme-moving',
      params: { on: '2026-12-01', lastDay: '2026-11-25' },
    });
  });

  test.each(['transfer', 'mandate'] as const)('moving, and past the cut-off or none known: %s', (group) => {
    expect(takenScheme('maple', group, factsWith())).toEqual({
      ok: false,
      code: 'scheme-moving-closed',
      params: { on: '2026-12-01' },
    });
  });

  test('from its first day it is taken', () => {
    const facts = factsWith({}, { now: '2026-11-30T16:00:00.000Z' });
    expect(takenScheme('maple', 'fund-switch', facts).ok).toBe(true);
  });

  test('one that the data do not know', () => {
    expect(takenScheme('oak', 'transfer', factsWith())).toMatchObject({ code: 'scheme-not-known' });
  });
});

test('with no scheme on, nothing that needs one begins', () => {
  expect(refuseWithoutScheme(factsWith())).toBeNull();
  expect(refuseWithoutScheme(factsWith({}, { now: '2024-01-01T02:00:00.000Z' }))).toEqual({
    code: 'no-scheme-on',
  });
});
