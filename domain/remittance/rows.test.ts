import { describe, expect, it } from 'vitest';
import {
  casual,
  type Cells,
  checkText,
  enrolment,
  existing,
  fileOf,
  found,
  leaver,
  surcharge,
  unpaidLeave,
} from './row.fixture.ts';

/** What one row alone is told; nothing at all for a row that goes. */
const told = (row: Cells): readonly string[] =>
  found(checkText(fileOf(row))).map((text) => text.replace(/^1 /, ''));

describe('rows that go', () => {
  const table: readonly (readonly [string, Cells])[] = [
    ['a month of an existing member', existing()],
    [
      'half-up rounding: 12,011.50 × 5% is 600.58 (§3a)',
      existing({ relevantIncome: '12011.50', ermc: '600.58', eemc: '600.58', total: '1201.16' }),
    ],
    [
      'half-up rounding: 12,022.05 × 5% is 601.10 (§3a)',
      existing({ relevantIncome: '12022.05', ermc: '601.10', eemc: '601.10', total: '1202.20' }),
    ],
    [
      'income at the maximum',
      existing({ relevantIncome: '30000.00', ermc: '1500.00', eemc: '1500.00', total: '3000.00' }),
    ],
    [
      'income above the maximum',
      existing({ relevantIncome: '88000', ermc: '1500', eemc: '1500', total: '3000' }),
    ],
    [
      'income below the minimum: EEMC blank',
      existing({ relevantIncome: '7099.99', ermc: '355.00', eemc: '', total: '355.00' }),
    ],
    [
      'income at the minimum',
      existing({ relevantIncome: '7100.00', ermc: '355.00', eemc: '355.00', total: '710.00' }),
    ],
    ['unpaid leave: zeros are sent', unpaidLeave()],
    [
      'unpaid leave with decimals',
      unpaidLeave({ relevantIncome: '0.00', ermc: '0.00', eemc: '0.00', total: '0.00' }),
    ],
    ['a surcharge for an earlier month', surcharge()],
    ['a surcharge with zeros for the contributions', surcharge({ ermc: '0', eemc: '0' })],
    [
      'a surcharge with its own payroll period',
      surcharge({ payrollPeriodStart: '20261001', payrollPeriodEnd: '20261031' }),
    ],
    [
      'voluntary contributions on basic salary',
      existing({ basicSalary: '18000.00', ervc: '260.00', eevc: '100.00', total: '2360.00' }),
    ],
    ['a second voluntary slot', existing({ ervc2: '10.00', total: '2010.00' })],
    ['a new member', enrolment()],
    [
      'a new member with a Chinese name only',
      enrolment({ surnameEnglish: '', givenNameEnglish: '', surnameChinese: '樣', givenNameChinese: '本明' }),
    ],
    [
      'an enrolment without a contribution',
      enrolment({
        memberPeriodStart: '',
        memberPeriodEnd: '',
        relevantIncome: '',
        ermc: '',
        eemc: '',
        total: '',
      }),
    ],
    ['a passport of ten characters (§1.3)', enrolment({ idType: 'PASSPORT', idNo: 'AP9929922C' })],
    ['a member of sixteen', enrolment({ dateOfBirth: '20100901', ermc: '', eemc: '', total: '0.00' })],
    [
      'an employee who came from the group',
      enrolment({ employeeType: 'INTRA_GROUP', previousEmploymentDate: '20180101' }),
    ],
    ['a month of turning 65: full income', enrolment({ dateOfBirth: '19611115' })],
    [
      'a first month within the contribution holiday: EEMC blank',
      enrolment({ employmentDate: '20261101', eemc: '', total: '1000.00' }),
    ],
    ['a leaver', leaver()],
    [
      'a leaver without a contribution',
      leaver({
        memberPeriodStart: '',
        memberPeriodEnd: '',
        relevantIncome: '',
        ermc: '',
        eemc: '',
        total: '',
      }),
    ],
    ['long service payment on retirement', leaver({ terminationReason: 'RETIRE', severanceCode: 'L' })],
    ['severance payment on redundancy', leaver({ terminationReason: 'REDUNDANCY', severanceCode: 'S' })],
    ['a casual employee on the daily scale', casual()],
    ['a two-letter identity card number (§1.1)', existing({ idNo: 'AB9876543' })],
    ['a casual employee without a working period', casual({ workingPeriodStart: '', workingPeriodEnd: '' })],
    [
      'a department and a staff number with a space',
      existing({ departmentCode: 'HEAD OFFICE', staffNo: 'HO 12' }),
    ],
    ['a leap day', existing({ employmentDate: '20240229' })],
    [
      'codes at their greatest length',
      existing({
        schemeRegistrationNo: 'M'.repeat(10),
        employerAccountNo: '1'.repeat(15),
        payrollGroupId: 'G'.repeat(20),
        departmentCode: 'D'.repeat(50),
      }),
    ],
  ];

  it.each(table)('%s', (_, row) => {
    const result = checkText(fileOf(row));
    expect(found(result)).toEqual([]);
    expect(result.report).toMatchObject({ rows: 1, valid: 1, rejected: 0, warnings: 0 });
  });
});

