import { KIND_FACTS } from '../../../domain/kinds/kinds.ts';
import {
  derivedDate,
  isRealPartialDate,
  type PartialDate,
} from '../../../domain/identity/document/partial-date.ts';
import { type RegistrationPayload, registrationPayloadSchema } from '../../../domain/registration/payload.ts';
import type { KindRules } from './kind-rules.ts';
import { detailsOf, isWellFormed, memberOf } from './member.ts';

/** Registration of a member (facts/domain.md §2.2): assurance 2, once for a person. */
export const memberRegistration: KindRules<RegistrationPayload> = {
  kind: 'member-registration',
  schemaVersion: 1,
  payload: registrationPayloadSchema,
  requiredAssurance: KIND_FACTS['member-registration'].assurance,
  understand: ({ person, contact, consents, identification, enquiryCode, mismatch, remainder }) => {
    const rulesKept = isWellFormed(person.hkid) && derivedAsPrinted(person.dateOfBirth);
    const { ownLanguage: own, notice, declaration, optionalUses } = consents;
    return {
      ...(own === undefined
        ? {}
        : { ownLanguage: { own, notice: notice.digest, declaration: declaration.digest, optionalUses } }),
      member: memberOf(person.hkid, identification),
      details: detailsOf(person),
      toCorrect: mismatch === undefined ? null : 'details-differ',
      refusal: rulesKept ? null : 'payload-refused',
      withdraws: null,
      tellsOldContact: false,
      withdrawsWith: null,
      describes: null,
      enquiryCode: enquiryCode ?? null,
      ...(contact.channel === 'mobile'
        ? {
            mobile: {
              number: contact.mobile,
              evidence: contact.verification === 'sms' ? contact.confirmation : null,
            },
          }
        : {}),
      ...(remainder === undefined ? {} : { remainder }),
    };
  },
};

/** A regular terminal derives the date as the platform does; another date in its place was put there by hand. */
function derivedAsPrinted(dateOfBirth: RegistrationPayload['person']['dateOfBirth']): boolean {
  const [year, month = null, day = null] = dateOfBirth.printed.split('-').map(Number);
  if (year === undefined) return false;
  const printed: PartialDate = { year, month, day };
  return isRealPartialDate(printed) && derivedDate(printed) === dateOfBirth.derived;
}
