import { checkCharacter } from '../../../domain/identity/document/hkid.ts';
import { plainMoney, shareOf } from '../../../domain/money/money.ts';
import type { ColumnKey } from '../../../domain/remittance/columns.ts';

/** One invented row, by column. */
export type InventedRow = Partial<Record<ColumnKey, string>>;

const FAMILY = ['CHAN', 'WONG', 'LEE', 'CHEUNG', 'LAU', 'NG', 'CHENG', 'YEUNG'];
const GIVEN = ['Ka Yan', 'Chi Ming', 'Siu Fong', 'Wai Lun', 'Mei Ling', 'Hoi Ching'];
const CHINESE = ['陳', '黃', '李', '張', '劉', '吳', '鄭', '楊'];

/**
 * A row that nothing is wrong with; the same number always gives the same row, and every number another person. Identity
 * numbers have right check characters, nobody's particulars are behind them.
 *
 * @param index from 0 to 25,999,999
 */
export function inventedRow(index: number): InventedRow {
  if (index % 50 === 7) return enrolment(index);
  if (index % 50 === 13) return { ...existing(index), ...leaving(index) };
  if (index % 50 === 21) return unpaidLeave(index);
  return existing(index);
}

/** A row with one fault, another kind for each number. */
export function faultyRow(index: number): InventedRow {
  const row = existing(index);
  const faults: readonly InventedRow[] = [
    { idNo: `${(row.idNo ?? '').slice(0, -1)}${row.idNo?.endsWith('0') === true ? '1' : '0'}` },
    { total: '0.01' },
    { payrollPeriodStart: '2026/11/01' },
    { memberStatus: 'X' },
    { employerAccountNo: '3.77746E+12' },
    { relevantIncome: '20,000.00' },
  ];
  return { ...row, ...faults[index % faults.length] };
}

function existing(index: number): InventedRow {
  const income = 650_000n + ((BigInt(index) * 7_919n) % 4_000_000n);
  const counted = income > 3_000_000n ? 3_000_000n : income;
  const share = shareOf(counted, '0.05');
  const employee = income < 710_000n ? null : share;
  return {
    ...{ schemeRegistrationNo: 'MT00298', employerAccountNo: '3777463656273', payrollGroupId: 'HQ' },
    ...{ payrollPeriodStart: '20261101', payrollPeriodEnd: '20261130', accountType: 'REE' },
    ...{ idType: 'HKID', idNo: inventedNumber(index), employmentDate: `20${10 + (index % 15)}0601` },
    ...{ memberStatus: 'E', staffNo: `E-${String(index).padStart(7, '0')}` },
    ...{ memberPeriodStart: '20261101', memberPeriodEnd: '20261130' },
    relevantIncome: plainMoney(income),
    ermc: plainMoney(share),
    eemc: employee === null ? '' : plainMoney(employee),
    total: plainMoney(share + (employee ?? 0n)),
  };
}

function enrolment(index: number): InventedRow {
  return {
    ...existing(index),
    ...{ memberStatus: 'N', employmentDate: '20260901', gender: index % 2 === 0 ? 'F' : 'M' },
    surnameEnglish: FAMILY[index % FAMILY.length] ?? '',
    givenNameEnglish: GIVEN[index % GIVEN.length] ?? '',
    surnameChinese: CHINESE[index % CHINESE.length] ?? '',
    ...{ dateOfBirth: `19${70 + (index % 30)}0315`, employeeType: 'NEW' },
    ...{ email: `member${index}@example.com`, mobileCountryCode: '852' },
    mobileNo: String(51_000_000 + (index % 8_000_000)),
  };
}

function leaving(index: number): InventedRow {
  const redundant = index % 100 === 13;
  return {
    ...{ memberStatus: 'T', lastEmploymentDate: '20261130' },
    ...(redundant
      ? { terminationReason: 'REDUNDANCY', severanceCode: 'S' }
      : { terminationReason: 'RESIGN' }),
  };
}

function unpaidLeave(index: number): InventedRow {
  return { ...existing(index), relevantIncome: '0', ermc: '0', eemc: '0', total: '0' };
}

function inventedNumber(index: number): string {
  const letter = String.fromCharCode(65 + (Math.floor(index / 1_000_000) % 26));
  const body = `${letter}${String(index % 1_000_000).padStart(6, '0')}`;
  return `${body}${checkCharacter(body)}`;
}
