import { z } from 'zod';
import { LOCALES } from '../locale.ts';
import { mobileEvidenceSchema } from '../identity/proof/mobile-code.ts';
import { iamSmartEvidenceSchema } from '../identity/proof/iam-smart.ts';
import { SECURITY_FEATURES, STAFF_ROLES } from '../identity/staff.ts';
import { mismatchSchema } from '../identity/differing/mismatch.ts';
import { enquiryCodeSchema } from '../service/enquiry-code.ts';
import { interpretationSchema } from '../identity/interpretation.ts';
import { ownLanguageSchema } from '../notices/own-language.ts';
import { employmentSchema, PREFILL_SOURCES, PREFILLED_FIELDS } from '../roster/prefill.ts';
import { DISTRICTS, OPTIONAL_USES } from './answers.ts';
import { REMAINDER_PARTS, REMAINDER_WAYS } from './remainder.ts';

/**
 * The registration of a member as it travels, sealed, to the platform (facts/domain.md §2.2, facts/wording.md). It is
 * the wire contract: the terminal checks a draft against it before sealing, the gateway after opening.
 */
const isoInstant = z.iso.datetime({ precision: 3 });
const isoDate = z.iso.date();

export const authenticitySchema = z.strictObject({
  method: z.enum(['none', 'chip']),
  result: z.enum(['passed', 'failed', 'not-performed']),
  middleware: z.string().max(80),
});

const witnessSchema = z.strictObject({
  staffId: z.string().min(1).max(32),
  role: z.enum(STAFF_ROLES),
  identityTrainedOn: isoDate,
  at: isoInstant,
  securityFeatures: z.array(z.enum(SECURITY_FEATURES)).max(SECURITY_FEATURES.length),
  cardSeen: z.literal(true),
  faceCompared: z.literal(true),
});

export const attestationSchema = witnessSchema.extend({
  /** A supervisor, another person than the first: level 3. Left out where one was enough. */
  second: z.exactOptional(witnessSchema),
});

export const identificationSchema = z.strictObject({
  means: z.enum(['reader', 'typed']),
  documentKind: z.literal('hkid'),
  authenticity: authenticitySchema,
  attestation: attestationSchema.nullable(),
  /** Left out where nobody signed in with iAM Smart. */
  iamSmart: z.exactOptional(iamSmartEvidenceSchema),
});

export const personSchema = z.strictObject({
  /** Body and check character without brackets, as the platform's file format writes it (facts/domain.md §1.1). */
  hkid: z.string().regex(/^[A-Z]{1,2}[0-9]{6}[0-9A]$/),
  surname: z.string().min(1).max(80),
  /** Empty: single name. */
  givenNames: z.string().max(120),
  nameChinese: z.string().min(1).max(30).nullable(),
  /** Four-digit codes of a Chinese name of which not every character was found; otherwise they are discarded. */
  nameChineseCodes: z.exactOptional(
    z
      .array(z.string().regex(/^\d{4}$/))
      .min(1)
      .max(6),
  ),
  /** Another name under which records may be. */
  formerName: z.exactOptional(z.string().min(1).max(120)),
  dateOfBirth: z.strictObject({
    /** As on the card: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
    printed: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
    /** Year only: 31 December; year and month: last day of the month (facts/domain.md §1.2). */
    derived: isoDate,
  }),
  sex: z.enum(['M', 'F']).nullable(),
});

const mobileFields = {
  channel: z.literal('mobile'),
  countryCode: z.literal('852'),
  mobile: z.string().regex(/^\d{8}$/),
};

export const contactSchema = z.discriminatedUnion('channel', [
  z.discriminatedUnion('verification', [
    /** Typed twice and alike, or brought (`prefilled`) and typed once alike; nobody knows whether it is theirs. */
    z.strictObject({ ...mobileFields, verification: z.literal('typed-twice') }),
    /** Confirmed by a code in a message; the gateway holds the evidence against what it signed (ADR 0026). */
    z.strictObject({
      ...mobileFields,
      verification: z.literal('sms'),
      confirmation: mobileEvidenceSchema,
    }),
  ]),
  z.strictObject({ channel: z.literal('email'), email: z.email().max(254), verification: z.literal('none') }),
  z.strictObject({
    channel: z.literal('post'),
    lines: z.array(z.string().min(1).max(80)).min(1).max(3),
    district: z.enum(DISTRICTS),
  }),
]);

export const registrationPayloadSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('member-registration'),
  person: personSchema,
  contact: contactSchema,
  communicationLanguage: z.enum(LOCALES),
  consents: z.strictObject({
    /** The notice shown before collection: SHA-256 of its text, base64url, and the language it was shown in. */
    notice: z.strictObject({
      digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
      locale: z.enum(LOCALES),
      shownAt: isoInstant,
    }),
    declaration: z.strictObject({
      digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
      locale: z.enum(LOCALES),
      declaredAt: isoInstant,
    }),
    optionalUses: z.array(z.enum(OPTIONAL_USES)),
    /** All of it was put to the member by signed-off translations (docs/adr/0040). Left out: the screen's own words were. */
    ownLanguage: z.exactOptional(ownLanguageSchema),
  }),
  identification: identificationSchema,
  /** For whom the member works, as a list or form of the employer had it and the member confirmed it (docs/adr/0039). */
  employment: z.exactOptional(employmentSchema),
  /** What the member declared as it was brought, and from where. A mobile of these was looked at and typed once. */
  prefilled: z.exactOptional(
    z
      .array(z.strictObject({ field: z.enum(PREFILLED_FIELDS), from: z.enum(PREFILL_SOURCES) }))
      .min(1)
      .max(PREFILLED_FIELDS.length),
  ),
  /** Taken in a van: what was not asked, and how the member will be (docs/adr/0029). Left out: everything was asked. */
  remainder: z.exactOptional(
    z.strictObject({ by: z.enum(REMAINDER_WAYS), notAsked: z.array(z.enum(REMAINDER_PARTS)).max(4) }),
  ),
  /** An interpreter helped; with a language: put notice and declaration into one that has no signed-off text. */
  interpretation: z.exactOptional(interpretationSchema),
  /** The document and what was typed or recorded before it differ: a case for somebody at the platform. */
  mismatch: z.exactOptional(mismatchSchema),
  /** The random code on the member's slip (enquiry-code.ts); it exists nowhere but here, sealed. */
  enquiryCode: z.exactOptional(enquiryCodeSchema),
});
export type RegistrationPayload = z.infer<typeof registrationPayloadSchema>;
