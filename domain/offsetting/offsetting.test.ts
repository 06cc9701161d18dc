import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsOf, formatMoney } from '../money/money.ts';
import { addDays } from '../time.ts';
import { OFFSETTING_FAULTS, OFFSETTING_REASONS } from './codes.ts';
import { offsetting, type OffsettingInput } from './offsetting.ts';

type Changes = Partial<Omit<OffsettingInput, 'monthlyWage' | 'wageBeforeTransition'>> & {
  readonly wage?: string;
  readonly earlierWage?: string;
};

const seen = new Set<string>();

function resultOf({ wage = '18000.00', earlierWage, ...changes }: Changes) {
  const result = offsetting({
    payment: 'long-service',
    from: '2015-05-01',
    to: '2027-04-30',
    monthlyWage: centsOf(wage),
    ...(earlierWage === undefined ? {} : { wageBeforeTransition: centsOf(earlierWage) }),
    employerMandatory: 0n,
    employerVoluntary: 0n,
    gratuity: 0n,
    ...changes,
  });
  for (const code of result.ok ? result.value.reasons : [result.code]) seen.add(code);
  return result;
}

/** `earlier + later = total`. */
function partsOf(changes: Changes): string {
  const result = resultOf(changes);
  if (!result.ok) return result.code;
  const { earlierPart, laterPart, total } = result.value;
  return `${formatMoney(earlierPart)} + ${formatMoney(laterPart)} = ${formatMoney(total)}`;
}

function reasonsOf(changes: Changes): readonly string[] {
  const result = resultOf(changes);
  return result.ok ? result.value.reasons : [result.code];
}

describe('facts §3c, offsetting: two thirds of the wage, at most 22,500, for each year', () => {
  it('all service before 1 May 2025', () => {
    const before = { from: '2015-05-01', to: '2025-04-30' };
    expect(partsOf(before)).toBe('120,000.00 + 0.00 = 120,000.00');
    expect(reasonsOf(before)).toEqual(['all-before-transition', 'rest-to-pay']);
  });

  it('all service from 1 May 2025 on', () => {
    const after = { from: '2025-05-01', to: '2031-04-30' };
    expect(partsOf(after)).toBe('0.00 + 72,000.00 = 72,000.00');
    expect(reasonsOf(after)).toEqual(['all-after-transition', 'rest-to-pay']);
  });

  it('on both sides each part has its own wage: the earlier one is not retrospective', () => {
    expect(partsOf({ earlierWage: '15000.00' })).toBe('100,000.00 + 24,000.00 = 124,000.00');
    expect(reasonsOf({ earlierWage: '15000.00' })).toEqual(['split-at-transition', 'rest-to-pay']);
    expect(partsOf({})).toBe('earlier-wage-needed');
  });

  it('the wage counts up to 22,500', () => {
    const after = { from: '2025-05-01', to: '2031-04-30' };
    expect(partsOf({ ...after, wage: '22500.00' })).toBe('0.00 + 90,000.00 = 90,000.00');
    expect(reasonsOf({ ...after, wage: '22500.00' })).not.toContain('wage-at-ceiling');
    expect(partsOf({ ...after, wage: '60000.00' })).toBe('0.00 + 90,000.00 = 90,000.00');
    expect(reasonsOf({ ...after, wage: '60000.00' })).toContain('wage-at-ceiling');
  });

  it('the excess over 390,000 comes off the later part', () => {
    const long = { from: '2001-05-01', to: '2028-04-30', wage: '30000.00', earlierWage: '30000.00' };
    expect(partsOf(long)).toBe('360,000.00 + 30,000.00 = 390,000.00');
    expect(reasonsOf(long)).toContain('cap-reached');
    expect(partsOf({ ...long, from: '1990-05-01' })).toBe('390,000.00 + 0.00 = 390,000.00');
    expect(partsOf({ ...long, to: '2027-04-30' })).toBe('360,000.00 + 30,000.00 = 390,000.00');
    expect(reasonsOf({ ...long, to: '2027-04-30' })).not.toContain('cap-reached');
  });

  it('an incomplete year counts by its days [GK]', () => {
    expect(partsOf({ from: '2025-05-01', to: '2030-09-23', wage: '18250.00' })).toBe(
      // Five years and 146 days: 12,166.67 × 5.4.
      '0.00 + 65,700.00 = 65,700.00',
    );
  });
});

