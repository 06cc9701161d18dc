import { formatHkid, lookAlikePrefixes, maskHkid } from '../../domain/identity/document/hkid.ts';
import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import type { RegistrationAnswers, RegistrationStep } from '../../domain/registration/answers.ts';
import { choicesOf, type CodeChoice } from '../../domain/registration/ccc/ccc.ts';
import { PARAMETERS } from '../../domain/parameters.ts';
import { noticeBefore } from '../../domain/messages/legal-texts.ts';
import { employmentFrom, sourceOf } from '../../domain/roster/prefill.ts';
import { reviewRows, wholeName } from '../../domain/registration/review.ts';
import { formatEnquiryCode } from '../../domain/service/enquiry-code.ts';
import type { SubmitRequest } from '../../domain/terminal/ports/queue/submission.ts';
import type { Surface } from '../../domain/terminal/surface.ts';
import type { BillOnReceipt } from '../../domain/terminal/view/screens/submission.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { noticeBy } from '../../domain/time.ts';
import type { SessionParts } from '../children.ts';
import type { IdReadingSnapshot } from '../id-reading/id-reading.machine.ts';
import { recordValue } from '../id-reading/setup.ts';
import { ownLanguageScreen } from '../own-language/own-language.machine.ts';
import { languagesOnNotice, ownDeclaration } from './own-language-screen.ts';
import { readerUsable } from '../reader-facts.ts';
import type { FlowPage } from '../flow-contract.ts';
import { registrationPage } from '../registration.machine.ts';
import { frozenBy, type SessionContext } from '../session/context/context.ts';
import {
  isByTwo,
  levelOf,
  maySignIn,
  needsMoreThanStaff,
  wantsSecond,
  withdrawalProof,
} from '../session/context/assurance.ts';
import { mayFetchAgain } from '../session/context/answered.ts';
import type { Visit } from '../session/context/visit.ts';
import { draftOf } from '../session/about-member/identified.ts';
import { attestedDetails } from '../session/about-member/mismatch.ts';
import type { SessionSnapshot } from '../session/session.machine.ts';
import { calculatorScreen } from './calculator-screen.ts';
import { enquiryScreen } from './enquiry-screen.ts';
import { mockRunScreen } from '../mock-run/mock-run-screen.ts';
import { platformTexts, whereTo } from './where.ts';
import { iamSmartScreen } from './iam-smart-screen.ts';
import { mobileCodeScreen } from './mobile-code-screen.ts';
import { lookUpScreen } from './look-up-screen.ts';
import { resumeScreen } from './resume-screen.ts';
import { ticketScreen, withTickets } from './ticket-screen.ts';
import { instructionScreen, toldOf } from './instruction-screen.ts';
import { mismatchScreen, mismatchTold } from './mismatch-screen.ts';
import { maskedForStaff } from './staff-work.ts';

/**
 * The page of a session: staff's own page when it lies on top, else the one the member's journey has come to.
 *
 * @param surface at a station, whose window it is for: the member's has none of staff's pages, and staff's is masked
 * whoever works the page
 */
export function screenOf(parts: SessionParts, surface: Surface = 'shared'): Screen {
  const { session } = parts;
  const { endedHow, face } = session.context;
  if (session.matches({ open: { presence: 'attract' } })) return restScreen(session.context);
  if (session.matches({ open: { presence: 'ended' } }) && endedHow !== 'turned-away') {
    return { id: 'ended', how: endedHow, feedback: face ?? (endedHow === 'idle' ? null : 'ask') };
  }
  const own = surface === 'member' ? null : attestScreen(session);
  if (own !== null) return own;
  const screen = journeyScreen(parts);
  // Beneath the page that asks for their PIN staff are already looking.
  const asked = session.matches({ open: { presence: { visit: { staff: 'pin' } } } });
  const masked = surface === 'shared' ? asked || session.context.visit.assist !== null : surface === 'staff';
  return masked ? maskedForStaff(screen) : screen;
}

