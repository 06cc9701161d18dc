import type { BillStanding } from '../../domain/wire/bill.ts';
import type { CalculatorName } from '../../domain/calculators/names.ts';
import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import type { Answers } from '../../domain/catalogue/definition.ts';
import {
  ASSURANCE_BY_STAFF,
  assuranceFor,
  endingOf as instructionEndingOf,
  type Ending as InstructionEnding,
} from '../../domain/catalogue/ending.ts';
import { firstOpenPage } from '../../domain/catalogue/pages.ts';
import { type AssuranceLevel, mayAttest, maySecond } from '../../domain/assurance.ts';
import type {
  EnquiryFault,
  FreezeReason,
  OutcomeCode,
  PinRefusal,
  StaffChangeRefusal,
  StaffRefusal,
  SubmitFault,
} from '../../domain/codes.ts';
import { canonicalHkid } from '../../domain/identity/hkid.ts';
import type { WhoItIs } from '../../domain/identity/difference.ts';
import type { Told } from '../../domain/identity/mismatch.ts';
import type { Attestation, SecurityFeature, StaffMember } from '../../domain/identity/staff.ts';
import type { ConfirmedMobile } from '../../domain/identity/mobile-code.ts';
import type { OwnLanguage } from '../../domain/notices/own-language.ts';
import type { Interpretation } from '../../domain/identity/interpretation.ts';
import {
  countsSecond,
  KIND_FACTS,
  type InstructionKind,
  withdrawalAssurance,
} from '../../domain/kinds/kinds.ts';
import type { MenuGroup } from '../../domain/kinds/menu.ts';
import type { Contrast, Locale, TextSize } from '../../domain/locale.ts';
import type { Printers } from '../../domain/paper/paper.ts';
import type { RegistrationAnswers, RegistrationStep } from '../../domain/registration/answers.ts';
import type { IamSmartEvidence } from '../../domain/identity/iam-smart.ts';
import { evidenceOf } from '../../domain/registration/build-payload.ts';
import type { IdentifiedMember, Shown } from '../../domain/registration/draft.ts';
import { isComplete } from '../../domain/registration/steps.ts';
import { LOOK_UP_ASSURANCE } from '../../domain/records/records.ts';
import type { Failure } from '../../domain/result.ts';
import type { Face } from '../../domain/usability/codes.ts';
import type { ServiceStatus } from '../../domain/service/status.ts';
import type { Correction, ItemState, Kept, StaffPerson, SubmitRequest } from '../../domain/terminal/ports.ts';
import type { ReceiptState, Stake, WithdrawalProof } from '../../domain/terminal/view.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { ScannedTicket } from '../../domain/tickets/ticket-code.ts';
import type { LeftAnswer } from '../../domain/wire/enquiry.ts';
import type { Found } from '../enquiry/found.ts';
import { factsOf } from '../flow/create-flow-machine.ts';
import type { IdReadingInput, OtherDocument } from '../id-reading/context.ts';
import { type LookingUp, NOTHING_LOOKED_UP } from './looking-up.ts';
import { type Later, NO_PAGE, NOTHING_LATER, type OpenPage } from './parking/later.ts';
import { NOTHING_PREFILLED, type Prefilled } from './prefilled.ts';
import type { ReaderFacts } from '../reader-facts.ts';
import type { Outside } from '../outside.ts';

/** How a visit ended; the last page says it. `turned-away`: there was no visit to speak of, so nothing is said. */
export type Ending =
  'submitted' | 'parked' | 'left' | 'idle' | 'prepared' | 'enquired' | 'ticketed' | 'checked' | 'turned-away';

/** What the member came for; an enquiry may lead on to a withdrawal or a correction of what was found. */
export type Purpose = 'register' | 'resume' | 'enquire' | 'withdraw' | 'correct' | 'instruct' | 'queue';

/** An instruction of the catalogue as far as it has come. */
export interface Instruction {
  readonly kind: InstructionKind;
  readonly answers: Answers;
  /** Pages answered while staff held the session. */
  readonly byStaff: readonly string[];
  readonly openAt: { readonly page: string | null; readonly changing: boolean };
  /** Why it is not taken at all. */
  readonly refusal: Failure<string> | null;
}

/** What the queue last said about this visit's submission. */
export interface ItemNews {
  readonly state: ReceiptState;
  readonly receivedAt: string | null;
  readonly outcome: OutcomeCode | null;
}

/**
 * Everything one visit holds, and the only place where the session holds anything about a person. Replaced as a whole
 * by EMPTY_VISIT when the visit ends.
 */
