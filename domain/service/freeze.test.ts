import { describe, expect, it } from 'vitest';
import { EMBEDDED_POLICY, policySchema } from '../wire/policy.ts';
import { type FreezeFacts, freezeVerdict } from './freeze.ts';

const limits = EMBEDDED_POLICY.freeze.kiosk;
const quiet: FreezeFacts = {
  pending: 0,
  oldestPendingHours: null,
  policyHours: 1,
  sealingKeyDays: 200,
  freeMegabytes: 50_000,
  untrustedClockHours: 0,
};

describe('freeze rules', () => {
  it('leave a quiet terminal open', () => {
    expect(freezeVerdict(quiet, limits)).toEqual({ level: 'open', findings: [] });
  });

  it.each([
    ['too-many-pending', { pending: 200 }, { pending: 500 }],
    ['pending-too-old', { oldestPendingHours: 24 }, { oldestPendingHours: 72 }],
    ['reference-data-old', { policyHours: 168 }, { policyHours: 720 }],
    ['sealing-key-ending', { sealingKeyDays: 14 }, { sealingKeyDays: 2 }],
    ['disk-nearly-full', { freeMegabytes: 2_000 }, { freeMegabytes: 300 }],
    ['clock-not-trusted', { untrustedClockHours: 24 }, { untrustedClockHours: 168 }],
  ] as const)('warn of %s before they stop new sessions', (reason, early, late) => {
    expect(freezeVerdict({ ...quiet, ...early }, limits)).toMatchObject({
      level: 'warning',
      findings: [{ reason }],
    });
    expect(freezeVerdict({ ...quiet, ...late }, limits)).toMatchObject({
      level: 'frozen',
      findings: [{ reason }],
    });
  });

  it('name the gravest first', () => {
    const { findings } = freezeVerdict({ ...quiet, pending: 200, freeMegabytes: 1 }, limits);
    expect(findings.map((finding) => finding.reason)).toEqual(['disk-nearly-full', 'too-many-pending']);
  });

  it('freeze nothing for what is not known', () => {
    const unknown = {
      ...quiet,
      oldestPendingHours: null,
      policyHours: null,
      sealingKeyDays: null,
      freeMegabytes: null,
    };
    expect(freezeVerdict(unknown, limits).level).toBe('open');
  });
});

describe('the embedded policy', () => {
  it('keeps its own schema', () => {
    expect(policySchema.safeParse(EMBEDDED_POLICY).success).toBe(true);
  });

  it('is refused with a warning that comes after the freeze', () => {
    const wrong = structuredClone(EMBEDDED_POLICY);
    wrong.freeze.van.pending = { warn: 10, freeze: 5 };
    expect(policySchema.safeParse(wrong).success).toBe(false);
  });
});