/** Nobody is here: the invitation, or why there is none. */
function restScreen({ status, outside }: SessionContext): Screen {
  const reason = frozenBy(status);
  if (reason === null) return { id: 'attract', ...withTickets(outside) };
  const salvage = status?.salvage ?? null;
  const nothingLost = salvage === null || salvage.missing === 0;
  const takenOut = reason === 'taken-out' ? status?.takenOut?.reason : undefined;
  const said = takenOut === undefined ? {} : { takenOut };
  return { id: 'not-today', reason, ...said, nothingLost, where: whereTo(outside, 'any') };
}

type Journey = string | Readonly<Record<string, string>>;

function inJourney(session: SessionSnapshot, journey: Journey): boolean {
  return session.matches({ open: { presence: { visit: { journey } } } } as Parameters<
    typeof session.matches
  >[0]);
}

function journeyScreen(parts: SessionParts): Screen {
  const { session, enquiry, iamSmart, idReading, registration, calculator, ticket, mockRun } = parts;
  const { context } = session;
  const { visit, online } = context;
  if (idReading !== null && inJourney(session, 'identify')) return identifyScreen(idReading);
  if (inJourney(session, 'task')) {
    if (parts.mobileCode !== null) return mobileCodeScreen(parts.mobileCode);
    const page = registration === null ? null : registrationPage(registration);
    if (page !== null) {
      return { id: 'question', ...page, ...choicesOn(page.step, visit.answers), ...broughtOn(page, visit) };
    }
  }
  if (enquiry !== null && inJourney(session, 'enquiry')) return enquiryScreen(enquiry);
  if (calculator !== null && visit.calculator !== null && inJourney(session, 'calculate')) {
    const shown = calculatorScreen(visit.calculator, calculator);
    if (shown !== null) return shown;
  }
  if (mockRun !== null && inJourney(session, 'mockRun')) {
    const shown = mockRunScreen(mockRun, parts.file);
    if (shown !== null) return shown;
  }
  if (inJourney(session, 'notToday')) return restScreen(context);
  if (ticket !== null && inJourney(session, 'ticket')) return ticketScreen(ticket);
  if (inJourney(session, 'language')) return { id: 'language', ...withTickets(context.outside) };
  if (inJourney(session, 'notice')) {
    const kind = visit.instruction?.kind ?? null;
    const about = kind === null ? 'registration' : noticeBefore(kind);
    const texts = platformTexts(context.outside, kind);
    return { id: 'notice', about, texts, ...(kind === null ? languagesOnNotice(context) : {}) };
  }
  if (parts.ownLanguage !== null && (inJourney(session, 'ownNotice') || inJourney(session, 'ownConsents'))) {
    return ownLanguageScreen(parts.ownLanguage);
  }
  if (inJourney(session, 'mismatch')) {
    const shown = mismatchScreen(context);
    if (shown !== null) return shown;
  }
  if (inJourney(session, 'tooYoung')) return { id: 'too-young', least: PARAMETERS.leastAge };
  if (inJourney(session, 'bringDocuments')) {
    return {
      id: 'bring-documents',
      document: visit.bring,
      enquiring: visit.purpose === 'enquire',
      where: whereTo(context.outside, 'service-centre'),
    };
  }
  if (inJourney(session, 'attestation')) return staffNeededScreen(context);
  if (iamSmart !== null && inJourney(session, 'signIn')) return iamSmartScreen(iamSmart);
  if (inJourney(session, 'review')) {
    const draft = draftOf(context);
    const { correction, found } = visit;
    return {
      id: 'review',
      rows: draft === null ? [] : reviewRows(draft),
      online,
      correcting:
        correction === null || found === null ? null : { reference: found.reference, code: correction.code },
    };
  }
  const ofSlip = resumeScreen(parts, (journey) => inJourney(session, journey));
  if (ofSlip !== null) return ofSlip;
  const ofRecords = lookUpScreen(context, (journey) => inJourney(session, journey));
  if (ofRecords !== null) return ofRecords;
  const ofFound = foundScreen(session);
  if (ofFound !== null) return ofFound;
  const ofInstruction = instructionScreen(parts, (journey) => inJourney(session, journey));
  if (ofInstruction !== null) return ofInstruction;
  if (inJourney(session, 'declare')) {
    return {
      id: 'declare',
      online,
      kind: visit.instruction?.kind ?? 'member-registration',
      ...ownDeclaration(context),
    };
  }
  if (inJourney(session, 'notSaved')) return { id: 'not-saved', fault: visit.fault?.code ?? 'unavailable' };
  if (inJourney(session, 'receipt')) return receiptScreen(context);
  return { id: 'submitting' };
}

