import type { CalculatorName } from '../calculators/names.ts';
import type { Ask, Figure, Label, Listed } from '../catalogue/ask.ts';
import type {
  ConnectionTrouble,
  EnquiryFault,
  FieldErrorCode,
  FreezeReason,
  OutcomeCode,
  OutOfServiceReason,
  ParkFault,
  PinRefusal,
  ReaderTrouble,
  StaffChangeRefusal,
  StaffRefusal,
  SubmitFault,
  TakeUpFault,
} from '../codes.ts';
import type { InstructionKind, SubmissionKind } from '../kinds/kinds.ts';
import type { MenuGroup, MenuItem } from '../kinds/menu.ts';
import type { Difference } from '../identity/difference.ts';
import type { MismatchAgainst } from '../identity/mismatch.ts';
import type { InterpretedLanguage } from '../identity/interpretation.ts';
import type { SecurityFeature, StaffRole } from '../identity/staff.ts';
import type { TakenOutReason } from '../operations/taken-out.ts';
import type { WaitingReports } from '../service/status.ts';
import type { PartialDate } from '../identity/partial-date.ts';
import type { Contrast, Locale, TextSize } from '../locale.ts';
import type { CodeChoice } from '../registration/ccc/ccc.ts';
import type { WhereNext } from '../reference-data/look-up/where-next.ts';
import type { LocalText } from '../reference-data/schema/common.ts';
import type { PaperKind, PrinterTrouble, PrintFault } from '../paper/paper.ts';
import type { ParkableKind } from '../parking/draft.ts';
import type { HeldBy } from '../parking/held-by.ts';
import type { LookUp } from '../records/records.ts';
import type { RegistrationStep } from '../registration/answers.ts';
import type { Employment, PrefillSource } from '../roster/prefill.ts';
import type { RuleFileProblem } from '../remittance/employer/employer-rules.ts';
import type { FileToBring } from '../remittance/summary/file-facts.ts';
import type { FileFindings } from '../remittance/summary/summarise.ts';
import type { Face } from '../usability/codes.ts';
import type { Failure, Result } from '../result.ts';
import type { ServiceStatus } from '../service/status.ts';
import type { CompanyOutcome, EnquiryStatus } from '../wire/enquiry.ts';
import type { OperationsOverlay } from './operations-view.ts';
import type { TicketScreen } from './ticket-view.ts';
import type { LanguageOffers, OwnLanguageScreen } from './own-language-view.ts';
import type { StationBar, StationScreen } from './station-view.ts';
import type { CasesScreen } from './cases-view.ts';
import type { PracticeView } from './practice-view.ts';
import type { VanBar, VanScreen } from './van-view.ts';
import type { Bill } from '../wire/bill.ts';
import type { FoundStatus, ItemState, StaffPerson } from './ports.ts';
import type { ListFindings } from '../company-list/check-list.ts';
import type {
  CheckProgress,
  FileListing,
  FileTrouble,
  SavedProblems,
  SaveFault,
} from './remittance-files.ts';

/**
 * What the renderer draws, and all it knows. Codes and parameters, never sentences. Plain JSON: it crosses a process
 * boundary and is compared by structure.
 */
export interface View {
  /** Null between sessions. A new session has a new id; intents of an old one are refused. */
  readonly sessionId: string | null;
  /** Names the page being shown, overlay included; intents made on another page are refused. */
  readonly stepId: string;
  readonly locale: Locale;
  readonly textSize: TextSize;
  readonly contrast: Contrast;
  readonly screen: Screen;
  /** Covers the screen when set; the screen below it is not readable and not touchable. */
  readonly overlay: Overlay | null;
  readonly chrome: Chrome;
}

