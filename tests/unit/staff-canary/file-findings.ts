import { checkCompanyList, type ListFindings } from '../../../domain/company-list/check-list.ts';
import { listFile } from '../../../domain/company-list/list.fixture.ts';
import { checkCharacter } from '../../../domain/identity/document/hkid.ts';
import { calendarOf } from '../../../domain/reference-data/look-up/figures.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../../domain/reference-data/embedded/embedded.ts';
import { checkPieces } from '../../../domain/remittance/check-pieces.ts';
import { enrolment, existing, FIGURES, fileOf } from '../../../domain/remittance/row.fixture.ts';
import { createFileSummary, type FileFindings } from '../../../domain/remittance/summary/summarise.ts';

const [ONE, OTHER] = ['P774193', 'R885204'].map((body) => `${body}${checkCharacter(body)}`) as [
  string,
  string,
];

/** Numbers that stand in the file beneath, and in what is wrong in it. */
export const NUMBERS_IN_FILE: readonly string[] = [ONE, OTHER, '68829017'];
export const NAMES_IN_FILE = ['SAMPLE', 'Lai Ming'] as const;

/** What a real check finds in an employer's file with a wrong cell in many a row. */
export async function fileFindings(payer: {
  readonly name: string;
  readonly account: string;
}): Promise<FileFindings> {
  const summary = createFileSummary({
    payer,
    calendar: calendarOf(EMBEDDED_REFERENCE_DATA),
    today: '2026-12-11',
  });
  const wrong = fileOf(
    existing({ idNo: ONE }),
    existing({ idNo: ONE, total: '1.00' }),
    existing({ idNo: `${ONE}9` }),
    existing({ idNo: ONE, memberStatus: 'X' }),
    existing({ idNo: ONE, employerAccountNo: '9999000012345' }),
    enrolment({ idNo: OTHER, mobileNo: '68829017' }),
    enrolment({ idNo: OTHER, mobileNo: '688290171', surnameEnglish: '陳大文' }),
    enrolment({ idNo: OTHER, mobileNo: '68829017', dateOfBirth: '19990230' }),
  );
  const checked = await checkPieces(
    (take) => {
      take(new TextEncoder().encode(wrong));
      return Promise.resolve();
    },
    { figures: FIGURES, rules: null, payer: null },
    { begin: () => undefined, take: summary.take },
  );
  return summary.end(checked).findings;
}

/** The same of a list of companies. */
export function listFindings(): ListFindings {
  const bytes = new TextEncoder().encode(listFile({}, { 'ci-number': 'x' }, { 'br-number': '1111111' }));
  return checkCompanyList(bytes, 'c'.repeat(43), { standing: 'new', today: '2026-11-23' }).findings;
}
