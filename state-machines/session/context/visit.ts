import type { BillStanding } from '../../../domain/wire/bill.ts';
import type { CalculatorName } from '../../../domain/calculators/names.ts';
import type { Answers } from '../../../domain/catalogue/definition.ts';
import type {
  EnquiryFault,
  OutcomeCode,
  PinRefusal,
  StaffChangeRefusal,
  StaffRefusal,
  SubmitFault,
} from '../../../domain/codes.ts';
import type { WhoItIs } from '../../../domain/identity/differing/difference.ts';
import type { Told } from '../../../domain/identity/differing/mismatch.ts';
import type { Attestation, SecurityFeature, StaffMember } from '../../../domain/identity/staff.ts';
import type { ConfirmedMobile } from '../../../domain/identity/proof/mobile-code.ts';
import type { OwnLanguage } from '../../../domain/notices/own-language.ts';
import type { Interpretation } from '../../../domain/identity/interpretation.ts';
import type { InstructionKind } from '../../../domain/kinds/kinds.ts';
import type { MenuGroup } from '../../../domain/kinds/menu.ts';
import type { RegistrationAnswers, RegistrationStep } from '../../../domain/registration/answers.ts';
import type { IamSmartEvidence } from '../../../domain/identity/proof/iam-smart.ts';
import type { IdentifiedMember, Shown } from '../../../domain/registration/draft.ts';
import type { Failure } from '../../../domain/result.ts';
import type { Correction, Kept, SubmitRequest } from '../../../domain/terminal/ports/queue/submission.ts';
import type { StaffPerson } from '../../../domain/terminal/ports/staff.ts';
import type { ReceiptState } from '../../../domain/terminal/view/screens/submission.ts';
import type { ScannedTicket } from '../../../domain/tickets/ticket-code.ts';
import type { LeftAnswer } from '../../../domain/wire/enquiry.ts';
import type { Found } from '../../enquiry/found.ts';
import type { IdReadingInput, OtherDocument } from '../../id-reading/context.ts';
import { type LookingUp, NOTHING_LOOKED_UP } from '../about-member/looking-up.ts';
import { type Later, NO_PAGE, NOTHING_LATER, type OpenPage } from '../parking/later.ts';
import { NOTHING_PREFILLED, type Prefilled } from '../about-member/prefilled.ts';

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
