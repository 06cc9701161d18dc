import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assuranceOf, type IdentificationEvidence, mayAttest } from './assurance.ts';
import { assuranceFor } from './catalogue/ending.ts';
import { SECURITY_FEATURES, STAFF_ROLES, type Attestation, type Witness } from './identity/staff.ts';
import { attestationSchema } from './registration/payload.ts';

const attestation: Attestation = {
  staffId: 'S-0001',
  role: 'officer',
  identityTrainedOn: '2026-11-22',
  // Already 23 November in Hong Kong.
  at: '2026-11-22T16:30:00.000Z',
  securityFeatures: SECURITY_FEATURES,
  cardSeen: true,
  faceCompared: true,
};

const read: IdentificationEvidence = {
  means: 'reader',
  documentKind: 'hkid',
  authenticity: { method: 'none', result: 'not-performed', middleware: '' },
  attestation: null,
};
const typed: IdentificationEvidence = { ...read, means: 'typed' };
const chip = (result: 'passed' | 'failed'): IdentificationEvidence['authenticity'] => ({
  method: 'chip',
  result,
  middleware: 'authorised 1.0',
});

describe('without an attestation', () => {
  test('a card read by a reader gives 1, also when its chip was checked: the face was not', () => {
    expect(assuranceOf(read)).toBe(1);
    expect(assuranceOf({ ...read, authenticity: chip('passed') })).toBe(1);
  });

  test('a typed number counts for nothing', () => {
    expect(assuranceOf(typed)).toBe(0);
  });
});

describe('the holder of the card signs in with iAM Smart', () => {
  const iamSmart = { sessionId: 'a-visit', token: 'a.signed.word.of.the.gateway' };

  test('card read: 3, attested or not', () => {
    expect(assuranceOf({ ...read, iamSmart })).toBe(3);
    expect(assuranceOf({ ...read, attestation, iamSmart })).toBe(3);
  });

  test('number typed: 0 until staff have seen the card', () => {
    expect(assuranceOf({ ...typed, iamSmart })).toBe(0);
    expect(assuranceOf({ ...typed, attestation, iamSmart })).toBe(3);
  });

  test('a card that failed its own check stays at 0', () => {
    expect(assuranceOf({ ...read, authenticity: chip('failed'), iamSmart })).toBe(0);
  });
});

describe('an officer attests', () => {
  test('with every security feature ticked: 2, read or typed', () => {
    expect(assuranceOf({ ...read, attestation })).toBe(2);
    expect(assuranceOf({ ...typed, attestation })).toBe(2);
  });

  test.each(SECURITY_FEATURES)('without %s ticked', (missing) => {
    const securityFeatures = SECURITY_FEATURES.filter((feature) => feature !== missing);
    const short = { ...attestation, securityFeatures };
    expect(assuranceOf({ ...read, attestation: short })).toBe(1);
    expect(assuranceOf({ ...typed, attestation: short })).toBe(0);
    expect(assuranceOf({ ...read, attestation: short, authenticity: chip('passed') })).toBe(2);
  });

  test('the same feature ticked five times is one feature', () => {
    const securityFeatures = SECURITY_FEATURES.map(() => SECURITY_FEATURES[0]);
    expect(assuranceOf({ ...read, attestation: { ...attestation, securityFeatures } })).toBe(1);
  });

  test('a chip check that no reader can have made does not count', () => {
    const unticked = { ...attestation, securityFeatures: [] };
    expect(assuranceOf({ ...typed, attestation: unticked, authenticity: chip('passed') })).toBe(0);
    const claimed = { method: 'none', result: 'passed', middleware: '' } as const;
    expect(assuranceOf({ ...read, attestation: unticked, authenticity: claimed })).toBe(1);
  });

  test('a card whose chip check failed gives 0, whoever signs', () => {
    expect(assuranceOf({ ...read, attestation, authenticity: chip('failed') })).toBe(0);
    expect(assuranceOf({ ...read, authenticity: chip('failed') })).toBe(0);
  });

  test('trained on the very day in Hong Kong: counts; trained a day later: not', () => {
    expect(assuranceOf({ ...read, attestation: { ...attestation, identityTrainedOn: '2026-11-23' } })).toBe(
      2,
    );
    expect(assuranceOf({ ...read, attestation: { ...attestation, identityTrainedOn: '2026-11-24' } })).toBe(
      1,
    );
  });

  test.each(['', '2026', '2026-02-30', '0'])('training date %j is none', (identityTrainedOn) => {
    expect(assuranceOf({ ...read, attestation: { ...attestation, identityTrainedOn } })).toBe(1);
  });

  test.each(['', 'yesterday', '2026-11-22'])('an attestation made at %j was never made', (at) => {
    expect(assuranceOf({ ...read, attestation: { ...attestation, at } })).toBe(1);
  });
});