/** The frame around every page: always in the same place (look/README.md). */
export interface Chrome {
  /** For display, e.g. `K0127`. */
  readonly terminalId: string;
  readonly place: { readonly 'zh-Hant': string; readonly en: string };
  readonly connection: ConnectionView;
  /** Some device is simulated: a banner says so. */
  readonly simulated: boolean;
  /** Null where no flow is under way. */
  readonly progress: {
    readonly flow: FlowName;
    readonly step: number;
    readonly of: number;
    readonly name: ProgressName;
  } | null;
  readonly canGoBack: boolean;
  readonly canLeave: boolean;
  /** Something was begun that can be put aside. */
  readonly canFinishLater: boolean;
  readonly canAskStaff: boolean;
  /** The words of this page can be read aloud, and whether they are; absent: they cannot. */
  readonly reading?: { readonly on: boolean };
  readonly print: {
    /** Papers of this page that a printer would take now. */
    readonly offered: readonly PaperKind[];
    /** Why one that is there takes none of them. */
    readonly trouble: PrinterTrouble | null;
  };
  /** Set while staff hold the session: declare and submit are not offered then. */
  readonly assist: {
    readonly staffId: string;
    readonly role: StaffRole;
    readonly canAttest: boolean;
    readonly canSeeStatus: boolean;
  } | null;
  readonly readerReady: boolean;
  /** Only in practice. */
  readonly practice?: PracticeView;
  /** An employer's file is checked and nothing is sent. */
  readonly mockRun?: true;
  /** Only in a van: battery, disk, what the freeze rules still leave, the number being served. */
  readonly van?: VanBar;
  /** Only at a station: whose window this is, and whose hand the page is in. */
  readonly station?: StationBar;
}

export const PROGRESS_NAMES = [
  'notice',
  'identity',
  'details',
  'attestation',
  'review',
  'declare',
  'receipt',
] as const;
export type ProgressName = (typeof PROGRESS_NAMES)[number];

/** What the member came to do, once it leads to something that is submitted. */
export type FlowName = 'registration' | 'withdrawal' | 'correction' | 'instruction';

interface ConnectionView {
  readonly online: boolean;
  readonly trouble: ConnectionTrouble | null;
  /** Submissions kept here that the platform has not received. */
  readonly pending: number;
  /** Reports of days that it has not acknowledged; left out while none waits. */
  readonly reports?: WaitingReports;
}

/** The platform's bill for a remittance, as its receipt shows it. */
export type BillOnReceipt =
  | { readonly state: 'waiting' }
  | ({ readonly state: 'known' } & Bill)
  /** It did not come in time: how to get it. */
  | { readonly state: 'later'; readonly hotline: string };

