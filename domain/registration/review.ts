import { maskHkid } from '../identity/document/hkid.ts';
import type { MismatchCase } from '../identity/differing/mismatch.ts';
import { agreedUses, isWhole } from '../notices/own-language.ts';
import { printedForm } from '../identity/document/partial-date.ts';
import type { ReviewRow } from '../terminal/view/rows.ts';
import { nameInWords } from './ccc/ccc.ts';
import type { RegistrationStep } from './answers.ts';
import type { RegistrationDraft } from './draft.ts';
import { employmentFrom, sourceOf } from '../roster/prefill.ts';
import { answerTo, stepsChangedTogether } from './steps.ts';

/** Begins the last line of an address row; the code of the district follows and the screen puts its name there. */
export const DISTRICT_LINE = 'district:';

/**
 * The rows of the review page, in order; what was not answered has no row. The number is masked, since the name stands
 * beside it (PCPD code 2.7, facts/domain.md §7).
 *
 * Values: `document` is `reader` or `typed`; `date-of-birth` is the printed form; `mobile` is `9123 4567`; `address` is
 * its lines joined by `\n`, the last one `district:<code>`; `optional-uses` is a comma list of codes; `attested-by` is
 * the staff number; `signed-in` is `iam-smart`; channel and language are their codes;
 * `employer` is a name or number, or the code `mine` or `not-mine`. An empty `name-chinese` or `optional-uses` means none.
 */
export function reviewRows(draft: RegistrationDraft): readonly ReviewRow[] {
  const { answers } = draft;
  const changeable = rowMaker(draft);
  return [
    ...identityRows(draft),
    ...changeable('former-name', answers.formerName ?? '', 'former-name'),
    ...mismatchRows(draft.mismatch),
    ...changeable('contact-channel', answers.contactChannel, 'contact-channel'),
    ...changeable(
      'mobile',
      answers.mobile === undefined ? undefined : spacedMobile(answers.mobile),
      'mobile',
    ),
    ...changeable('email', answers.email, 'email'),
    ...changeable('address', addressWithDistrict(draft), 'address'),
    ...changeable('employer', employerInWords(answers), 'employer'),
    ...changeable('communication-language', answers.communicationLanguage, 'communication-language'),
    ...usesRow(draft, changeable('optional-uses', answers.optionalUses, 'optional-uses')),
    ...provenRows(draft),
  ];
}

/** What is asked one by one in the member's own language is asked after the review, and changed there. */
function usesRow({ ownLanguage }: RegistrationDraft, row: readonly ReviewRow[]): readonly ReviewRow[] {
  if (ownLanguage === undefined) return row;
  return isWhole(ownLanguage) ? [fixed('optional-uses', agreedUses(ownLanguage).join(','))] : [];
}

/** How it is known who it is from. */
export function provenRows({
  attestation,
  iamSmart,
}: Pick<RegistrationDraft, 'attestation' | 'iamSmart'>): readonly ReviewRow[] {
  return [
    ...(attestation === null
      ? []
      : [attestation, attestation.second].flatMap((witness) =>
          witness === undefined ? [] : [fixed('attested-by', witness.staffId)],
        )),
    ...(iamSmart === undefined || iamSmart === null ? [] : [fixed('signed-in', 'iam-smart')]),
  ];
}

/** Who it is from, as the review page shows it. */
export function identityRows(
  draft: Pick<RegistrationDraft, 'identified' | 'answers' | 'byStaff' | 'prefill'>,
): readonly ReviewRow[] {
  const { identified, answers } = draft;
  if (identified.means === 'reader') {
    const { number, surname, givenNames, nameChinese, dateOfBirth } = identified.document;
    return [
      fixed('document', 'reader'),
      fixed('number', maskHkid(number)),
      fixed('name-english', wholeName(surname, givenNames)),
      fixed('name-chinese', nameChinese ?? ''),
      fixed('date-of-birth', printedForm(dateOfBirth)),
    ];
  }
  const changeable = rowMaker(draft);
  const typedName =
    answers.surname === undefined ? undefined : wholeName(answers.surname, answers.givenNames ?? '');
  return [
    fixed('document', 'typed'),
    fixed('number', maskHkid(identified.number)),
    ...changeable('name-english', typedName, 'surname'),
    ...changeable('name-chinese', chineseName(answers), 'chinese-codes'),
    ...changeable('date-of-birth', answers.dateOfBirth, 'date-of-birth'),
  ];
}

/** That document and record differ, and in what: the codes of the fields, comma-separated. */
export function mismatchRows(mismatch: MismatchCase | undefined): readonly ReviewRow[] {
  if (mismatch === undefined) return [];
  return [fixed('mismatch', mismatch.differences.map(({ field }) => field).join(','))];
}

function fixed(key: ReviewRow['key'], value: string): ReviewRow {
  return { key, value, change: null, byStaff: false };
}

/** A row counts as filled in by staff when any of the pages it stands for was. */
function rowMaker(
  draft: Pick<RegistrationDraft, 'answers' | 'byStaff' | 'prefill'>,
): (key: ReviewRow['key'], value: string | undefined, change: RegistrationStep) => readonly ReviewRow[] {
  return (key, value, change) => {
    if (value === undefined) return [];
    const byStaff = stepsChangedTogether(change).some((step) => draft.byStaff.includes(step));
    const { prefill = {}, answers } = draft;
    const given = change === 'employer' ? answers.broughtEmployment : answerTo(answers, change);
    const from = sourceOf(prefill, change, given);
    return [{ key, value, change, byStaff, ...(from === null ? {} : { from }) }];
  };
}

/** As picked, with the code where a character was not found; empty for a card without a Chinese name. */
function chineseName({
  chineseCodes,
  chineseCharacters = '',
}: RegistrationDraft['answers']): string | undefined {
  return chineseCodes === undefined ? undefined : nameInWords(chineseCodes, chineseCharacters);
}

/** English name in the printed order, `CHAN, Tai Man`; a single name stands alone. */
export function wholeName(surname: string, givenNames: string): string {
  return [surname.trim(), givenNames.trim()].filter((part) => part !== '').join(', ');
}

function addressWithDistrict({ answers }: RegistrationDraft): string | undefined {
  if (answers.address === undefined) return undefined;
  return answers.district === undefined
    ? answers.address
    : `${answers.address}\n${DISTRICT_LINE}${answers.district}`;
}

/** The employer's name, else the number; the code `not-mine`, or nothing where nothing was brought or answered. */
function employerInWords({ broughtEmployment, employer }: RegistrationDraft['answers']): string | undefined {
  if (employer !== 'mine') return employer;
  const { employer: name, businessRegistration } = employmentFrom(broughtEmployment) ?? {};
  return name ?? businessRegistration ?? 'mine';
}

/** Read back as people say it: `9123 4567` (facts/wording.md). */
export function spacedMobile(mobile: string): string {
  return `${mobile.slice(0, 4)} ${mobile.slice(4)}`;
}