/** The characters to pick from, where that is the page. */
function choicesOn(
  step: RegistrationStep,
  { chineseCodes = '' }: RegistrationAnswers,
): { readonly choices?: readonly CodeChoice[] } {
  return step === 'chinese-characters' ? { choices: choicesOf(chineseCodes) } : {};
}

/** How the member can show who they are, as far as it goes here and now. */
function staffNeededScreen(context: SessionContext): Screen {
  const { visit, online } = context;
  const byTwo = isByTwo(context);
  const onlyIamSmart = needsMoreThanStaff(visit) && !byTwo;
  const offered = maySignIn(context);
  return {
    id: 'staff-needed',
    reason: visit.attestationLost ? 'changed' : 'attestation',
    staff: !onlyIamSmart || levelOf(context) === 0,
    iamSmart: offered ? 'offered' : onlyIamSmart && !online ? 'offline' : 'no',
    onlyIamSmart,
    prepare: needsMoreThanStaff(visit) && visit.purpose === 'instruct',
    byTwo,
    second: wantsSecond(context),
  };
}

/** The pages on the way to withdrawing or correcting what was found. */
function foundScreen(session: SessionSnapshot): Screen | null {
  const { visit, online } = session.context;
  const reference = visit.found?.reference ?? '';
  const ofKind = visit.found?.kind ?? null;
  if (inJourney(session, 'enquiryNotice')) return { id: 'enquiry-notice' };
  if (inJourney(session, 'withdrawNotice')) {
    return { id: 'withdraw-notice', reference, ofKind, proof: withdrawalProof(session.context) };
  }
  if (inJourney(session, 'withdrawConfirm')) return { id: 'withdraw-confirm', reference, ofKind, online };
  if (inJourney(session, 'correctionOpening')) return { id: 'correction-opening' };
  if (!inJourney(session, 'correctionTrouble')) return null;
  const fault = visit.correctionFault ?? 'unavailable';
  return { id: 'enquiry-trouble', fault, canRetry: mayFetchAgain(visit) };
}

const RECORD_PAGES = [
  ['recordSurname', 'surname'],
  ['recordGivenNames', 'given-names'],
  ['recordBirth', 'date-of-birth'],
] as const;

/** The page of the identification. */
export function identifyScreen(snapshot: IdReadingSnapshot): Screen {
  const { context } = snapshot;
  const { identified, reader, number } = context;
  if (snapshot.matches({ armed: 'reading' })) return { id: 'reading' };
  if (snapshot.matches('trouble')) {
    const { trouble, attempt } = context;
    return { id: 'reader-trouble', trouble, attempt, readerReady: readerUsable(reader) };
  }
  if (snapshot.matches('noHkid')) return { id: 'no-hkid' };
  if (snapshot.matches('typing')) {
    return { id: 'typed-number', value: context.typed, error: context.typedError };
  }
  if (snapshot.matches('checking') && number !== null) {
    return {
      id: 'typed-number-check',
      number: formatHkid(number),
      prefix: number.body.slice(0, -6),
      lookAlikes: lookAlikePrefixes(number),
    };
  }
  if (snapshot.matches('result') && identified?.means === 'reader') {
    const { document } = identified;
    return {
      id: 'read-result',
      maskedNumber: maskHkid(document.number),
      nameEnglish: wholeName(document.surname, document.givenNames),
      nameChinese: document.nameChinese,
      dateOfBirth: document.dateOfBirth,
      cardStillThere: reader.cardPresent,
      canDiffer: context.mayDiffer,
    };
  }
  for (const [state, step] of RECORD_PAGES) {
    if (snapshot.matches(state)) {
      return { id: 'record-says', step, value: recordValue(context, step), error: context.saidError };
    }
  }
  return { id: 'identify', liftFirst: snapshot.matches('occupied') };
}

