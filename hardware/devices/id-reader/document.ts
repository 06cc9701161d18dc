import type {
  AuthenticityEvidence,
  HkidDocument,
  IdentityDocument,
  PassportDocument,
} from '../../../domain/identity/document/document.ts';
import { parseHkid } from '../../../domain/identity/document/hkid.ts';
import { parseMrz } from '../../../domain/identity/document/mrz.ts';
import { isRealPartialDate, type PartialDate } from '../../../domain/identity/document/partial-date.ts';
import { PARAMETERS } from '../../../domain/parameters.ts';
import { isRealIsoDate } from '../../../domain/time.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { AuthenticityPolicy } from './adapter.ts';
import type { ReportedCard, ReportedDocument } from './wire/protocol.ts';

export type DocumentRefusal = 'unreadable' | 'not-a-document-we-know';

/** Enough for any name of one to six characters written with variation selectors. */
const MAX_CHINESE_NAME = 30;

/**
 * Turns what a reader says into a document the terminal may use: number with its check digit, dates that exist, names
 * that are there. The check digit shows a misreading, not a forgery (facts/domain.md §1.1, §2.2).
 * @returns the document; or `unreadable`: read it again; or `not-a-document-we-know`: a readable zone, but no passport.
 *   Nothing of a refused document is kept or named.
 */
export function toIdentityDocument(
  reported: ReportedDocument,
  policy: AuthenticityPolicy,
): Result<IdentityDocument, Failure<DocumentRefusal>> {
  return reported.kind === 'passport' ? passportOf(reported.mrz) : cardOf(reported, policy);
}

function cardOf(card: ReportedCard, policy: AuthenticityPolicy): Result<HkidDocument, Failure<'unreadable'>> {
  const number = parseHkid(card.number);
  const dateOfBirth = printedDate(card.dateOfBirth);
  const surname = card.surname.trim();
  const givenNames = card.givenNames.trim();
  if (!number.ok || dateOfBirth === null) return fail('unreadable');
  if (surname === '' || surname.length > PARAMETERS.surnameCharacters) return fail('unreadable');
  if (givenNames.length > PARAMETERS.givenNamesCharacters) return fail('unreadable');
  if (card.nameChinese !== null && Array.from(card.nameChinese).length > MAX_CHINESE_NAME)
    return fail('unreadable');
  if (card.dateOfIssue !== null && !isRealIsoDate(card.dateOfIssue)) return fail('unreadable');
  return ok({
    kind: 'hkid',
    number: number.value,
    surname,
    givenNames,
    nameChinese: card.nameChinese === '' ? null : card.nameChinese,
    dateOfBirth,
    sex: card.sex,
    dateOfIssue: card.dateOfIssue,
    authenticity: believed(card.authenticity, policy),
  });
}

function passportOf(lines: readonly [string, string]): Result<PassportDocument, Failure<DocumentRefusal>> {
  const mrz = parseMrz(lines.join('\n'));
  if (!mrz.ok) return fail(mrz.code === 'mrz-document-code' ? 'not-a-document-we-know' : 'unreadable');
  const { issuingState, surname, givenNames } = mrz.value;
  return ok({ kind: 'passport', issuingState, surname, givenNames });
}

/** The card may show a year, or a year and a month only (facts/domain.md §1.2); the wire has one form for each. */
function printedDate(text: string): PartialDate | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const date = { year: Number(year), month: numberOrNull(month), day: numberOrNull(day) };
  return isRealPartialDate(date) ? date : null;
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function believed(evidence: AuthenticityEvidence, policy: AuthenticityPolicy): AuthenticityEvidence {
  if (evidence.result !== 'passed') return evidence;
  const credible = policy.authorisedMiddleware && evidence.method === 'chip' && evidence.middleware !== '';
  return credible ? evidence : { method: 'none', result: 'not-performed', middleware: '' };
}