describe('a second, different person attests as well', () => {
  const supervisor = { ...attestation, staffId: 'S-0002', role: 'supervisor' } as const;
  const both = (second: Witness): IdentificationEvidence => ({
    ...read,
    attestation: { ...attestation, second },
  });

  test('a supervisor who saw card and face: 3, read or typed', () => {
    expect(assuranceOf(both(supervisor))).toBe(3);
    expect(assuranceOf({ ...both(supervisor), means: 'typed' })).toBe(3);
  });

  test.each([
    ['the same person again', { staffId: attestation.staffId }],
    ['an officer', { role: 'officer' }],
    ['a van operator', { role: 'van-operator' }],
    ['a supervisor who ticked four of five', { securityFeatures: SECURITY_FEATURES.slice(1) }],
    ['a supervisor trained too late', { identityTrainedOn: '2026-11-24' }],
    ['a supervisor who did not look', { cardSeen: false as true }],
  ] as const)('%s: 2 as before', (_who, change) => {
    expect(assuranceOf(both({ ...supervisor, ...change }))).toBe(2);
  });

  test('a supervisor after an attestation that does not hold adds nothing to nothing', () => {
    const { attestation: made } = both(supervisor);
    const short = made === null ? null : { ...made, securityFeatures: [] };
    expect(assuranceOf({ ...read, attestation: short })).toBe(1);
  });

  test('money out of the MPF is not paid on it, anything else of level 3 is', () => {
    expect(assuranceFor('benefit-withdrawal', both(supervisor))).toBe(2);
    expect(assuranceFor('particulars-change', both(supervisor))).toBe(3);
    expect(assuranceFor('benefit-withdrawal', both(attestation))).toBe(2);
  });

  test('in a service centre money is paid on it too, and on one person’s word never', () => {
    expect(assuranceFor('benefit-withdrawal', both(supervisor), true)).toBe(3);
    expect(assuranceFor('benefit-withdrawal', both(attestation), true)).toBe(2);
    expect(assuranceFor('benefit-withdrawal', { ...read, attestation }, true)).toBe(2);
  });
});

test.each(['cardSeen', 'faceCompared'] as const)(
  'evidence that says %s is false gives nothing more',
  (which) => {
    const unseen = { ...attestation, [which]: false };
    expect(assuranceOf({ ...read, attestation: unseen })).toBe(1);
  },
);

describe('who may attest', () => {
  test.each([
    ['assistant', false],
    ['officer', true],
    ['supervisor', true],
    ['technician', false],
    ['van-operator', true],
  ] as const)('%s: %s', (role, may) => {
    expect(mayAttest({ role, identityTrainedOn: '2026-01-15' }, '2026-11-22')).toBe(may);
    expect(assuranceOf({ ...read, attestation: { ...attestation, role } })).toBe(may ? 2 : 1);
  });

  test('nobody without training, nobody before the day it is dated', () => {
    expect(mayAttest({ role: 'officer', identityTrainedOn: null }, '2026-11-22')).toBe(false);
    expect(mayAttest({ role: 'officer', identityTrainedOn: '2026-11-23' }, '2026-11-22')).toBe(false);
    expect(mayAttest({ role: 'officer', identityTrainedOn: '2026-11-22' }, '2026-11-22')).toBe(true);
  });

  test.each([
    ['2026-11-22', true],
    ['2026-11-21', false],
    [null, true],
    ['soon', false],
  ])('a training that holds until %s: %s on 22 November', (identityTrainedUntil, may) => {
    const staff = { role: 'officer', identityTrainedOn: '2026-01-15', identityTrainedUntil } as const;
    expect(mayAttest(staff, '2026-11-22')).toBe(may);
  });
});

test('for any evidence without iAM Smart: 2 only with everything in place, never 3, and taking evidence away never raises the level', () => {
  const evidence: fc.Arbitrary<IdentificationEvidence> = fc.record({
    means: fc.constantFrom('reader', 'typed'),
    documentKind: fc.constant('hkid'),
    authenticity: fc.record({
      method: fc.constantFrom('none', 'chip'),
      result: fc.constantFrom('passed', 'failed', 'not-performed'),
      middleware: fc.constant(''),
    }),
    attestation: fc.option(
      fc.record({
        staffId: fc.constant('S-0001'),
        role: fc.constantFrom(...STAFF_ROLES),
        identityTrainedOn: fc.constantFrom('2026-01-15', '2027-01-15', 'never'),
        at: fc.constantFrom('2026-11-22T03:04:05.678Z', 'once'),
        securityFeatures: fc.shuffledSubarray([...SECURITY_FEATURES]),
        cardSeen: fc.constant(true as const),
        faceCompared: fc.constant(true as const),
      }),
    ),
  });
  fc.assert(
    fc.property(evidence, (given) => {
      const level = assuranceOf(given);
      expect(level).toBeLessThanOrEqual(2);
      expect(assuranceOf({ ...given, attestation: null })).toBeLessThanOrEqual(level);
      if (level === 2) {
        expect(attestationSchema.safeParse(given.attestation).success).toBe(true);
        expect(given.authenticity.result).not.toBe('failed');
      }
    }),
    { numRuns: 1000 },
  );
});
