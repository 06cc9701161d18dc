import { assuranceOf, mayAttest, REQUIRED_ASSURANCE } from '../../domain/assurance.ts';
import type { OutcomeCode, StaffRefusal, SubmitFault } from '../../domain/codes.ts';
import { canonicalHkid } from '../../domain/identity/hkid.ts';
import type { Attestation, SecurityFeature, StaffMember } from '../../domain/identity/staff.ts';
import type { Contrast, Locale, TextSize } from '../../domain/locale.ts';
import type { RegistrationAnswers, RegistrationStep } from '../../domain/registration/answers.ts';
import { evidenceOf } from '../../domain/registration/build-payload.ts';
import type { IdentifiedMember, RegistrationDraft, Shown } from '../../domain/registration/draft.ts';
import { isComplete } from '../../domain/registration/steps.ts';
import type { ItemState, Kept, SubmitRequest } from '../../domain/terminal/ports.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { IdReadingInput, OtherDocument } from '../id-reading.machine.ts';
import type { ReaderFacts } from '../reader-facts.ts';
import type { Outside } from '../outside.ts';

/** How a visit ended; the last page says it. */
export type Ending = 'submitted' | 'left' | 'idle' | 'prepared';

/** What the queue last said about this visit's submission. */
export interface ItemNews {
  readonly state: Exclude<ItemState, 'parked'>;
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
  readonly notice: Shown | null;
  readonly identified: IdentifiedMember | null;
  readonly identifyFrom: IdReadingInput['startAt'];
  readonly bring: OtherDocument;
  readonly answers: RegistrationAnswers;
  readonly byStaff: readonly RegistrationStep[];
  readonly taskAt: { readonly step: RegistrationStep | null; readonly changing: boolean };
  readonly attestation: Attestation | null;
  /** Made when the member reaches the declaration, kept for every retry: the idempotency key. */
  readonly submissionId: string | null;
  /** Built once, so that the same id always carries the same bytes. */
  readonly request: SubmitRequest | null;
  readonly kept: Kept | null;
  readonly news: ItemNews | null;
  /** `certain`: the store itself said that nothing was kept; only then may the draft be changed. */
  readonly fault: { readonly code: SubmitFault; readonly certain: boolean } | null;
  /** ISO instant at which "ask staff" was pressed. */
  readonly helpSince: string | null;
  /** Text of the badge whose PIN is being asked. A credential: never shown, never logged. */
  readonly badge: string | null;
  readonly staffRefusal: StaffRefusal | null;
  /** Set while staff hold the session. */
  readonly assist: StaffMember | null;
  readonly ticked: readonly SecurityFeature[];
  readonly numberRefused: boolean;
  /** When the idle watch strikes: on the machine's clock, and as an instant for display. */
  readonly idleAt: number;
  readonly idleInstant: string;
}

export const EMPTY_VISIT: Visit = {
  sessionId: null,
  languageChosen: false,
  notice: null,
  identified: null,
  identifyFrom: 'reader',
  bring: 'passport',
  answers: {},
  byStaff: [],
  taskAt: { step: null, changing: false },
  attestation: null,
  submissionId: null,
  request: null,
  kept: null,
  news: null,
  fault: null,
  helpSince: null,
  badge: null,
  staffRefusal: null,
  assist: null,
  ticked: [],
  numberRefused: false,
  idleAt: 0,
  idleInstant: '',
};

export interface SessionContext {
  readonly outside: Outside;
  /** Facts of the world; they outlive visits and say nothing about anyone. */
  readonly reader: ReaderFacts;
  readonly online: boolean;
  /** Chosen by the member, reset when the attract page comes back. */
  readonly locale: Locale;
  readonly textSize: TextSize;
  readonly contrast: Contrast;
  readonly endedHow: Ending;
  /** The terminal leaves service as soon as the visit is wiped. */
  readonly shutting: boolean;
  readonly visit: Visit;
}

export interface SessionInput {
  readonly outside: Outside;
  readonly reader: ReaderFacts;
  readonly online: boolean;
}

/** The draft as it stands, or null before notice and identification. */
export function draftOf(visit: Visit, declaration: Shown | null = null): RegistrationDraft | null {
  const { identified, notice, answers, attestation, byStaff } = visit;
  if (identified === null || notice === null) return null;
  return { identified, answers, attestation, notice, declaration, byStaff };
}

/** Whether the evidence reaches the level that a registration needs (DESIGN.md, *Assurance*). */
export function isAttested(visit: Visit): boolean {
  const { identified, attestation } = visit;
  if (identified === null) return false;
  return assuranceOf(evidenceOf(identified, attestation)) >= REQUIRED_ASSURANCE['member-registration'];
}

export function isAnswered(visit: Visit): boolean {
  return visit.identified !== null && isComplete(visit.identified, visit.answers);
}

/**
 * Whether the staff holding the session may attest now: trained, something to attest, nothing attested or submitted
 * yet. A card whose own authenticity check failed is not to be made usable by a signature.
 */
export function canAttest({ visit, outside }: SessionContext): boolean {
  const { assist, identified, attestation, request } = visit;
  if (assist === null || identified === null || attestation !== null || request !== null) return false;
  if (evidenceOf(identified, null).authenticity.result === 'failed') return false;
  return mayAttest(assist, hongKongDate(outside.ports.now()));
}

/**
 * The visit with the member identified. An attestation belongs to the card that staff saw: any new reading or typing
 * drops it. Answers stay only where the number stays, or a typed number is put right; another card is another person.
 */
export function withIdentified(visit: Visit, identified: IdentifiedMember): Visit {
  const before = visit.identified;
  if (before === identified) return visit;
  const typedAgain = before?.means === 'typed' && identified.means === 'typed';
  const keeps = before === null || typedAgain || numberOf(before) === numberOf(identified);
  return {
    ...visit,
    identified,
    attestation: null,
    ticked: [],
    numberRefused: false,
    answers: keeps ? visit.answers : {},
    byStaff: keeps ? visit.byStaff : [],
  };
}

function numberOf(identified: IdentifiedMember): string {
  return canonicalHkid(identified.means === 'reader' ? identified.document.number : identified.number);
}

const NEWS_ORDER = ['kept', 'received', 'accepted', 'rejected'] as const;

/** News only ever moves forward: a repeated or late event never takes a receipt back. */
export function isNewer(before: ItemNews | null, state: ItemState): state is ItemNews['state'] {
  if (state === 'parked') return false;
  return before === null || NEWS_ORDER.indexOf(state) > NEWS_ORDER.indexOf(before.state);
}

/** How a visit that ends now is described: what was submitted stays submitted, however the member went. */
export function endingOf(visit: Visit, otherwise: Ending): Ending {
  return visit.kept === null ? otherwise : 'submitted';
}

/** Which wait the idle watch applies now, in milliseconds. */
export function idleLimit({ visit, outside: { delays } }: SessionContext): number {
  if (visit.assist !== null) return delays.staffIdleLock;
  if (visit.helpSince !== null) return delays.helpWait;
  return visit.kept === null ? delays.idleAfter : delays.receiptCloses;
}
