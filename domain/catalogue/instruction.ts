import { z } from 'zod';
import { KIND_FACTS, type InstructionKind } from '../kinds/kinds.ts';
import { LOCALES } from '../locale.ts';
import { evidenceOf, personOf } from '../registration/build-payload.ts';
import { type Interpretation, interpretationSchema } from '../identity/interpretation.ts';
import { type MismatchCase, mismatchSchema } from '../identity/differing/mismatch.ts';
import type { RegistrationAnswers } from '../registration/answers.ts';
import type { IdentifiedMember, Shown } from '../registration/draft.ts';
import { identificationSchema, personSchema } from '../registration/payload.ts';
import type { IamSmartEvidence } from '../identity/proof/iam-smart.ts';
import type { Attestation } from '../identity/staff.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import { enquiryCodeSchema } from '../service/enquiry-code.ts';
import type { Answers, Definition, Facts } from './definition.ts';
import { assuranceFor } from './ending.ts';
import { applicable, firstOpenPage } from './pages.ts';

const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const isoInstant = z.iso.datetime({ precision: 3 });

/** The parts that every instruction has, whatever it is about. */
const common = {
  schemaVersion: z.literal(1),
  /** Null where nobody has to be identified (assurance 0). */
  person: personSchema.nullable(),
  identification: identificationSchema.nullable(),
  consents: z.strictObject({
    notice: z.strictObject({ digest, locale: z.enum(LOCALES), shownAt: isoInstant }),
    declaration: z.strictObject({ digest, locale: z.enum(LOCALES), declaredAt: isoInstant }),
  }),
  /** Version of the reference data that it was judged by. */
  referenceDataVersion: z.number().int().positive(),
  /** The document and what was typed before it differ: a case for somebody at the platform. */
  mismatch: z.exactOptional(mismatchSchema),
  /** An interpreter helped, by the word of staff who were there. */
  interpretation: z.exactOptional(interpretationSchema),
  /** The random code on the member's slip; it exists nowhere but here, sealed. */
  enquiryCode: z.exactOptional(enquiryCodeSchema),
};

/** The wire contract of one kind of instruction: the terminal checks against it before sealing, the gateway after opening. */
export function instructionSchema<Details>(definition: Definition<Details>) {
  return z.strictObject({ ...common, kind: z.literal(definition.kind), details: definition.details });
}

/** An instruction as it travels; `details` has the shape its definition says. */
export interface InstructionPayload extends z.infer<z.ZodObject<typeof common>> {
  readonly kind: InstructionKind;
  readonly details: unknown;
}

/** Everything collected for one instruction; in memory only, wiped at the end of the session. */
export interface InstructionDraft {
  readonly identified: IdentifiedMember | null;
  readonly attestation: Attestation | null;
  /** Left out or null where nobody signed in. */
  readonly iamSmart?: IamSmartEvidence | null;
  readonly answers: Answers;
  readonly notice: Shown;
  readonly declaration: Shown | null;
  /** Set where document and what was typed differ and the member left it as a case. */
  readonly mismatch?: MismatchCase;
  /** Set where an interpreter was recorded. */
  readonly interpretation?: Interpretation;
}

/**
 * Turns a declared draft into what travels, checked against the wire schema.
 *
 * @returns the payload; or `incomplete` with `field`, the place in the payload (never its content): a page is not
 *   answered, the declaration is missing, the identification is below what the kind needs, or the schema refuses a value
 */
export function buildInstruction(
  definition: Definition,
  draft: InstructionDraft,
  facts: Facts,
): Result<InstructionPayload, Failure<'incomplete'>> {
  const { identified, attestation, iamSmart, notice, declaration, mismatch } = draft;
  if (firstOpenPage(definition, facts) !== null) return fail('incomplete', { field: 'answers' });
  if (declaration === null) return fail('incomplete', { field: 'consents.declaration' });
  const needed = KIND_FACTS[definition.kind].assurance;
  const identification = identified === null ? null : evidenceOf(identified, attestation, iamSmart);
  const level =
    identification === null ? 0 : assuranceFor(definition.kind, identification, facts.atServiceCentre);
  if (level < needed) {
    return fail('incomplete', { field: 'identification' });
  }
  const parsed = instructionSchema(definition).safeParse({
    schemaVersion: 1,
    kind: definition.kind,
    person: identified === null ? null : personOf(identified, nameAnswers(facts.answers)),
    identification,
    consents: {
      notice: { digest: notice.digest, locale: notice.locale, shownAt: notice.at },
      declaration: { digest: declaration.digest, locale: declaration.locale, declaredAt: declaration.at },
    },
    referenceDataVersion: facts.data.version,
    ...(mismatch === undefined ? {} : { mismatch }),
    ...(draft.interpretation === undefined ? {} : { interpretation: draft.interpretation }),
    details: definition.build(applicable(definition, facts)),
  });
  if (parsed.success) return ok(parsed.data);
  return fail('incomplete', { field: parsed.error.issues[0]?.path.map(String).join('.') ?? '' });
}

/** A number that was only typed comes without a name and a birth date: they are asked (`identity-steps.ts`). */
export function nameAnswers(
  answers: Answers,
): Pick<RegistrationAnswers, 'surname' | 'givenNames' | 'dateOfBirth'> {
  const { surname, 'given-names': givenNames, 'date-of-birth': dateOfBirth } = answers;
  return {
    ...(surname === undefined ? {} : { surname }),
    ...(givenNames === undefined ? {} : { givenNames }),
    ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
  };
}
