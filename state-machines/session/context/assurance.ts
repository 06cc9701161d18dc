import { definitionOf } from '../../../domain/catalogue/catalogue.ts';
import { ASSURANCE_BY_STAFF, assuranceFor } from '../../../domain/catalogue/ending.ts';
import { type AssuranceLevel, mayAttest, maySecond } from '../../../domain/assurance.ts';
import { countsSecond, KIND_FACTS, withdrawalAssurance } from '../../../domain/kinds/kinds.ts';
import { evidenceOf } from '../../../domain/registration/build-payload.ts';
import { LOOK_UP_ASSURANCE } from '../../../domain/records/records.ts';
import type { WithdrawalProof } from '../../../domain/terminal/view/screens/enquiry.ts';
import { hongKongDate } from '../../../domain/time.ts';
import type { Outside } from '../../outside.ts';
import type { SessionContext } from './context.ts';
import type { Visit } from './visit.ts';

/** The least level at which somebody hears what they left (DESIGN.md, *Assurance*: own status). */
const OWN_STATUS: AssuranceLevel = 1;
const HIGHEST: AssuranceLevel = 3;

function neededAssurance(visit: Visit): AssuranceLevel {
  if (visit.raised) return HIGHEST;
  // What was begun is opened to who was read, or seen with the card they typed from; it is attested anew at its end.
  if (visit.purpose === 'enquire' || visit.purpose === 'resume') return OWN_STATUS;
  if (visit.purpose === 'withdraw') return withdrawalAssurance(visit.found?.kind ?? null);
  return KIND_FACTS[visit.instruction?.kind ?? 'member-registration'].assurance;
}

type Where = Pick<SessionContext, 'visit' | 'outside'>;

/** Whether a supervisor can come to this machine. */
function comesSupervisor({ config }: Outside): boolean {
  return config.supervised === true || config.serviceCentre === true;
}

/** What proves that who withdraws may: the slip alone, a card that was read, or more, by the level of what was left. */
export function withdrawalProof({ visit, outside }: Where): WithdrawalProof {
  if (visit.found?.slipCode !== undefined) return 'slip';
  const needed = withdrawalAssurance(visit.found?.kind ?? null);
  if (needed > ASSURANCE_BY_STAFF) {
    return comesSupervisor(outside) ? 'card-and-two' : 'card-and-iam-smart';
  }
  return needed > OWN_STATUS ? 'card-and-staff' : 'card';
}

/** Whether the evidence reaches the level that the visit's purpose needs (DESIGN.md, *Assurance*). */
export function isAttested(context: Where): boolean {
  return levelOf(context) >= neededAssurance(context.visit);
}

/** The level that the evidence gives as far as it has come. */
export function levelOf({ visit, outside }: Where): AssuranceLevel {
  const { identified, attestation, iamSmart, instruction } = visit;
  if (identified === null) return 0;
  return assuranceFor(
    instruction?.kind ?? 'member-registration',
    evidenceOf(identified, attestation, iamSmart),
    outside.config.serviceCentre,
  );
}

/** The level that is worth reaching where the member is now: for the records that are offered, or for the end. */
function wantedAssurance(visit: Visit): AssuranceLevel {
  const { lookUp, instruction } = visit;
  const what =
    lookUp.state === 'offered' && instruction !== null ? definitionOf(instruction.kind).lookUp : null;
  return what === null || what === undefined ? neededAssurance(visit) : LOOK_UP_ASSURANCE[what];
}

/** Whether an officer and a supervisor together are enough here for what is wanted now, and one of them is not. */
export function isByTwo({ visit, outside }: SessionContext): boolean {
  const kind = visit.instruction?.kind ?? 'member-registration';
  const counts = countsSecond(kind, outside.config.serviceCentre === true);
  return comesSupervisor(outside) && wantedAssurance(visit) > ASSURANCE_BY_STAFF && counts;
}

/** Whether the platform may open what is to be corrected after more proof than was given. */
export function mayRaise(context: SessionContext): boolean {
  const { visit, outside } = context;
  return !visit.raised && (maySignIn(context) || comesSupervisor(outside));
}

/**
 * Whether the member may sign in with iAM Smart now: the platform can be reached, and there is a document whose holder
 * could (a number that was only typed is none), nothing that is sent already, and something it adds.
 */
export function maySignIn(context: SessionContext): boolean {
  const { visit, online } = context;
  const level = levelOf(context);
  return online && level > 0 && level <= ASSURANCE_BY_STAFF && visit.request === null;
}

/** Whether nothing that staff here can give is enough. */
export function needsMoreThanStaff(visit: Visit): boolean {
  return neededAssurance(visit) > ASSURANCE_BY_STAFF;
}

/**
 * Whether the staff holding the session may attest now: trained, something to attest, nothing attested or submitted
 * yet; or a supervisor after another person, where two are wanted. A card whose own authenticity check failed is not to be made usable by a signature.
 */
export function canAttest(context: SessionContext): boolean {
  const { visit, outside } = context;
  const { assist, identified, attestation, request } = visit;
  if (assist === null || identified === null || request !== null) return false;
  if (evidenceOf(identified, null).authenticity.result === 'failed') return false;
  const isNext = attestation === null || (maySecond(assist, attestation) && wantsSecond(context));
  return isNext && mayAttest(assist, hongKongDate(outside.ports.now()));
}

/** One of the staff has attested, and a supervisor is to look as well. */
export function wantsSecond(context: SessionContext): boolean {
  const { attestation } = context.visit;
  if (attestation === null || attestation.second !== undefined) return false;
  return isByTwo(context) && levelOf(context) < HIGHEST;
}
