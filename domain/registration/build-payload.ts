import { assuranceOf, type IdentificationEvidence } from '../assurance.ts';
import { readPrinted } from '../identity/differing/difference.ts';
import { canonicalHkid } from '../identity/document/hkid.ts';
import { derivedDate, printedForm, type PartialDate } from '../identity/document/partial-date.ts';
import type { IamSmartEvidence } from '../identity/proof/iam-smart.ts';
import type { ConfirmedMobile } from '../identity/proof/mobile-code.ts';
import type { Attestation } from '../identity/staff.ts';
import { agreedUses, isWhole } from '../notices/own-language.ts';
import { KIND_FACTS } from '../kinds/kinds.ts';
import { PARAMETERS } from '../parameters.ts';
import { employmentFrom, prefilledFields } from '../roster/prefill.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import { OPTIONAL_USES, type RegistrationAnswers } from './answers.ts';
import { groupsOf, NOT_FOUND } from './ccc/ccc.ts';
import type { IdentifiedMember, RegistrationDraft } from './draft.ts';
import { type RegistrationPayload, registrationPayloadSchema } from './payload.ts';
import { remainderOf } from './remainder.ts';
import { isComplete } from './steps.ts';
import { asRecorded } from './who.ts';

/** The evidence of how a member was identified, for `assuranceOf` on the terminal and again at the gateway. */
export function evidenceOf(
  identified: IdentifiedMember,
  attestation: Attestation | null,
  iamSmart: IamSmartEvidence | null = null,
): IdentificationEvidence {
  return {
    means: identified.means,
    documentKind: 'hkid',
    authenticity:
      identified.means === 'reader'
        ? identified.document.authenticity
        : { method: 'none', result: 'not-performed', middleware: '' },
    attestation,
    ...(iamSmart === null ? {} : { iamSmart }),
  };
}

/**
 * Turns a declared draft into what travels to the platform, checked against the wire schema.
 *
 * @returns the payload; or `incomplete` with `field`, the place in the payload (never its content): an answer or the
 *   declaration is missing, the assurance is below what KIND_FACTS says (`identification`), or the schema refuses a value
 */
export function buildPayload(draft: RegistrationDraft): Result<RegistrationPayload, Failure<'incomplete'>> {
  const { identified, answers, attestation, iamSmart, notice, declaration, mismatch } = draft;
  if (!isComplete(identified, answers)) return fail('incomplete', { field: 'answers' });
  if (declaration === null) return fail('incomplete', { field: 'consents.declaration' });
  const identification = evidenceOf(identified, attestation, iamSmart);
  if (assuranceOf(identification) < KIND_FACTS['member-registration'].assurance) {
    return fail('incomplete', { field: 'identification' });
  }
  const { ownLanguage } = draft;
  if (ownLanguage !== undefined && !isWhole(ownLanguage)) {
    return fail('incomplete', { field: 'consents.ownLanguage' });
  }
  const uses = (answers.optionalUses ?? '').split(',');
  const parsed = registrationPayloadSchema.safeParse({
    schemaVersion: 1,
    kind: 'member-registration',
    person: personOf(identified, answers),
    contact: contact(answers, draft.confirmedMobile ?? null),
    communicationLanguage: answers.communicationLanguage,
    consents: {
      notice: { digest: notice.digest, locale: notice.locale, shownAt: notice.at },
      declaration: { digest: declaration.digest, locale: declaration.locale, declaredAt: declaration.at },
      optionalUses:
        ownLanguage === undefined
          ? OPTIONAL_USES.filter((use) => uses.includes(use))
          : agreedUses(ownLanguage),
      ...(ownLanguage === undefined ? {} : { ownLanguage }),
    },
    identification,
    ...employmentOf(answers),
    ...prefilledOf(draft),
    ...(draft.remainderLeft === true ? { remainder: remainderOf(answers) } : {}),
    ...(draft.interpretation === undefined ? {} : { interpretation: draft.interpretation }),
    ...(mismatch === undefined ? {} : { mismatch }),
  });
  if (parsed.success) return ok(parsed.data);
  return fail('incomplete', { field: parsed.error.issues[0]?.path.map(String).join('.') ?? '' });
}

/** Only what the member said is right. */
function employmentOf({ employer, broughtEmployment }: RegistrationAnswers): { employment?: unknown } {
  return employer === 'mine' ? { employment: employmentFrom(broughtEmployment) } : {};
}

function prefilledOf({ prefill = {}, answers }: RegistrationDraft): { prefilled?: unknown } {
  const fields = prefilledFields(prefill, answers);
  return fields.length === 0 ? {} : { prefilled: fields };
}

/**
 * Who it is, as every payload says it: from the document, or from what was typed where the reader could not read.
 */
export function personOf(identified: IdentifiedMember, answers: RegistrationAnswers): unknown {
  if (identified.means === 'typed') {
    return {
      hkid: canonicalHkid(identified.number),
      surname: answers.surname,
      givenNames: answers.givenNames,
      ...chineseName(answers),
      ...formerName(answers),
      dateOfBirth: dateOfBirth(readPrinted(answers.dateOfBirth ?? '')),
      sex: null,
    };
  }
  const { number, surname, givenNames, nameChinese, dateOfBirth: born, sex } = identified.document;
  return {
    hkid: canonicalHkid(number),
    ...asRecorded(surname, givenNames),
    nameChinese: nameChinese === null || nameChinese.trim() === '' ? null : nameChinese.trim(),
    ...formerName(answers),
    dateOfBirth: dateOfBirth(born),
    sex,
  };
}

/** The codes are discarded once every character is there; else they go, and no half of a name does. */
function chineseName({ chineseCodes = '', chineseCharacters = '' }: RegistrationAnswers): {
  readonly nameChinese: string | null;
  readonly nameChineseCodes?: readonly string[];
} {
  if (chineseCodes === '') return { nameChinese: null };
  return chineseCharacters === '' || chineseCharacters.includes(NOT_FOUND)
    ? { nameChinese: null, nameChineseCodes: groupsOf(chineseCodes) }
    : { nameChinese: chineseCharacters };
}

function formerName({ formerName: name = '' }: RegistrationAnswers): { readonly formerName?: string } {
  return name === '' ? {} : { formerName: name };
}

function dateOfBirth(date: PartialDate): { readonly printed: string; readonly derived: string } {
  return { printed: printedForm(date), derived: derivedDate(date) };
}

function contact(answers: RegistrationAnswers, confirmed: ConfirmedMobile | null): unknown {
  switch (answers.contactChannel) {
    case 'mobile':
      return {
        channel: 'mobile',
        countryCode: PARAMETERS.mobileCountryCode,
        mobile: answers.mobile,
        ...(confirmed !== null && confirmed.mobile === answers.mobile
          ? { verification: 'sms', confirmation: confirmed.evidence }
          : { verification: 'typed-twice' }),
      };
    case 'email':
      return { channel: 'email', email: answers.email, verification: 'none' };
    case 'post':
      return { channel: 'post', lines: answers.address?.split('\n'), district: answers.district };
    case undefined:
      return undefined;
  }
}