export type Screen =
  | { readonly id: 'starting' }
  | { readonly id: 'self-test' }
  | {
      readonly id: 'out-of-service';
      readonly reasons: readonly Failure<OutOfServiceReason>[];
      readonly keptItemsSafe: boolean;
      readonly where?: readonly WhereNext[];
    }
  /** `tickets`: there are counters here, whose queue tickets are offered. */
  | { readonly id: 'attract'; readonly tickets?: true }
  /** Instead of the attract page while no visit may begin (domain/service/freeze.ts). */
  | {
      readonly id: 'not-today';
      readonly reason: FreezeReason;
      /** With `taken-out`: what staff say about it. */
      readonly takenOut?: TakenOutReason;
      /** False when something kept here could not be read any more: then nothing may be said about it. */
      readonly nothingLost: boolean;
      readonly where?: readonly WhereNext[];
    }
  | { readonly id: 'language'; readonly tickets?: true }
  /** What is collected and who gets it: for a registration, or for an instruction of somebody registered. */
  | {
      readonly id: 'notice';
      readonly about: 'registration' | 'instruction';
      /** What the platform wants people to read now (reference data); no part of the notice and its digest. */
      readonly texts?: readonly LocalText[];
      /** While staff hold it: languages in which signed-off words can be put to the member. */
      readonly languages?: LanguageOffers;
    }
  | OwnLanguageScreen
  /** What somebody came for; null: which group, else what of it. */
  | {
      readonly id: 'menu';
      readonly group: MenuGroup | null;
      readonly items: readonly MenuEntry[];
      readonly tickets?: true;
    }
  /** It would be refused later: said now, with the next step. */
  | {
      readonly id: 'instruction-refused';
      readonly kind: InstructionKind;
      readonly refusal: Failure<string>;
      readonly where?: readonly WhereNext[];
    }
  /** Waiting for a card. `liftFirst`: one has lain on the reader since before the visit; it is not read. */
  | { readonly id: 'identify'; readonly liftFirst: boolean }
  | { readonly id: 'reading' }
  /** Name with the masked number only; the full number never stands beside a name. */
  | {
      readonly id: 'read-result';
      readonly maskedNumber: string;
      readonly nameEnglish: string;
      readonly nameChinese: string | null;
      readonly dateOfBirth: PartialDate;
      readonly cardStillThere: boolean;
      /** A difference between card and record can be left here as a case. */
      readonly canDiffer: boolean;
    }
  /** What is read or typed now differs from what was typed or recorded before. Names, and no number at all. */
  | {
      readonly id: 'mismatch';
      readonly against: MismatchAgainst;
      /** Whether the letters of now are the card's own, or typed. */
      readonly now: 'card' | 'typed';
      readonly differences: readonly (Difference & { readonly here: string; readonly there: string })[];
      readonly bring: readonly Label[];
      readonly where?: readonly WhereNext[];
    }
  | {
      readonly id: 'reader-trouble';
      readonly trouble: ReaderTrouble;
      readonly attempt: number;
      readonly readerReady: boolean;
    }
  /** The card says that its holder cannot be a member yet; `least` in years. */
  | { readonly id: 'too-young'; readonly least: number }
  | { readonly id: 'no-hkid' }
  | {
      readonly id: 'bring-documents';
      readonly document: 'passport' | 'replacement-slip';
      /** Somebody who only asks submits nothing anyway. */
      readonly enquiring: boolean;
      readonly where?: readonly WhereNext[];
    }
  | { readonly id: 'typed-number'; readonly value: string; readonly error: FieldErrorCode | null }
  /**
   * The one time the full number is shown, alone. `lookAlikes`: prefix letters that pass the same check digit, so the
   * letter must be confirmed (facts/domain.md §1.1).
   */
  | {
      readonly id: 'typed-number-check';
      readonly number: string;
      readonly prefix: string;
      readonly lookAlikes: readonly string[];
    }
  | {
      readonly id: 'question';
      readonly step: RegistrationStep;
      /** What was answered or typed before; the page edits it locally. */
      readonly value: string;
      readonly error: FieldErrorCode | null;
      /** True when the member came here by "change" on the review page. */
      readonly changing: boolean;
      /** What stands there was brought by a list or a form. */
      readonly from?: PrefillSource;
      /** What was brought; on `employer` only. */
      readonly employment?: Employment;
      /** What each keyed code may stand for; on `chinese-characters` only. */
      readonly choices?: readonly CodeChoice[];
    }
  /** One page of an instruction, drawn from what it asks (domain/catalogue). */
  | {
      readonly id: 'ask';
      readonly kind: InstructionKind;
      readonly page: string;
      /** Prefix of its messages: `.heading`, `.help`. */
      readonly words: string;
      /** Round of a repeated step, from 1. */
      readonly index: number;
      readonly ask: Ask;
      readonly value: string;
      /** Message `rule.<code>` or `error.<code>`. */
      readonly error: Failure<string> | null;
      readonly changing: boolean;
      /** Of whom this round is; left out: it is of nobody in particular. */
      readonly about?: Label;
      /** Somebody else's identity number, given before, while staff hold the session: shown only while a button is held. */
      readonly given?: string;
    }
  /** Which file of which drive; the page is ours, no dialog of the system. */
  | {
      readonly id: 'file-choose';
      readonly kind: InstructionKind;
      readonly listing: FileListing | null;
      readonly payer: string;
      readonly most: { readonly megabytes: number; readonly rows: number };
      /** A list of companies is chosen; left out: a remittance file. */
      readonly companies?: true;
    }
  | {
      readonly id: 'file-reading';
      readonly kind: InstructionKind;
      readonly name: string;
      readonly progress: CheckProgress;
    }
  | {
      readonly id: 'file-trouble';
      readonly kind: InstructionKind;
      readonly trouble: FileTrouble;
      /** Of a rule file that does not fit: what is wrong in it. */
      readonly places: readonly RuleFileProblem[];
      readonly most: { readonly megabytes: number; readonly rows: number };
      /** It was to be a list of companies. */
      readonly companies?: true;
    }
  /** What was found in it; the rows that are right can go without the others (docs/adr/0035). */
  | {
      readonly id: 'file-result';
      readonly kind: InstructionKind;
      readonly name: string;
      readonly findings: FileFindings;
      readonly payer: string;
      /** Rows that can go; none while something holds the file back as a whole. */
      readonly going: number;
      /** Asked because the rows that stay were not saved on the drive. */
      readonly unsaved?: true;
      /** Held against the employer's rules; without them voluntary contributions were not checked. */
      readonly byRules: boolean;
      readonly saving: boolean;
      /** What was saved on the drive, or why it was not; null before that. */
      readonly saved: Result<SavedProblems, Failure<SaveFault>> | null;
    }
  /** What was found in a list of companies: the good ones can go without the others. */
  | {
      readonly id: 'companies-result';
      readonly kind: InstructionKind;
      readonly name: string;
      readonly findings: ListFindings;
      /** Companies that can go. */
      readonly good: number;
      readonly saving: boolean;
      readonly saved: Result<{ readonly name: string }, Failure<SaveFault>> | null;
    }
  /** One page of a calculator: nobody is identified, nothing is kept (domain/calculators). */
  | {
      readonly id: 'calculator-ask';
      readonly calculator: CalculatorName;
      readonly page: string;
      /** Prefix of its messages: `.heading`, `.help`. */
      readonly words: string;
      readonly ask: Ask;
      readonly value: string;
      /** Message `rule.<code>`. */
      readonly error: Failure<string> | null;
    }
  | {
      readonly id: 'calculation';
      readonly calculator: CalculatorName;
      readonly figures: readonly Figure[];
      readonly paragraphs: readonly Label[];
    }
  | {
      readonly id: 'instruction-review';
      readonly kind: InstructionKind;
      /** Who it is from; empty where nobody has to be identified. */
      readonly identity: readonly ReviewRow[];
      readonly rows: readonly AskedRow[];
      /** What came in a list, shown in pages of its own; left out or empty where nothing did. */
      readonly listed?: readonly Listed[];
      readonly ending: InstructionEnding;
    }
  /** Nothing was submitted: what to bring where. */
  | {
      readonly id: 'prepared';
      readonly kind: InstructionKind;
      readonly why: 'offline' | 'assurance';
      readonly bring: readonly Label[];
      readonly where?: readonly WhereNext[];
    }
  /** How the member shows who they are before this can be submitted: a trained officer, iAM Smart, or not today. */
  | {
      readonly id: 'staff-needed';
      /** `changed`: somebody had looked, and then name or birth date were typed otherwise. */
      readonly reason: 'attestation' | 'changed';
      /** Staff looking at the card is enough, or comes first since the number was only typed. */
      readonly staff: boolean;
      /** `offline`: it would be needed, and needs the connection that is not there. */
      readonly iamSmart: 'offered' | 'offline' | 'no';
      /** Nothing less than iAM Smart is enough. */
      readonly onlyIamSmart: boolean;
      /** It may be prepared without, and is then not submitted. */
      readonly prepare: boolean;
      /** Staff means two: an officer, then a supervisor. */
      readonly byTwo?: boolean;
      /** The first of the two has signed. */
      readonly second?: boolean;
    }
  /** Before the first page: shall the platform's records be shown? Then the member proves who they are first. */
  | {
      readonly id: 'look-up-offer';
      readonly what: LookUp;
      readonly online: boolean;
      /** Staff looking at the card is enough for it. */
      readonly staff: boolean;
      readonly iamSmart: boolean;
      /** Proven already, and staff still hold the session. */
      readonly proven: boolean;
      /** Staff means two: an officer, then a supervisor. */
      readonly byTwo?: boolean;
      /** The first of the two has signed. */
      readonly second?: boolean;
    }
  | { readonly id: 'look-up-asking' }
  /** There is nothing to show; the member goes on without. */
  | { readonly id: 'look-up-trouble'; readonly fault: EnquiryFault; readonly canRetry: boolean }
  /** How a record has the member, one thing a page, beginning with what the card says. */
  | {
      readonly id: 'record-says';
      readonly step: RecordStep;
      readonly value: string;
      readonly error: FieldErrorCode | null;
    }
  /** A code is on its way to the mobile. */
  | { readonly id: 'mobile-code-sending' }
  | {
      readonly id: 'mobile-code';
      /** Eight digits, as they were typed: whoever sees a slip goes back. */
      readonly mobile: string;
      readonly value: string;
      readonly error: FieldErrorCode | null;
      readonly canSendAgain: boolean;
      /** Another message was asked for and is on its way. */
      readonly sentAgain: boolean;
      /** Grows with every code that was wrong or new: the field begins anew then. */
      readonly attempt: number;
    }
  /** The code counts no more: why, and whether to have another. */
  | { readonly id: 'mobile-code-over'; readonly why: MobileCodeStop; readonly canSendAgain: boolean }
  | { readonly id: 'iam-smart-beginning' }
  /** The code to scan; once it was, the member goes on with their phone. */
  | {
      readonly id: 'iam-smart-code';
      readonly code: string;
      readonly scanned: boolean;
      /** ISO instant at which it runs out. */
      readonly runsOut: string;
    }
  /** It came to nothing: why, and whether to try again. Never says whose phone or card it was. */
  | { readonly id: 'iam-smart-stopped'; readonly why: SignInStop; readonly canRetry: boolean }
  /** Staff's page: number alone (typed numbers only), then features, then the face. */
  | {
      readonly id: 'attest';
      readonly page: 'number' | 'features' | 'face' | 'sign';
      /** Set on the `number` page only, and then nothing else personal is on the page. */
      readonly number: string | null;
      readonly maskedNumber: string;
      /** On the `sign` page of a typed number: what was typed, to be held against the card. */
      readonly typed?: { readonly name: string; readonly dateOfBirth: string | null } | null;
      readonly features: readonly { readonly feature: SecurityFeature; readonly ticked: boolean }[];
    }
  | {
      readonly id: 'review';
      readonly rows: readonly ReviewRow[];
      readonly online: boolean;
      /** What is corrected and why, when this is a correction. */
      readonly correcting: { readonly reference: string; readonly code: OutcomeCode } | null;
    }
  | {
      readonly id: 'declare';
      readonly online: boolean;
      readonly kind: Exclude<SubmissionKind, 'cancellation' | 'feedback'>;
      /** It was put to the member in a language of their own: those words stand here. */
      readonly own?: Pick<OwnLanguageScreen, 'language' | 'text'>;
    }
  | { readonly id: 'submitting' }
  | { readonly id: 'not-saved'; readonly fault: SubmitFault }
  | {
      readonly id: 'receipt';
      readonly kind: SubmissionKind;
      /** More to know about this kind of instruction: when it is dealt with, what follows. */
      readonly tell: readonly Label[];
      readonly state: ReceiptState;
      readonly reference: string;
      /** In two groups, shown this once; null on the receipt of a withdrawal. */
      readonly enquiryCode: string | null;
      /** Reference of what is withdrawn; null on the receipt of a registration. */
      readonly withdraws: string | null;
      /** Of which kind that is; absent or null where the platform did not say it. */
      readonly withdrawsKind?: SubmissionKind | null;
      /** ISO instant: kept at, or received at by the platform. */
      readonly at: string;
      readonly outcome: OutcomeCode | null;
      /** ISO date after which a member without notice should call. */
      readonly noticeBy: string;
      /** The platform's bill under which it is paid; left out or null: nothing is. */
      readonly bill?: BillOnReceipt | null;
      /** ISO instant at which the page clears itself. */
      readonly closesAt: string;
    }
  /** With the slip, or with the card where it is lost; without a network with the slip only, and only what is kept here. */
  | { readonly id: 'enquiry-choice'; readonly online: boolean }
  /** Why the card is read, before it is. */
  | { readonly id: 'enquiry-notice' }
  /** What the holder of the card left: kinds, days and status words, and whose card it is, masked. */
  | {
      readonly id: 'enquiry-list';
      readonly maskedNumber: string;
      readonly items: readonly LeftEntry[];
      /** There are older ones. */
      readonly more: boolean;
    }
  /** Typing the reference of what was left before, then its enquiry code. */
  | { readonly id: 'enquiry-reference'; readonly value: string; readonly error: FieldErrorCode | null }
  | { readonly id: 'enquiry-code'; readonly value: string; readonly error: FieldErrorCode | null }
  | { readonly id: 'enquiry-asking' }
  /** Kind and status words only; nothing of who it is about. */
  | {
      readonly id: 'enquiry-result';
      readonly reference: string;
      /** Of which kind it is; null where the platform did not say it. */
      readonly ofKind: SubmissionKind | null;
      readonly status: FoundStatus;
      readonly code: OutcomeCode | null;
      /** Of an accepted remittance that is paid. */
      readonly bill?: Bill | null;
      /** When it was kept, where it is only kept here. */
      readonly receivedAt: string;
      /** False for what has been processed, and for what a terminal cannot identify well enough for. */
      readonly canWithdraw: boolean;
      /** A registration only. */
      readonly canCorrect: boolean;
      /** What became of each company of an employer's registration; left out for anything else. */
      readonly companies?: readonly CompanyOutcome[];
    }
  /** It could not be looked up, or what was left could not be fetched for correction. */
  | { readonly id: 'enquiry-trouble'; readonly fault: EnquiryFault; readonly canRetry: boolean }
  /** `ofKind`: of which kind it is that is withdrawn; null where the platform did not say it. */
  | {
      readonly id: 'withdraw-notice';
      readonly reference: string;
      readonly ofKind: SubmissionKind | null;
      readonly proof: WithdrawalProof;
    }
  | {
      readonly id: 'withdraw-confirm';
      readonly reference: string;
      readonly ofKind: SubmissionKind | null;
      readonly online: boolean;
    }
  | { readonly id: 'correction-opening' }
  /** A row of the slip's code is typed; a scanner takes the slip meanwhile. */
  | {
      readonly id: 'resume-row';
      readonly row: 1 | 2;
      readonly value: string;
      readonly error: FieldErrorCode | null;
    }
  | { readonly id: 'resume-opening' }
  | {
      readonly id: 'resume-trouble';
      readonly fault: TakeUpFault;
      readonly canRetry: boolean;
      /** With `held`: where it is being worked on; a place, never a person. */
      readonly heldBy?: HeldBy;
    }
  /** Opened; so many answers have to be given again, since the rules have changed. */
  | {
      readonly id: 'resume-changed';
      readonly kind: ParkableKind;
      readonly again: number;
      readonly file: FileToBring | null;
    }
  /** The slip: all that is left of the visit. */
  | {
      readonly id: 'resume-slip';
      /** It is a copy: another terminal has the same open (null: had it). Left out: there is only this one. */
      readonly beside?: HeldBy | null;
      readonly qr: string;
      readonly rows: readonly [string, string];
      /** ISO instant: the end of the last day. */
      readonly expiresAt: string;
      /** False: only this machine can take it up, until its network is back. */
      readonly elsewhere: boolean;
      /** ISO instant at which the page clears itself. */
      readonly closesAt: string;
    }
  | TicketScreen
  | VanScreen
  | StationScreen
  | CasesScreen
  | {
      readonly id: 'ended';
      readonly how:
        'submitted' | 'parked' | 'left' | 'idle' | 'prepared' | 'enquired' | 'ticketed' | 'checked';
      /** One tap, skippable: asked for, or given; null where nobody is there. All of the visit is gone by then. */
      readonly feedback: 'ask' | Face | null;
    };