describe('rows that go with a note', () => {
  const table: readonly (readonly [string, Cells, readonly string[]])[] = [
    [
      'a passport number that is an identity card number',
      existing({ idType: 'PASSPORT' }),
      ['idNo passport-is-hkid'],
    ],
    [
      'an employer who pays too little',
      existing({ ermc: '900.00', total: '1900.00' }),
      ['ermc mandatory-differs'],
    ],
    [
      'an employee of 65 or more, whose birth date is not in the file',
      existing({ eemc: '', ermc: '', total: '0.00' }),
      ['ermc mandatory-differs', 'eemc mandatory-differs'],
    ],
    [
      'days of work that nobody was paid for',
      casual({ relevantIncome: '0', ermc: '0', eemc: '0', total: '0' }),
      [],
    ],
    ['income without days of work', casual({ workingDays: '0' }), ['relevantIncome mandatory-not-computed']],
    [
      'a share of the month of turning 65 instead of the whole',
      enrolment({
        dateOfBirth: '19611115',
        relevantIncome: '10000.00',
        ermc: '400.00',
        eemc: '400.00',
        total: '800.00',
      }),
      ['ermc mandatory-differs', 'eemc mandatory-differs'],
    ],
  ];

  it.each(table)('%s', (_, row, notes) => {
    const result = checkText(fileOf(row));
    expect(found(result)).toEqual(notes.map((note) => `1 ${note}`));
    expect(result.report).toMatchObject({ valid: 1, rejected: 0, warnings: notes.length });
  });
});

