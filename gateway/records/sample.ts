import { createHash } from 'node:crypto';
import type { Hkid } from '../../domain/identity/document/hkid.ts';
import { plainMoney } from '../../domain/money/money.ts';
import type {
  AccountPart,
  AccountRecord,
  EMPTY_MONTH_REASONS,
  MonthRecord,
  Records,
} from '../../domain/records/records.ts';
import { fundsOf } from '../../domain/reference-data/look-up/schemes.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import type { Scheme } from '../../domain/reference-data/schema/schemes.ts';

type Draw = (below: number) => number;

/** The same numbers for the same text, always: nothing of an invented person is stored to make them again. */
function drawFrom(seed: string): Draw {
  let count = 0;
  return (below) => {
    count += 1;
    const digest = createHash('sha256')
      .update(`${seed}\n${String(count)}`)
      .digest();
    return digest.readUInt32BE(0) % below;
  };
}

const MONTHS = 24;
/** Contribution months younger than this may still be on their way. */
const NOT_YET = 2;

/**
 * Invented records of an invented person, for development, the demo and tests: two accounts, and two years of months of
 * which a few are empty. Marked as a sample, so that every screen that shows them says so.
 * @param today ISO date in Hong Kong
 */
export function sampleRecords(number: Hkid, data: ReferenceData, today: string): readonly Records[] {
  const draw = drawFrom(`sample-records ${number.body}`);
  const common = { sample: true, asOf: today };
  return [
    { what: 'accounts', ...common, accounts: sampleAccounts(data, today, draw) },
    { what: 'contributions', ...common, months: sampleMonths(today, draw) },
  ];
}

function sampleAccounts(data: ReferenceData, today: string, draw: Draw): AccountRecord[] {
  const schemes = data.schemes.filter(({ onboarding }) => onboarding.on <= today);
  if (schemes.length === 0) return [];
  const first = draw(schemes.length);
  const places = schemes.length === 1 ? [first] : [first, (first + 1) % schemes.length];
  const types = [
    ['employer-mandatory', 'employee-mandatory', 'employee-voluntary'],
    ['former-employment'],
  ] as const;
  return places.map((place, index) => {
    const scheme = schemes[place] as Scheme;
    const digits = Array.from({ length: 8 }, () => String(draw(10))).join('');
    const parts = (types[index] ?? types[0]).map((type) => samplePart(type, scheme, data, today, draw));
    return { scheme: scheme.id, accountNumber: digits, parts };
  });
}

function samplePart(
  type: AccountPart['type'],
  scheme: Scheme,
  data: ReferenceData,
  today: string,
  draw: Draw,
): AccountPart {
  const funds = fundsOf(data, scheme.id, today).map(({ code }) => code);
  const start = draw(funds.length);
  const [one = 'dis', other = 'dis'] = [funds[start], funds[(start + 1) % funds.length]];
  const money = (): string => plainMoney(BigInt(100_000 + draw(9_000_000)));
  if (one === other) {
    return { type, holdings: [{ fund: one, value: money() }], mandate: [{ fund: one, percentage: 100 }] };
  }
  const share = 10 * (1 + draw(9));
  return {
    type,
    holdings: [one, other].map((fund) => ({ fund, value: money() })),
    mandate: [
      { fund: one, percentage: share },
      { fund: other, percentage: 100 - share },
    ],
  };
}

function sampleMonths(today: string, draw: Draw): MonthRecord[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const mandatory = plainMoney(BigInt(50_000 + 100 * draw(2_500)));
  const voluntary = plainMoney(BigInt(100 * draw(1_000)));
  const empty = new Map<number, (typeof EMPTY_MONTH_REASONS)[number] | null>([
    [1 + draw(3), 'returned-to-employer'],
    [5 + draw(3), null],
    [9 + draw(3), 'being-matched'],
  ]);
  return Array.from({ length: MONTHS }, (_, back): MonthRecord => {
    const at = new Date(Date.UTC(year, month - 1 - NOT_YET - back, 1)).toISOString().slice(0, 7);
    const reason = empty.get(back);
    return reason === undefined
      ? { month: at, mandatory, voluntary, reason: null }
      : { month: at, mandatory: null, voluntary: null, reason };
  });
}
