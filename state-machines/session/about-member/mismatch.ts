import { nameAnswers } from '../../../domain/catalogue/instruction.ts';
import { differencesBetween, type WhoItIs } from '../../../domain/identity/differing/difference.ts';
import {
  caseOf,
  type Mismatch,
  type MismatchCase,
  type Told,
} from '../../../domain/identity/differing/mismatch.ts';
import { mismatchEvidenceOn } from '../../../domain/reference-data/look-up/mismatch.ts';
import type { MismatchEvidence } from '../../../domain/reference-data/schema/mismatch.ts';
import type { RegistrationAnswers } from '../../../domain/registration/answers.ts';
import type { IdentifiedMember } from '../../../domain/registration/draft.ts';
import { whoStandsHere } from '../../../domain/registration/who.ts';
import { hongKongDate } from '../../../domain/time.ts';
import type { SessionContext } from '../context/context.ts';
import type { Visit } from '../context/visit.ts';

type Typed = Pick<RegistrationAnswers, 'surname' | 'givenNames' | 'dateOfBirth'>;
type Answered = Pick<Visit, 'answers' | 'instruction'>;

/** Name and birth date as typed in this visit, whichever flow asked for them. */
export function typedDetails({ answers, instruction }: Answered): Typed {
  return instruction === null ? answers : nameAnswers(instruction.answers);
}

/**
 * What is known of the member from elsewhere once a document takes the place of a typed number: what was typed is not
 * thrown away unseen.
 */
export function toldBefore(visit: Visit, identified: IdentifiedMember): Told | null {
  const before = visit.identified;
  if (before?.means !== 'typed' || identified.means !== 'reader') return visit.told;
  const typed = whoStandsHere(before, typedDetails(visit));
  return typed === null ? visit.told : { ...typed, against: 'typed' };
}

/**
 * The visit with what the member says that a record has; what they said before falls away, and a record that has them as
 * the card does is nothing.
 */
export function withSaid(visit: Visit, recordSays: WhoItIs | undefined): Visit {
  if (recordSays === undefined || visit.identified === null) return visit;
  const here = whoStandsHere(visit.identified, typedDetails(visit));
  const differs = here !== null && differencesBetween(here, recordSays).length > 0;
  if (differs) return { ...visit, told: { ...recordSays, against: 'said' }, mismatchShown: null };
  return visit.told?.against === 'said' ? { ...visit, told: null, mismatchShown: null } : visit;
}

/** Where document and what is known from elsewhere differ; null where they agree or nothing is known. */
export function mismatchOf(visit: Visit): Mismatch | null {
  const { told, identified } = visit;
  // A withdrawal carries a number and no details.
  if (told === null || identified === null || visit.purpose === 'withdraw') return null;
  const here = whoStandsHere(identified, typedDetails(visit));
  if (here === null) return null;
  const differences = differencesBetween(here, told);
  return differences.length === 0 ? null : { told, differences };
}

/** What exactly the member was shown: another difference is shown anew. */
export function nameOfMismatch({ told, differences }: Mismatch): string {
  return [told.against, ...differences.map(({ field, extent }) => `${field}:${extent}`)].join(' ');
}

/** Document and record differ, and the member has not been told how. */
export function isMismatchOpen(visit: Visit): boolean {
  const mismatch = mismatchOf(visit);
  return mismatch !== null && visit.mismatchShown !== nameOfMismatch(mismatch);
}

/** The papers that settle it, by the reference data of now. */
export function mismatchEvidence({ outside, visit }: SessionContext): readonly MismatchEvidence[] {
  const mismatch = mismatchOf(visit);
  if (mismatch === null) return [];
  const { ports } = outside;
  return mismatchEvidenceOn(ports.referenceData(), mismatch.differences, hongKongDate(ports.now()));
}

/** The case as it travels, or nothing. */
export function mismatchCase(context: SessionContext): { readonly mismatch?: MismatchCase } {
  const mismatch = mismatchOf(context.visit);
  if (mismatch === null) return {};
  const evidence = mismatchEvidence(context).map(({ id }) => id);
  return { mismatch: caseOf(mismatch, evidence) };
}

/** What an attestation of a typed number was to, besides the number: null where the card itself was read. */
export function attestedDetails(visit: Visit): WhoItIs | null {
  const { identified } = visit;
  return identified?.means === 'typed' ? whoStandsHere(identified, typedDetails(visit)) : null;
}

/** Name or birth date were typed otherwise after staff had looked: what they signed is not what would be sent. */
export function isAttestationStale(visit: Visit): boolean {
  if (visit.attestation === null || visit.identified?.means !== 'typed') return false;
  const now = attestedDetails(visit);
  const { attestedAs } = visit;
  return (
    now?.surname !== attestedAs?.surname ||
    now?.givenNames !== attestedAs?.givenNames ||
    now?.dateOfBirth !== attestedAs?.dateOfBirth
  );
}
