import { REQUIRED_ASSURANCE } from '../../domain/assurance.ts';
import { maskHkid, parseHkid } from '../../domain/identity/hkid.ts';
import { derivedDate, isRealPartialDate, type PartialDate } from '../../domain/identity/partial-date.ts';
import { type RegistrationPayload, registrationPayloadSchema } from '../../domain/registration/payload.ts';
import type { KindRules } from './kind-rules.ts';

/** Registration of a member (facts/domain.md §2.2): assurance 2, once for a person. */
export const memberRegistration: KindRules<RegistrationPayload> = {
  kind: 'member-registration',
  schemaVersion: 1,
  payload: registrationPayloadSchema,
  requiredAssurance: REQUIRED_ASSURANCE['member-registration'],
  understand: ({ person, identification }) => {
    // The check character is not part of the number, and not of who somebody is (facts/domain.md §1.1).
    const body = person.hkid.slice(0, -1);
    const rulesKept = parseHkid(person.hkid).ok && derivedAsPrinted(person.dateOfBirth);
    return {
      evidence: identification,
      documentId: `hkid:${body}`,
      maskedNumber: maskHkid({ body, check: person.hkid.slice(-1) }),
      refusal: rulesKept ? null : 'payload-refused',
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