const ATTEST_PAGES = ['number', 'features', 'face', 'sign'] as const;

/** Name and birth date that were typed, for staff to hold against the card; null where the card itself was read. */
function typedOf(visit: Visit): { readonly name: string; readonly dateOfBirth: string | null } | null {
  const typed = attestedDetails(visit);
  if (typed === null) return null;
  return { name: wholeName(typed.surname, typed.givenNames), dateOfBirth: typed.dateOfBirth ?? null };
}

function attestScreen(session: SessionSnapshot): Screen | null {
  const { visit } = session.context;
  const { identified } = visit;
  const page = ATTEST_PAGES.find((candidate) =>
    session.matches({ open: { presence: { visit: { staff: { holding: { attest: candidate } } } } } }),
  );
  if (page === undefined || identified === null) return null;
  const number = identified.means === 'typed' ? identified.number : identified.document.number;
  return {
    id: 'attest',
    page,
    // The full number stands on a page of its own, with nothing else about the person (PCPD code 2.7).
    number: page === 'number' ? formatHkid(number) : null,
    maskedNumber: maskHkid(number),
    typed: page === 'sign' ? typedOf(visit) : null,
    features: SECURITY_FEATURES.map((feature) => ({ feature, ticked: visit.ticked.includes(feature) })),
  };
}

/** In two groups, as it is written down. */
function enquiryCodeOf(request: SubmitRequest): string | null {
  if (request.kind === 'cancellation' || request.kind === 'feedback') return null;
  if (request.payload.enquiryCode === undefined) return null;
  return formatEnquiryCode(request.payload.enquiryCode);
}

/** Nothing of a bill where nothing is paid, or it was not taken after all. */
function billOf({ visit: { bill, news }, outside }: SessionContext): { readonly bill?: BillOnReceipt } {
  const over = news !== null && !['kept', 'received', 'accepted'].includes(news.state);
  if (bill === null || over) return {};
  if (bill === 'waiting') return { bill: { state: 'waiting' } };
  if (bill !== 'later') return { bill: { state: 'known', ...bill } };
  const { number } = outside.ports.referenceData().contacts.contributionHotline;
  return { bill: { state: 'later', hotline: number } };
}

function receiptScreen(context: SessionContext): Screen {
  const { visit } = context;
  const { kept, news, idleInstant, request } = visit;
  if (kept === null || request === null) return { id: 'submitting' };
  return {
    id: 'receipt',
    kind: request.kind,
    tell: [...toldOf(context), ...mismatchTold(context)],
    state: news?.state ?? 'kept',
    reference: kept.reference,
    enquiryCode: enquiryCodeOf(request),
    withdraws: request.kind === 'cancellation' ? request.payload.reference : null,
    withdrawsKind: request.kind === 'cancellation' ? (visit.found?.kind ?? null) : null,
    at: news?.receivedAt ?? kept.keptAt,
    outcome: news?.outcome ?? null,
    noticeBy: noticeBy(kept.keptAt),
    ...billOf(context),
    closesAt: idleInstant,
  };
}

/** What a list or a form brought for the page. */
function broughtOn({ step, value }: FlowPage<RegistrationStep>, { answers, prefilled }: Visit) {
  const employment = step === 'employer' ? employmentFrom(answers.broughtEmployment) : null;
  const stands = step === 'employer' ? answers.broughtEmployment : value;
  const from = sourceOf(prefilled.prefill, step, stands);
  return {
    ...(employment === null ? {} : { employment }),
    ...(from === null ? {} : { from }),
  };
}
