import type { Attestation } from '../../domain/identity/staff.ts';
import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import { checkCharacter } from '../../domain/identity/document/hkid.ts';
import type { CancellationPayload } from '../../domain/kinds/cancellation.ts';
import type { FeedbackPayload } from '../../domain/kinds/feedback.ts';
import type { SubmissionRequest } from '../../domain/wire/contract.ts';
import type { IdentityClaim } from '../../domain/wire/enquiry.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';

const DIGEST = 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC0Is0V1sFbDwCgg';

/** An invented number with a valid check character: `body` is one or two letters and six digits. */
export function hkidOf(body: string): string {
  return `${body}${checkCharacter(body)}`;
}

export const ATTESTED: Attestation = {
  staffId: 'S2041',
  role: 'officer',
  identityTrainedOn: '2026-03-02',
  at: '2026-11-22T03:04:00.000Z',
  securityFeatures: SECURITY_FEATURES,
  cardSeen: true,
  faceCompared: true,
};

/** As the schema has it: lists that could be written to. */
function asSent({ second, ...first }: Attestation) {
  const one = { ...first, securityFeatures: [...first.securityFeatures] };
  return second === undefined
    ? one
    : { ...one, second: { ...second, securityFeatures: [...second.securityFeatures] } };
}

/** An invented adult with card, mobile and an officer's attestation. */
export const ADULT_01: RegistrationPayload = {
  schemaVersion: 1,
  kind: 'member-registration',
  person: {
    hkid: hkidOf('Z683365'),
    surname: 'QUENBYWORTH',
    givenNames: 'Zephyrine Otti',
    nameChinese: '闕蕤翯',
    dateOfBirth: { printed: '1971-08', derived: '1971-08-31' },
    sex: 'F',
  },
  contact: { channel: 'mobile', countryCode: '852', mobile: '61370948', verification: 'typed-twice' },
  communicationLanguage: 'zh-Hant',
  consents: {
    notice: { digest: DIGEST, locale: 'zh-Hant', shownAt: '2026-11-22T03:00:00.000Z' },
    declaration: { digest: DIGEST, locale: 'zh-Hant', declaredAt: '2026-11-22T03:05:00.000Z' },
    optionalUses: [],
  },
  identification: {
    means: 'reader',
    documentKind: 'hkid',
    authenticity: { method: 'none', result: 'not-performed', middleware: '' },
    attestation: asSent(ATTESTED),
  },
};

/** The same answers from another person: a number of their own made from a whole number below a million. */
export function adultNumber(index: number): RegistrationPayload {
  const body = `Y${String(index).padStart(6, '0')}`;
  return { ...ADULT_01, person: { ...ADULT_01.person, hkid: hkidOf(body) } };
}

/** ADULT_01 with another attestation. */
export function attestedBy(attestation: Attestation | null): RegistrationPayload {
  return {
    ...ADULT_01,
    identification: {
      ...ADULT_01.identification,
      attestation: attestation && asSent(attestation),
    },
  };
}

/** Who left a submission, identified as they were then. */
export function claimOf({ person, identification }: RegistrationPayload): IdentityClaim {
  return { person: { hkid: person.hkid }, identification };
}

/** A withdrawal by whoever left it, identified as they were then. */
export function cancellationOf(
  { envelope }: SubmissionRequest,
  payload: RegistrationPayload,
): CancellationPayload {
  return {
    schemaVersion: 1,
    kind: 'cancellation',
    cancels: envelope.id,
    reference: envelope.reference,
    ...claimOf(payload),
  };
}

/** A withdrawal by whoever has the slip of what nobody was identified for. */
export function cancellationBySlip({ envelope }: SubmissionRequest, slipCode: string): CancellationPayload {
  return {
    schemaVersion: 1,
    kind: 'cancellation',
    cancels: envelope.id,
    reference: envelope.reference,
    person: null,
    identification: null,
    slipCode,
  };
}

export const FEEDBACK: FeedbackPayload = { schemaVersion: 1, kind: 'feedback', rating: 4, locale: 'en' };