export interface Visit {
  readonly sessionId: string | null;
  readonly languageChosen: boolean;
  readonly purpose: Purpose;
  /** The menu that is open; null: its groups. */
  readonly menuGroup: MenuGroup | null;
  readonly instruction: Instruction | null;
  /** The calculator that was opened last; what is typed in it stays in it. */
  readonly calculator: CalculatorName | null;
  /** What was held before the scanner to begin with: a queue ticket, or an appointment. */
  readonly scanned: ScannedTicket | null;
  /** No visit may begin now; somebody asked for staff, or staff came to look. */
  readonly turnedAway: boolean;
  /** Begun by a badge at rest, and nobody has chosen a language yet: over as soon as staff go. */
  readonly begunByBadge: boolean;
  /** How it is asked what became of something: with its slip, or by who was identified. */
  readonly enquiryBy: 'code' | 'document';
  /** What the enquiry found: what is withdrawn or corrected. */
  readonly found: Found | null;
  /** What else the holder of the document left. */
  readonly left: LeftAnswer | null;
  /** What is corrected and why; its fields are in `answers`. */
  readonly correction: Pick<Correction, 'id' | 'code'> | null;
  readonly correctionFault: EnquiryFault | null;
  readonly notice: Shown | null;
  readonly identified: IdentifiedMember | null;
  /** How somebody else has the member, or they themselves before the card was read; compared, never fitted. */
  readonly told: Told | null;
  /** The differences that the member was told of (`nameOfMismatch`). */
  readonly mismatchShown: string | null;
  /** Staff typed the number, or said for the member that it is theirs; they have to see it. */
  readonly numberByStaff: boolean;
  readonly identifyFrom: IdReadingInput['startAt'];
  readonly bring: OtherDocument;
  readonly answers: RegistrationAnswers;
  readonly byStaff: readonly RegistrationStep[];
  /** The number that a code was typed for, with the platform's word; counts only while it is the one in `answers`. */
  readonly confirmedMobile: ConfirmedMobile | null;
  /** A message was sent, and the member looks at a phone. */
  readonly awaitingCode: boolean;
  readonly taskAt: { readonly step: RegistrationStep | null; readonly changing: boolean };
  /** Of the flow under way, as far as it has come. */
  readonly open: OpenPage;
  readonly later: Later;
  /** What of the platform's records was looked up. */
  readonly lookUp: LookingUp;
  /** The platform wants more than is usual to open what is corrected. */
  readonly raised: boolean;
  readonly attestation: Attestation | null;
  /** Name and birth date as they stood when staff attested a typed number. */
  readonly attestedAs: WhoItIs | null;
  /** An attestation fell away because one of them was changed. */
  readonly attestationLost: boolean;
  /** The platform's word that whose document it is signed in with iAM Smart, in this visit. */
  readonly iamSmart: IamSmartEvidence | null;
  /** When, on the machine's clock; it counts for a limited time only. */
  readonly signedInAt: number;
  /** The member is at it now, and looks at a phone. */
  readonly signingIn: boolean;
  /** Without iAM Smart, where nothing less is enough: prepared, not submitted. */
  readonly prepareOnly: boolean;
  /** Made when the member reaches the declaration, kept for every retry: the idempotency key. */
  readonly submissionId: string | null;
  /** Built once, so that the same id always carries the same bytes. */
  readonly request: SubmitRequest | null;
  readonly kept: Kept | null;
  readonly news: ItemNews | null;
  /** The platform's bill for what was left. */
  readonly bill: BillStanding;
  /** `certain`: the store itself said that nothing was kept; only then may the draft be changed. */
  readonly fault: { readonly code: SubmitFault; readonly certain: boolean } | null;
  /** ISO instant at which "ask staff" was pressed. */
  readonly helpSince: string | null;
  /** Text of the badge whose PIN is being asked. A credential: never shown, never logged. */
  readonly badge: string | null;
  readonly staffRefusal: Failure<StaffRefusal> | null;
  /** Set while staff hold the session. */
  readonly assist: StaffMember | null;
  readonly ticked: readonly SecurityFeature[];
  readonly pinRefusal: PinRefusal | null;
  /** While the page is open on which a supervisor unlocks and blocks. */
  readonly people: readonly StaffPerson[];
  readonly staffChange: StaffChangeRefusal | 'done' | null;
  /** An interpreter was there while staff helped. */
  readonly interpreter: boolean;
  /** Begun by a van's operator: only what a van asks is asked, the rest is left (docs/adr/0029). */
  readonly inVan: boolean;
  /** At a counter: who sits at it, and takes the page back from the member without another PIN (docs/adr/0033). */
  readonly attendant: StaffMember | null;
  /** Who recorded it, and the language that the interpreter brought where notice and declaration were put into it. */
  readonly interpretation: Interpretation | null;
  /** The language of the member's own in which everything is put to them, and what was so far; null: the screen's. */
  readonly own: OwnLanguage | null;
  /** In a van: what a list or a form says. */
  readonly prefilled: Prefilled;
  /** The member asked for more time: every wait for a touch is three times as long. */
  readonly slow: boolean;
  /** Staff have handed back, and the member has not said yet that they saw what staff touched. */
  readonly unconfirmed: boolean;
  readonly numberRefused: boolean;
  /** Whoever held it was let in no more: their shift is over with this visit, too. */
  readonly staffOut: boolean;
  /** When the idle watch strikes: on the machine's clock, and as an instant for display. */
  readonly idleAt: number;
  readonly idleInstant: string;
}

