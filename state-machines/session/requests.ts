import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import { buildInstruction } from '../../domain/catalogue/instruction.ts';
import { cancellationPayloadSchema } from '../../domain/kinds/cancellation.ts';
import type { RegistrationAnswers } from '../../domain/registration/answers.ts';
import { buildPayload, evidenceOf } from '../../domain/registration/build-payload.ts';
import type { Shown } from '../../domain/registration/draft.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import type { SubmitRequest } from '../../domain/terminal/ports/queue/submission.ts';
import { type IdentityClaim, identityClaimSchema } from '../../domain/wire/enquiry.ts';
import { factsOf } from '../flow/create-flow-machine.ts';
import { instructionEnding } from './context/answered.ts';
import { numberOf } from './context/number-of.ts';
import type { SessionContext } from './context/context.ts';
import type { Visit } from './context/visit.ts';
import { draftOf } from './about-member/identified.ts';
import { mismatchCase } from './about-member/mismatch.ts';

/**
 * The declared registration as it goes to the queue, or null when something is missing. The enquiry code is in the
 * payload and nowhere else (domain/service/enquiry-code.ts): built once, so that every retry carries the same.
 */
export function registrationRequest(
  context: SessionContext,
  declaration: Shown,
  newEnquiryCode: () => string,
): SubmitRequest | null {
  const { submissionId, correction, later } = context.visit;
  const draft = draftOf(context, declaration);
  if (draft === null || submissionId === null) return null;
  const payload = buildPayload(draft);
  if (!payload.ok) return null;
  return {
    id: submissionId,
    kind: 'member-registration',
    payload: { ...payload.value, enquiryCode: newEnquiryCode() },
    ...(later.takenUp === null ? {} : { takenUp: later.takenUp.code }),
    ...(correction === null ? {} : { supersedes: correction.id }),
  };
}

/**
 * The declared instruction as it goes to the queue; null when something is missing, or when it may only be prepared
 * here and now (DESIGN.md, *What may be kept while offline*).
 */
export function instructionRequest(context: SessionContext, declaration: Shown): SubmitRequest | null {
  const { visit, outside, online } = context;
  const { submissionId, instruction, identified, attestation, iamSmart, notice } = visit;
  if (submissionId === null || instruction === null || notice === null) return null;
  if (instructionEnding(context)?.how === 'prepare') return null;
  const { kind, answers } = instruction;
  const draft = {
    ...{ identified, attestation, iamSmart, answers, notice, declaration },
    ...(visit.interpretation === null ? {} : { interpretation: visit.interpretation }),
    ...mismatchCase(context),
  };
  const facts = factsOf({ outside, identified, online, records: visit.lookUp.records, answers });
  const definition = definitionOf(kind);
  const payload = buildInstruction(definition, draft, facts);
  if (!payload.ok) return null;
  const files = definition.files?.(facts) ?? [];
  return {
    id: submissionId,
    kind,
    ...(files.length === 0 ? {} : { files }),
    payload: { ...payload.value, enquiryCode: outside.ports.newEnquiryCode() },
    ...(visit.later.takenUp === null ? {} : { takenUp: visit.later.takenUp.code }),
  };
}

/** The withdrawal of what was found, or null when something is missing. */
export function withdrawalRequest(visit: Visit): SubmitRequest | null {
  const { submissionId, found } = visit;
  if (submissionId === null || found === null) return null;
  const proof =
    found.slipCode === undefined
      ? identityClaimOf(visit)
      : { person: null, identification: null, slipCode: found.slipCode };
  if (proof === null) return null;
  const payload = cancellationPayloadSchema.safeParse({
    schemaVersion: 1,
    kind: 'cancellation',
    cancels: found.id,
    reference: found.reference,
    ...proof,
  });
  return payload.success ? { id: submissionId, kind: 'cancellation', payload: payload.data } : null;
}

/** Who stands here and how that is known; null before identification. */
export function identityClaimOf({ identified, attestation, iamSmart }: Visit): IdentityClaim | null {
  if (identified === null) return null;
  const claim = identityClaimSchema.safeParse({
    person: { hkid: numberOf(identified) },
    identification: evidenceOf(identified, attestation, iamSmart),
  });
  return claim.success ? claim.data : null;
}

/** What was answered then, as the pages ask it now. A card that was read again gives name and birth date itself. */
export function answersFrom(payload: RegistrationPayload): RegistrationAnswers {
  const { person, contact, communicationLanguage, consents } = payload;
  return {
    surname: person.surname,
    givenNames: person.givenNames,
    dateOfBirth: person.dateOfBirth.printed,
    ...chineseAnswers(person),
    ...(person.formerName === undefined ? {} : { formerName: person.formerName }),
    ...contactAnswers(contact),
    ...employerAnswers(payload),
    communicationLanguage,
    optionalUses: consents.optionalUses.join(','),
  };
}

/** Confirmed then, and asked anew. */
function employerAnswers({ employment }: RegistrationPayload): Partial<RegistrationAnswers> {
  return employment === undefined ? {} : { broughtEmployment: JSON.stringify(employment), employer: 'mine' };
}

/** The codes of a name were discarded when its characters were found: then they are keyed again. */
function chineseAnswers({
  nameChinese,
  nameChineseCodes,
}: RegistrationPayload['person']): Pick<RegistrationAnswers, 'chineseCodes'> {
  if (nameChineseCodes !== undefined) return { chineseCodes: nameChineseCodes.join(' ') };
  return nameChinese === null ? { chineseCodes: '' } : {};
}

function contactAnswers(contact: RegistrationPayload['contact']): RegistrationAnswers {
  switch (contact.channel) {
    case 'mobile':
      // The confirmation counted in that visit: the number is confirmed anew, or typed once more.
      return {
        contactChannel: 'mobile',
        mobile: contact.mobile,
        ...(contact.verification === 'typed-twice' ? { mobileAgain: contact.mobile } : {}),
      };
    case 'email':
      return { contactChannel: 'email', email: contact.email };
    case 'post':
      return { contactChannel: 'post', address: contact.lines.join('\n'), district: contact.district };
  }
}