describe('cells that are told', () => {
  const table: readonly (readonly [string, Cells])[] = [
    ['schemeRegistrationNo required', existing({ schemeRegistrationNo: '' })],
    ['schemeRegistrationNo too-long', existing({ schemeRegistrationNo: 'MT002980000' })],
    ['employerAccountNo required', existing({ employerAccountNo: '' })],
    ['employerAccountNo too-long', existing({ employerAccountNo: '1234567890123456' })],
    ['employerAccountNo scientific-notation', existing({ employerAccountNo: '3.77746E+12' })],
    ['employerAccountNo space-inside', existing({ employerAccountNo: '3777 463656' })],
    ['payrollGroupId too-long', existing({ payrollGroupId: 'G'.repeat(21) })],
    ['departmentCode too-long', existing({ departmentCode: 'D'.repeat(51) })],
    ['departmentCode spreadsheet-error', existing({ departmentCode: '#REF!' })],
    ['departmentCode spreadsheet-error', existing({ departmentCode: '########' })],
    ['departmentCode spreadsheet-mark', existing({ departmentCode: '="007"' })],
    ['departmentCode spreadsheet-mark', existing({ departmentCode: "'007" })],
    ['departmentCode control-characters', existing({ departmentCode: 'A\u200b1' })],
    ['departmentCode spaces-around', existing({ departmentCode: ' 007' })],
    ['payrollPeriodStart required', existing({ payrollPeriodStart: '' })],
    ['payrollPeriodStart date-separated', existing({ payrollPeriodStart: '2026/11/01' })],
    ['payrollPeriodStart date-separated', existing({ payrollPeriodStart: '1-Nov-26' })],
    ['payrollPeriodStart date-format', existing({ payrollPeriodStart: '2026111' })],
    ['payrollPeriodStart full-width', existing({ payrollPeriodStart: '２０２６１１０１' })],
    ['payrollPeriodStart date-out-of-range', existing({ payrollPeriodStart: '12261101' })],
    ['payrollPeriodEnd date-not-real', existing({ payrollPeriodEnd: '20261131' })],
    ['payrollPeriodEnd date-order', existing({ payrollPeriodEnd: '20261031' })],
    ['accountType choice', existing({ accountType: 'ree' })],
    ['idType choice', existing({ idType: 'HKIC' })],
    ['idNo required', existing({ idNo: '' })],
    ['idNo hkid-check-digit', existing({ idNo: 'A1234564' })],
    ['idNo hkid-incomplete', existing({ idNo: 'A123456' })],
    ['idNo hkid-characters', existing({ idNo: '12345678' })],
    ['idNo hkid-decoration', existing({ idNo: 'A123456(3)' })],
    ['idNo hkid-decoration', existing({ idNo: 'a1234563' })],
    ['idNo full-width', existing({ idNo: 'Ａ1234563' })],
    ['idNo passport-characters', existing({ idType: 'PASSPORT', idNo: 'K-123456' })],
    ['idNo passport-too-long', existing({ idType: 'PASSPORT', idNo: 'K'.repeat(31) })],
    ['idNo passport-is-hkid', existing({ idType: 'PASSPORT' })],
    ['employmentDate required', existing({ employmentDate: '' })],
    ['memberStatus choice', existing({ memberStatus: 'X' })],
    ['memberStatus required', existing({ memberStatus: '' })],
    [
      'relevantIncome contribution-missing',
      existing({
        memberPeriodStart: '',
        memberPeriodEnd: '',
        relevantIncome: '',
        ermc: '',
        eemc: '',
        total: '',
      }),
    ],
    ['memberPeriodStart required', existing({ memberPeriodStart: '' })],
    ['memberPeriodEnd date-order', existing({ memberPeriodEnd: '20261031' })],
    [
      'memberPeriodStart member-period-outside',
      existing({ memberPeriodStart: '20261001', memberPeriodEnd: '20261031' }),
    ],
    ['memberPeriodEnd date-order', existing({ employmentDate: '20261201' })],
    ['workingDays casual-only', existing({ workingDays: '22' })],
    ['contributionDay casual-only', existing({ contributionDay: '20261210' })],
    ['contributionDay required', casual({ contributionDay: '' })],
    ['workingDays required', casual({ workingDays: '' })],
    ['workingDays whole-number', casual({ workingDays: '10.5' })],
    ['workingDays working-days-beyond-period', casual({ workingDays: '31' })],
    // More days than the days they were worked in, though the month has more.
    ['workingDays working-days-beyond-period', casual({ workingPeriodEnd: '20261109' })],
    ['workingPeriodEnd required', casual({ workingPeriodEnd: '' })],
    ['workingPeriodEnd date-order', casual({ workingPeriodEnd: '20261031' })],
    ['relevantIncome required', existing({ relevantIncome: '' })],
    ['relevantIncome amount-format', existing({ relevantIncome: 'twenty' })],
    ['relevantIncome amount-separators', existing({ relevantIncome: '20,000.00' })],
    ['relevantIncome amount-separators', existing({ relevantIncome: '$20000' })],
    ['relevantIncome amount-negative', existing({ relevantIncome: '-20000.00' })],
    ['relevantIncome amount-decimals', existing({ relevantIncome: '20000.001' })],
    ['relevantIncome amount-too-large', existing({ relevantIncome: '20000000000' })],
    ['basicSalary basic-salary-not-used', existing({ basicSalary: '18000.00' })],
    ['ermc zero-missing', unpaidLeave({ ermc: '' })],
    ['eemc zero-missing', unpaidLeave({ eemc: '' })],
    [
      'eemc zero-left-blank',
      existing({ relevantIncome: '7000.00', ermc: '350.00', eemc: '0', total: '350.00' }),
    ],
    [
      'eemc employee-below-minimum',
      existing({ relevantIncome: '7000.00', ermc: '350.00', eemc: '350.00', total: '700.00' }),
    ],
    [
      'eemc employee-below-minimum',
      casual({ workingDays: '30', ermc: '300.00', eemc: '300.00', total: '600.00' }),
    ],
    ['ermc mandatory-without-income', unpaidLeave({ ermc: '100.00', total: '100.00' })],
    [
      'ermc mandatory-above-income',
      existing({ relevantIncome: '100.00', ermc: '1000.00', eemc: '', total: '1000.00' }),
    ],
    ['ermc mandatory-differs', existing({ ermc: '900.00', total: '1900.00' })],
    ['ervc zero-left-blank', existing({ ervc: '0.00' })],
    ['employeeSurcharge zero-left-blank', surcharge({ employeeSurcharge: '0', total: '50.00' })],
    ['employerSurcharge surcharge-with-income', existing({ employerSurcharge: '50.00', total: '2050.00' })],
    ['total total-differs', existing({ total: '2000.01' })],
    ['total required', existing({ total: '' })],
    ['gender section-not-used', existing({ gender: 'F' })],
    ['gender choice', enrolment({ gender: 'X' })],
    ['surnameEnglish name-digits', enrolment({ surnameEnglish: 'SAMPLE2' })],
    ['surnameEnglish name-script', enrolment({ surnameEnglish: '樣' })],
    ['givenNameEnglish name-missing', enrolment({ givenNameEnglish: '' })],
    ['surnameEnglish name-missing', enrolment({ surnameEnglish: '', givenNameEnglish: '' })],
    ['dateOfBirth required', enrolment({ dateOfBirth: '' })],
    ['dateOfBirth age-too-young', enrolment({ dateOfBirth: '20100902' })],
    ['previousEmploymentDate required', enrolment({ employeeType: 'INTRA_GROUP' })],
    ['previousEmploymentDate employee-type-mismatch', enrolment({ previousEmploymentDate: '20180101' })],
    ['visaIssueDate required', enrolment({ employeeType: 'EXPATRIATE' })],
    ['email required', enrolment({ email: '' })],
    ['email email-format', enrolment({ email: 'lai.ming' })],
    ['mobileCountryCode country-code-format', enrolment({ mobileCountryCode: '+852' })],
    ['mobileNo required', enrolment({ mobileNo: '' })],
    ['mobileNo mobile-characters', enrolment({ mobileNo: '6123-4567' })],
    ['mobileNo mobile-length', enrolment({ mobileNo: '6123456' })],
    ['lastEmploymentDate required', leaver({ lastEmploymentDate: '' })],
    ['lastEmploymentDate section-not-used', existing({ lastEmploymentDate: '20261130' })],
    ['lastEmploymentDate date-order', leaver({ lastEmploymentDate: '20191231' })],
    ['terminationReason required', leaver({ terminationReason: '' })],
    ['terminationReason choice', leaver({ terminationReason: 'DISMISS' })],
    ['severanceCode choice', leaver({ severanceCode: 'LSP' })],
    ['severanceCode severance-reason', leaver({ severanceCode: 'L' })],
    ['severanceCode severance-reason', leaver({ terminationReason: 'RETIRE', severanceCode: 'S' })],
    [
      'severanceCode severance-without-contribution',
      leaver({
        terminationReason: 'RETIRE',
        severanceCode: 'L',
        memberPeriodStart: '',
        memberPeriodEnd: '',
        relevantIncome: '',
        ermc: '',
        eemc: '',
        total: '',
      }),
    ],
  ];

  it.each(table)('%s', (expected, row) => {
    expect(told(row)).toContain(expected);
  });
});