export const EMPTY_VISIT: Visit = {
  sessionId: null,
  languageChosen: false,
  purpose: 'register',
  menuGroup: null,
  instruction: null,
  calculator: null,
  scanned: null,
  turnedAway: false,
  begunByBadge: false,
  enquiryBy: 'code',
  found: null,
  left: null,
  correction: null,
  correctionFault: null,
  notice: null,
  identified: null,
  told: null,
  mismatchShown: null,
  numberByStaff: false,
  identifyFrom: 'reader',
  bring: 'passport',
  answers: {},
  byStaff: [],
  confirmedMobile: null,
  awaitingCode: false,
  taskAt: { step: null, changing: false },
  open: NO_PAGE,
  later: NOTHING_LATER,
  lookUp: NOTHING_LOOKED_UP,
  raised: false,
  attestation: null,
  attestedAs: null,
  attestationLost: false,
  iamSmart: null,
  signedInAt: 0,
  signingIn: false,
  prepareOnly: false,
  submissionId: null,
  request: null,
  kept: null,
  news: null,
  bill: null,
  fault: null,
  helpSince: null,
  badge: null,
  staffRefusal: null,
  assist: null,
  ticked: [],
  pinRefusal: null,
  people: [],
  staffChange: null,
  interpreter: false,
  inVan: false,
  attendant: null,
  interpretation: null,
  own: null,
  prefilled: NOTHING_PREFILLED,
  slow: false,
  unconfirmed: false,
  numberRefused: false,
  staffOut: false,
  idleAt: 0,
  idleInstant: '',
};

/** The visit as if it had just begun: who holds it and who was called, and nothing of what was done in it. */
export function visitAnew(visit: Visit): Visit {
  const { sessionId, languageChosen, helpSince, badge, staffRefusal, assist, attendant } = visit;
  const { idleAt, idleInstant, staffOut } = visit;
  return {
    ...EMPTY_VISIT,
    ...{
      sessionId,
      languageChosen,
      helpSince,
      badge,
      staffRefusal,
      assist,
      attendant,
      idleAt,
      idleInstant,
      staffOut,
    },
  };
}

export interface SessionContext {
  readonly outside: Outside;
  /** Facts of the world; they outlive visits and say nothing about anyone. */
  readonly reader: ReaderFacts;
  readonly online: boolean;
  /** What the queue last said of itself; null before it has said anything. */
  readonly status: ServiceStatus | null;
  readonly printers: Printers;
  /** Chosen by the member, reset when the attract page comes back. */
  readonly locale: Locale;
  readonly textSize: TextSize;
  readonly contrast: Contrast;
  readonly endedHow: Ending;
  /** The terminal leaves service as soon as the visit is wiped. */
  readonly shutting: boolean;
  /** In which language each of the staff reads the rules, as they chose; outlives the visits of their shift. */
  readonly ruleLocales: Readonly<Record<string, Locale>>;
  /** The one tap on the last page, while that page stands. */
  readonly face: Face | null;
  readonly visit: Visit;
}

export interface SessionInput {
  readonly outside: Outside;
  readonly reader: ReaderFacts;
  readonly online: boolean;
  readonly status: ServiceStatus | null;
  readonly printers: Printers;
}

/** Why no visit may begin now, the gravest reason; null while one may (domain/service/freeze.ts). */
export function frozenBy(status: ServiceStatus | null): FreezeReason | null {
  return status?.freeze.findings.find(({ level }) => level === 'frozen')?.reason ?? null;
}

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

/** How the instruction under way would end now; null where there is none. */
export function instructionEnding(context: SessionContext): InstructionEnding | null {
  const { visit, online } = context;
  const { instruction, prepareOnly } = visit;
  if (instruction === null) return null;
  const here = prepareOnly && levelOf(context) <= ASSURANCE_BY_STAFF;
  return here
    ? instructionEndingOf(instruction.kind, online, ASSURANCE_BY_STAFF)
    : instructionEndingOf(instruction.kind, online);
}