/** What a receipt can say; `parked` and `expired` concern staff and later days. */
export type ReceiptState = Exclude<ItemState, 'parked' | 'expired'>;

/** What shows that somebody may withdraw what was left. */
export type WithdrawalProof = 'slip' | 'card' | 'card-and-staff' | 'card-and-iam-smart' | 'card-and-two';

/** One of the things that somebody left. */
interface LeftEntry {
  readonly id: string;
  /** Null where the platform did not say it. */
  readonly ofKind: SubmissionKind | null;
  readonly status: EnquiryStatus;
  readonly receivedAt: string;
}

/** What can be otherwise on a record; asked like the same answers of a registration. */
export type RecordStep = Extract<RegistrationStep, 'surname' | 'given-names' | 'date-of-birth'>;

/** Why a code to a mobile counts no more; message `mobile-code.<why>`. */
export const MOBILE_CODE_STOPS = ['used-up', 'expired', 'offline', 'unavailable'] as const;
export type MobileCodeStop = (typeof MOBILE_CODE_STOPS)[number];

/** Why signing in with iAM Smart came to nothing; message `iam-smart.<why>`. */
export type SignInStop =
  | 'expired'
  | 'refused'
  | 'different-person'
  | Exclude<EnquiryFault, 'not-found' | 'not-here' | 'nothing-left' | 'not-correctable'>;