describe('facts §3c, what may be offset with what', () => {
  const money = { employerMandatory: '110000.00', employerVoluntary: '30000.00', gratuity: '5000.00' };
  const offsetsOf = (changes: Changes, pots: Partial<typeof money> = {}) => {
    const all = { ...money, ...pots };
    const result = resultOf({
      employerMandatory: centsOf(all.employerMandatory),
      employerVoluntary: centsOf(all.employerVoluntary),
      gratuity: centsOf(all.gratuity),
      ...changes,
    });
    if (!result.ok) return result.code;
    const { byMandatory, byGratuity, byVoluntary, rest } = result.value;
    return [byMandatory, byGratuity, byVoluntary, rest].map(formatMoney).join(' ');
  };

  it('mandatory money for the earlier part only, the rest with gratuity and voluntary money', () => {
    expect(offsetsOf({ earlierWage: '15000.00' })).toBe('100,000.00 5,000.00 19,000.00 0.00');
  });

  it('no mandatory money for service from 1 May 2025 on', () => {
    const after = { from: '2025-05-01', to: '2031-04-30' };
    expect(offsetsOf(after)).toBe('0.00 5,000.00 30,000.00 37,000.00');
    const pots = { employerMandatory: centsOf('110000.00') };
    expect(reasonsOf({ ...after, ...pots })).toContain('mandatory-not-for-later-service');
    expect(reasonsOf(after)).not.toContain('mandatory-not-for-later-service');
  });

  it('little money: the employer pays the rest', () => {
    expect(offsetsOf({ earlierWage: '15000.00' }, { employerMandatory: '10.00', gratuity: '0.00' })).toBe(
      '10.00 0.00 30,000.00 93,990.00',
    );
  });

  it('all before: mandatory money for all of it', () => {
    expect(offsetsOf({ to: '2024-04-30' })).toBe('108,000.00 0.00 0.00 0.00');
  });
});

it('a service shorter than usual is remarked on [GK]', () => {
  const until = (payment: OffsettingInput['payment'], to: string) =>
    reasonsOf({ payment, from: '2025-06-01', to }).includes('service-short');
  expect([until('severance', '2027-05-30'), until('severance', '2027-05-31')]).toEqual([true, false]);
  expect([until('long-service', '2030-05-30'), until('long-service', '2030-05-31')]).toEqual([true, false]);
});

it('dates that cannot be', () => {
  expect(partsOf({ from: '2025-02-29' })).toBe('service-dates');
  expect(partsOf({ from: '2027-05-01' })).toBe('service-dates');
});

it('every code above has been met', () => {
  expect([...seen].sort()).toEqual([...OFFSETTING_FAULTS, ...OFFSETTING_REASONS].sort());
});

it('whatever the service and money: the parts make the whole, within 390,000, and no pot gives more than it has', () => {
  const cents = fc.bigInt({ min: 0n, max: 50_000_000n });
  const day = fc.integer({ min: 0, max: 15_000 }).map((days) => addDays('1995-01-01', days));
  fc.assert(
    fc.property(
      day,
      day,
      cents,
      cents,
      cents,
      cents,
      cents,
      (one, other, wage, earlier, erm, erv, gratuity) => {
        const result = offsetting({
          payment: 'severance',
          from: one < other ? one : other,
          to: one < other ? other : one,
          monthlyWage: wage,
          wageBeforeTransition: earlier,
          employerMandatory: erm,
          employerVoluntary: erv,
          gratuity,
        });
        if (!result.ok) throw new Error(result.code);
        const { earlierPart, laterPart, total, byMandatory, byVoluntary, byGratuity, rest } = result.value;
        expect(total).toBe(earlierPart + laterPart);
        expect(total).toBe(byMandatory + byVoluntary + byGratuity + rest);
        expect(total <= 39_000_000n && laterPart >= 0n && rest >= 0n).toBe(true);
        expect(byMandatory <= earlierPart && byMandatory <= erm).toBe(true);
        expect(byVoluntary <= erv && byGratuity <= gratuity).toBe(true);
      },
    ),
  );
});