/** Whether every page of the instruction has an answer that is right by the rules of now. */
export function isInstructionAnswered({ visit, outside, online }: SessionContext): boolean {
  const { instruction, identified } = visit;
  if (instruction === null) return false;
  const { records } = visit.lookUp;
  const facts = factsOf({ outside, identified, online, records, answers: instruction.answers });
  return firstOpenPage(definitionOf(instruction.kind), facts) === null;
}

/** Whether this can be done without anybody being identified. */
export function needsNobody(visit: Visit): boolean {
  if (visit.purpose === 'withdraw') return visit.found?.slipCode !== undefined;
  const { instruction } = visit;
  return instruction !== null && KIND_FACTS[instruction.kind].assurance === 0;
}

export function isAnswered(visit: Visit): boolean {
  return visit.identified !== null && isComplete(visit.identified, visit.answers);
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

/** Body and check character without brackets, as payloads carry it. */
export function numberOf(identified: IdentifiedMember): string {
  return canonicalHkid(identified.means === 'reader' ? identified.document.number : identified.number);
}

/** How far along each state is; the platform may decide more than once (domain/wire/outcomes.ts). */
const NEWS_ORDER: Readonly<Record<ReceiptState, number>> = {
  kept: 0,
  received: 1,
  'needs-correction': 2,
  accepted: 3,
  rejected: 3,
  superseded: 4,
  cancelled: 4,
};

/** News only ever moves forward: a repeated or late event never takes a receipt back. */
export function isNewer(before: ItemNews | null, state: ItemState): state is ReceiptState {
  if (state === 'parked' || state === 'expired') return false;
  return before === null || NEWS_ORDER[state] > NEWS_ORDER[before.state];
}

/** How a visit that ends now is described: what was submitted stays submitted, however the member went. */
export function endingOf(visit: Visit, otherwise: Ending): Ending {
  if (visit.kept !== null) return 'submitted';
  if (visit.turnedAway) return 'turned-away';
  return visit.purpose === 'enquire' || visit.purpose === 'withdraw' || visit.purpose === 'correct'
    ? 'enquired'
    : otherwise;
}

/** Nothing is asked of who enquires or withdraws, nor of who corrects or takes up before it is known what. */
export function hasNothingToAnswer({ purpose, correction }: Visit): boolean {
  const only = purpose === 'enquire' || purpose === 'withdraw' || purpose === 'resume';
  return only || (purpose === 'correct' && correction === null);
}

/** Whether what is to be corrected may be asked for once more: only where the answer may be another one. */
export function mayFetchAgain({ correctionFault }: Visit): boolean {
  return correctionFault === 'offline' || correctionFault === 'unavailable';
}

/** What the member would lose if the visit ended now. */
export function stakeOf(visit: Visit): Stake {
  if (visit.kept !== null) return 'submitted';
  const nothingYet =
    visit.identified === null &&
    visit.purpose === 'instruct' &&
    Object.keys(visit.instruction?.answers ?? {}).length === 0;
  const onlyAsks = visit.purpose === 'enquire' || visit.purpose === 'resume' || visit.purpose === 'queue';
  return visit.turnedAway || onlyAsks || visit.later.slip !== null || nothingYet ? 'nothing' : 'unsubmitted';
}

/**
 * Whether a member's visit is under way: then nothing about the machine is changed under their hands. Nobody is asked
 * anything before a language was chosen, nor while no visit may begin; staff who only came to look are there.
 */
export function isInHand({ languageChosen, turnedAway }: Visit): boolean {
  return languageChosen && !turnedAway;
}

/** Whether staff filled in anything that the member has to look at before going on. */
export function hasStaffWork({ byStaff, instruction, numberByStaff, interpreter }: Visit): boolean {
  return interpreter || numberByStaff || byStaff.length > 0 || (instruction?.byStaff.length ?? 0) > 0;
}

const SLOW = 3;

/** Which wait the idle watch applies now, in milliseconds. */
export function idleLimit({ visit, outside: { delays } }: SessionContext): number {
  // Papers are looked at and things are said at a counter, with staff beside the member all the time.
  if (visit.attendant !== null && visit.assist !== null) return delays.counterIdleLock;
  if (visit.assist !== null) return delays.staffIdleLock;
  // Whoever waits for staff waits as long wherever they were, a code on their phone notwithstanding.
  if (visit.helpSince !== null) return delays.helpWait;
  if (visit.signingIn || visit.awaitingCode) return delays.iamSmartIdle;
  if (visit.later.slip !== null) return delays.slipCloses;
  if (visit.attendant !== null && visit.kept === null) return delays.counterIdleLock;
  // Three times: facts/kiosk-ux.md §3.2.
  return (visit.kept === null ? delays.idleAfter : delays.receiptCloses) * (visit.slow ? SLOW : 1);
}