/** One entry of the menu, and what there is to know about it now. */
export interface MenuEntry {
  readonly item: MenuItem;
  /** It is only prepared or not taken now; or it is submitted with iAM Smart and only prepared without. */
  readonly remark: 'prepare' | 'refuse' | 'iam-smart' | null;
}

/** What the review page leads to. */
export type InstructionEnding = 'submit' | 'keep' | 'prepare';

/** One answer of an instruction on its review page. */
export interface AskedRow {
  readonly page: string;
  /** Prefix of its messages: `.row`. */
  readonly words: string;
  readonly index: number;
  readonly lines: readonly Label[];
  readonly byStaff: boolean;
}

export interface ReviewRow {
  readonly key:
    | 'document'
    | 'number'
    | 'name-english'
    | 'name-chinese'
    | 'date-of-birth'
    | 'contact-channel'
    | 'mobile'
    | 'email'
    | 'address'
    | 'employer'
    | 'communication-language'
    | 'optional-uses'
    | 'former-name'
    | 'mismatch'
    | 'attested-by'
    | 'signed-in';
  /** Literal text, or a code the renderer knows for this key (channel, district, language, use). Empty: none given. */
  readonly value: string;
  /** The page that changes it; null when it came from the document. */
  readonly change: RegistrationStep | null;
  /** Filled in by staff: marked so. */
  readonly byStaff: boolean;
  /** As a list or a form brought it. */
  readonly from?: PrefillSource;
}

export type Overlay =
  | { readonly id: 'idle-warning'; readonly wipesAt: string; readonly stake: Stake }
  | { readonly id: 'leave-confirm'; readonly stake: Stake }
  /** "Finish later": what it means. `until`: ISO instant, the end of the last day. */
  | { readonly id: 'park-asking'; readonly until: string; readonly online: boolean }
  | { readonly id: 'park-saving' }
  /** It could not be put aside; everything is still on the page beneath. */
  | { readonly id: 'park-failed'; readonly fault: ParkFault }
  | { readonly id: 'print-sending'; readonly paper: PaperKind }
  /** The printer has taken it. */
  | { readonly id: 'print-done'; readonly paper: PaperKind }
  /** Everything is still on the page beneath. */
  | { readonly id: 'print-failed'; readonly paper: PaperKind; readonly fault: PrintFault }
  /** `snoozed`: somebody has seen the call, is busy, and will come. */
  | { readonly id: 'help-called'; readonly since: string; readonly snoozed: boolean }
  | { readonly id: 'help-nobody-came' }
  | {
      readonly id: 'staff-pin';
      readonly refusal: StaffRefusal | null;
      /** Seconds to wait, with `too-soon`. */
      readonly waitSeconds: number | null;
      readonly checking: boolean;
      /** Somebody called: whoever is busy may say that they are coming. */
      readonly canSnooze: boolean;
    }
  /** A new PIN, typed twice. `start`: nothing else may be done before. */
  | {
      readonly id: 'staff-new-pin';
      readonly start: boolean;
      readonly refusal: PinRefusal | null;
      readonly saving: boolean;
    }
  /** What helps with the page below, and the way to staff's own pages. */
  | {
      readonly id: 'staff-more';
      /** In which language whoever is here reads the rule, by what they chose before; null: they have not. */
      readonly reading: Locale | null;
      readonly interpreter: boolean;
      readonly moreTime: boolean;
      readonly canSeeStatus: boolean;
      readonly canSeePeople: boolean;
    }
  /** Who may sign in here; `change` is what became of the last unlocking or blocking. */
  | {
      readonly id: 'staff-people';
      readonly people: readonly StaffPerson[];
      readonly self: string;
      readonly change: StaffChangeRefusal | 'done' | null;
    }
  /** The session is the member's again: everything that staff filled in or signed, to be looked at. */
  | {
      readonly id: 'staff-work';
      readonly rows: readonly ReviewRow[];
      readonly asked: readonly AskedRow[];
      /** Of these the way back to where they are asked is open: questions, pages, or `number`. */
      readonly changes: readonly string[];
      /** Whoever looked at card and face. */
      readonly attestedBy: readonly string[];
      /** Null: nobody recorded one; without a language where the words on the screen were read. */
      readonly interpreter: { readonly language: InterpretedLanguage | null } | null;
    }
  /** Staff left the session idle: covered until badge and PIN are given again. */
  | { readonly id: 'staff-locked' }
  /** How the machine stands, for staff. */
  | {
      readonly id: 'staff-status';
      readonly status: ServiceStatus;
      readonly canOperate: boolean;
      readonly canChangePin: boolean;
    }
  /** The machine itself. */
  | OperationsOverlay;

/** What is lost when the visit ends now: something filled in, nothing since it is submitted, nothing at all. */
export type Stake = 'unsubmitted' | 'submitted' | 'nothing';

/** What main sends: `rev` grows by one with every changed view, so that a page can see a gap. */
export interface ViewUpdate {
  readonly rev: number;
  readonly view: View;
}
