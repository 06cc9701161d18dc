import { assign, raise, sendTo, setup } from 'xstate';
import type { Result, Failure } from '../../domain/result.ts';
import type {
  EnquiryFault,
  ParkFault,
  PinRefusal,
  StaffChangeRefusal,
  StaffRefusal,
  SubmitFault,
  TakeUpFault,
} from '../../domain/codes.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import type { Answers } from '../../domain/catalogue/definition.ts';
import type { RegistrationAnswers, RegistrationStep } from '../../domain/registration/answers.ts';
import type { Draft } from '../../domain/parking/draft.ts';
import type { Correction, Kept } from '../../domain/terminal/ports/queue/submission.ts';
import type { Parked } from '../../domain/terminal/ports/queue/parking.ts';
import type { StaffPerson } from '../../domain/terminal/ports/staff.ts';
import { type BillWaitOutput, billWaitMachine } from '../bill-wait.machine.ts';
import { CALCULATOR_MACHINES } from '../calculator/calculators.ts';
import { deadline } from '../deadline.ts';
import { enquiryMachine } from '../enquiry/enquiry.machine.ts';
import type { EnquiryOutput } from '../enquiry/setup.ts';
import { FLOWS } from '../flow/flows.ts';
import type { FlowFacts } from '../flow-contract.ts';
import { iamSmartMachine, type IamSmartOutput } from '../iam-smart.machine.ts';
import type { IdReadingOutput } from '../id-reading/context.ts';
import { idReadingMachine } from '../id-reading/id-reading.machine.ts';
import { park, takeUp } from './parking/actors.ts';
import { afterParking, afterTakingUp, parkingUpdates } from './parking/updates.ts';
import { mockRunMachine } from '../mock-run/mock-run.machine.ts';
import { printingMachine } from '../printing.machine.ts';
import { ticketMachine } from '../ticket/ticket.machine.ts';
import { resumeMachine, type ResumeOutput } from '../resume.machine.ts';
import { type OwnLanguageOutput, ownLanguageMachine } from '../own-language/own-language.machine.ts';
import { operationsMachine } from '../operations/operations.machine.ts';
import { registrationMachine, type ConfirmedFact } from '../registration.machine.ts';
import { sessionEffects } from './effects.ts';
import { sessionUpdates } from './updates/updates.ts';
import { afterBillWait } from './bill.ts';
import { changePin, changeStaff, holderOfBadge, openCorrection, people, submit, verify } from './actors.ts';
import { endingOf } from './context/ending.ts';
import type { Ending, Visit } from './context/visit.ts';
import type { SessionContext, SessionInput } from './context/context.ts';
import type { SessionEvent } from './events.ts';
import { sessionGuards } from './guards/guards.ts';
import { standingWatch } from './staff/standing-watch.ts';
import { withIdentified } from './about-member/identified.ts';
import { type LookedUp, lookUp, withLookedUp } from './about-member/look-up.ts';
import { withPut } from './about-member/own-language.ts';
import { attestedDetails, withSaid } from './about-member/mismatch.ts';
import { afterScan, prefillEvent, withPrefill } from './about-member/prefill.ts';
import { answersFrom } from './requests.ts';
import { type Opened, type Awaiting, openAfter, attendantAfter } from './after-child.ts';

const updates = { ...sessionUpdates, ...parkingUpdates };

/**
 * The session's vocabulary: its types, actors, guards and actions. The regions (journey, idle, help, staff, leave) are
 * written with it in files of their own and put together in `session.machine.ts`.
 */
export const sessionSetup = setup({
  types: {
    context: {} as SessionContext,
    events: {} as SessionEvent,
    input: {} as SessionInput,
  },
  actors: {
    ...FLOWS,
    ...CALCULATOR_MACHINES,
    billWait: billWaitMachine,
    changePin,
    changeStaff,
    deadline,
    enquiry: enquiryMachine,
    iamSmart: iamSmartMachine,
    idReading: idReadingMachine,
    holderOfBadge,
    lookUp,
    mockRun: mockRunMachine,
    openCorrection,
    operations: operationsMachine,
    ownLanguage: ownLanguageMachine,
    people,
    park,
    printing: printingMachine,
    registration: registrationMachine,
    resume: resumeMachine,
    standingWatch,
    submit,
    takeUp,
    ticket: ticketMachine,
    verify,
  },
  guards: sessionGuards,
  actions: {
    ...sessionEffects,
    touch: raise({ type: 'TOUCHED' }),
    askStaff: raise({ type: 'ASK_STAFF' }),
    tellSignedIn: raise({ type: 'STAFF_SIGNED_IN' }),
    tellHelpOver: raise({ type: 'HELP_OVER' }),
    tellHelperCame: raise({ type: 'HELPER_CAME' }),
    /** A badge that begins a visit is heard again inside it. */
    passBadge: raise(({ event }) => event),
    tellSnoozed: raise({ type: 'HELP_SNOOZED' }),
    tellNumberRefused: raise({ type: 'NUMBER_REFUSED' }),
    passToOwnLanguage: sendTo('own-language', ({ event }) => event),
    passToIdReading: sendTo('id-reading', ({ event }) => event),
    passToEnquiry: sendTo('enquiry', ({ context, event }) => ({
      ...event,
      staffId: context.visit.assist?.staffId ?? null,
    })),
    /** Who answered goes with the answer: what staff filled in is marked on the review page. */
    passToTask: sendTo('task', ({ context, event }) => ({
      ...event,
      byStaff: context.visit.assist !== null,
    })),

    passPrefill: sendTo('task', ({ context }) => prefillEvent(context.visit)),
    noteScan: assign(({ context, event }) => ({ visit: afterScan(context, event) })),

    passToInstruction: sendTo('instruction', ({ event, context }) => ({
      ...event,
      byStaff: context.visit.assist !== null,
      // A list that is saved is in the language of the page.
      ...(event.type === 'FILE_SAVE' ? { locale: context.locale } : {}),
    })),

    passToIamSmart: sendTo('iam-smart', ({ event }) => event),
    tellParked: raise({ type: 'PARKED' }),
    tellParkingFailed: raise({ type: 'PARKING_FAILED' }),
    parkNow: raise({ type: 'PARK_NOW' }),
    passToOperations: sendTo('operations', ({ event }) => event),
    passToResume: sendTo('resume', ({ event }) => event),

    passToTicket: sendTo('ticket', ({ event }) => event),
    passToPrinting: sendTo('printing', ({ event }) => event),

    passToMockRun: sendTo('mock-run', ({ event, context }) => ({
      ...event,
      byStaff: context.visit.assist !== null,
      ...(event.type === 'FILE_SAVE' ? { locale: context.locale } : {}),
    })),

    passToCalculator: sendTo('calculator', ({ event }) => event),

    chooseOwnLanguage: assign(updates.chooseOwnLanguage),
    dropOwnLanguage: assign(updates.dropOwnLanguage),
    keepPut: assign(({ context: { visit } }, { output }: { readonly output: OwnLanguageOutput }) =>
      output.outcome === 'back' ? {} : { visit: withPut(visit, output.texts) },
    ),
    startSigningIn: assign(updates.startSigningIn),
    stopSigningIn: assign(updates.stopSigningIn),
    prepareOnly: assign(updates.prepareOnly),
    askAgainHow: assign(updates.askAgainHow),
    openGroup: assign(updates.openGroup),
    closeGroup: assign(updates.closeGroup),
    chooseKind: assign(updates.chooseKind),
    chooseCalculator: assign(updates.chooseCalculator),
    bringTicket: assign(updates.bringTicket),
    dropInstruction: assign(updates.dropInstruction),
    offerLookUp: assign(updates.offerLookUp),
    goWithoutRecords: assign(updates.goWithoutRecords),
    lookUpSilent: assign(updates.lookUpSilent),
    openFirst: assign(updates.openFirst),
    openLast: assign(updates.openLast),
    openForChange: assign(updates.openForChange),
    chooseRuleLanguage: assign(updates.chooseRuleLanguage),
    pageToPutRight: assign(updates.pageToPutRight),
    declareInstruction: assign(updates.declareInstruction),
    noteReader: assign(updates.noteReader),
    noteConnection: assign(updates.noteConnection),
    noteStatus: assign(updates.noteStatus),
    notePrinter: assign(updates.notePrinter),
    setPreference: assign(updates.setPreference),
    resetPreferences: assign(updates.resetPreferences),
    beginVisit: assign(updates.beginVisit),
    chooseLanguage: assign(updates.chooseLanguage),
    turnAway: assign(updates.turnAway),
    serveAfterAll: assign(updates.serveAfterAll),
    registerInstead: assign(updates.registerInstead),
    backToEnquiry: assign(updates.backToEnquiry),
    enquireByDocument: assign(updates.enquireByDocument),
    enquireByCode: assign(updates.enquireByCode),
    raiseAssurance: assign(updates.raiseAssurance),
    correctionSilent: assign(updates.correctionSilent),
    forgetVisit: assign(updates.forgetVisit),
    startShutting: assign(updates.startShutting),
    rate: assign(updates.rate),
    noticeRead: assign(updates.noticeRead),
    identifyByReader: assign(updates.identifyByReader),
    chooseDocument: assign(updates.chooseDocument),
    identifyAgain: assign(updates.identifyAgain),
    correctNumber: assign(updates.correctNumber),
    taskFromFirst: assign(updates.taskFromFirst),
    taskFromFirstOpen: assign(updates.taskFromFirstOpen),
    taskFromLast: assign(updates.taskFromLast),
    taskForChange: assign(updates.taskForChange),
    taskToPutRight: assign(updates.taskToPutRight),
    dropStaleAttestation: assign(updates.dropStaleAttestation),
    dropOldSignIn: assign(updates.dropOldSignIn),
    noteMismatchShown: assign(updates.noteMismatchShown),
    forgetTold: assign(updates.forgetTold),
    makeSubmissionId: assign(updates.makeSubmissionId),
    dropRequest: assign(updates.dropRequest),
    declare: assign(updates.declare),
    declareWithdrawal: assign(updates.declareWithdrawal),
    forgetFault: assign(updates.forgetFault),
    storeSilent: assign(updates.storeSilent),
    noteNews: assign(updates.noteNews),
    keptAfterAll: assign(updates.keptAfterAll),
    awaitBill: assign(updates.awaitBill),
    noteBill: assign(({ context: { visit } }, { answer }: { readonly answer: BillWaitOutput }) => ({
      visit: { ...visit, ...afterBillWait(visit, answer) },
    })),
    callHelp: assign(updates.callHelp),
    endHelp: assign(updates.endHelp),
    keepBadge: assign(updates.keepBadge),
    forgetBadge: assign(updates.forgetBadge),
    staffListSilent: assign(updates.staffListSilent),
    untick: assign(updates.untick),
    tick: assign(updates.tick),
    refuseNumber: assign(updates.refuseNumber),
    acceptNumber: assign(updates.acceptNumber),
    attest: assign(updates.attest),
    handBack: assign(updates.handBack),
    turnOut: assign(updates.turnOut),
    takeBack: assign(updates.takeBack),
    askMember: assign(updates.askMember),
    memberSaw: assign(updates.memberSaw),
    pinChanged: assign(updates.pinChanged),
    forgetPinRefusal: assign(updates.forgetPinRefusal),
    forgetPeople: assign(updates.forgetPeople),
    giveMoreTime: assign(updates.giveMoreTime),
    noteInterpreter: assign(updates.noteInterpreter),
    badgeUnknown: assign(updates.badgeUnknown),
    watchIdle: assign(updates.watchIdle),
    watchWarning: assign(updates.watchWarning),
    watchLock: assign(updates.watchLock),
    watchSlip: assign(updates.watchSlip),
    bringSlip: assign(updates.bringSlip),
    leaveSlip: assign(updates.leaveSlip),
    makeSlip: assign(updates.makeSlip),
    parkingSilent: assign(updates.parkingSilent),
    takingUpSilent: assign(updates.takingUpSilent),
    readOnAgain: assign(updates.readOnAgain),
    keepSlipAlone: assign(updates.keepSlipAlone),
    takeUpAnew: assign(updates.takeUpAnew),
    goOnWithCopy: assign(updates.goOnWithCopy),
    keepSlip: assign(({ context: { visit } }, { output }: { readonly output: ResumeOutput }) =>
      output.outcome === 'code'
        ? { visit: { ...visit, later: { ...visit.later, brought: output.code } } }
        : {},
    ),
    noteParked: assign({
      visit: ({ context }, { result }: { readonly result: Result<Parked, Failure<ParkFault>> }) =>
        afterParking(context.visit, result),
    }),
    noteTakenUp: assign(({ context }, { result }: { readonly result: Result<Draft, Failure<TakeUpFault>> }) =>
      afterTakingUp(context, result),
    ),

    endAs: assign({
      endedHow: ({ context }, { how }: { readonly how: Ending }) => endingOf(context.visit, how),
    }),
    keepIdentified: assign({
      visit: ({ context }, { output }: { readonly output: IdReadingOutput }) =>
        output.outcome === 'identified'
          ? withPrefill(
              context.outside,
              withSaid(withIdentified(context.visit, output.identified), output.recordSays),
            )
          : context.visit,
    }),
    keepFound: assign({
      visit: ({ context }, { output }: { readonly output: EnquiryOutput }) =>
        output.outcome === 'withdraw' || output.outcome === 'correct'
          ? {
              ...context.visit,
              purpose: output.outcome,
              found: output.found,
              left: output.left,
              enquiryBy: output.left === null ? ('code' as const) : ('document' as const),
            }
          : context.visit,
    }),
    noteCorrection: assign({
      visit: ({ context }, { result }: { readonly result: Result<Correction, Failure<EnquiryFault>> }) => {
        if (!result.ok) return { ...context.visit, correctionFault: result.code };
        const { id, code, payload } = result.value;
        const { surname, givenNames, dateOfBirth } = payload.person;
        const fetched: Visit = {
          ...context.visit,
          correction: { id, code },
          correctionFault: null,
          answers: answersFrom(payload),
          byStaff: [],
          told: { surname, givenNames, dateOfBirth: dateOfBirth.printed, against: 'record' },
          mismatchShown: null,
        };
        // Staff attested before anything of the record was here; what the member changes of it is another matter.
        return { ...fetched, attestedAs: attestedDetails(fetched) };
      },
    }),
    keepSignedIn: assign({
      visit: ({ context: { visit, outside } }, { output }: { readonly output: IamSmartOutput }) =>
        output.outcome === 'signed-in'
          ? { ...visit, iamSmart: output.evidence, signedInAt: outside.clock.now() }
          : visit,
    }),
    noteLookedUp: assign({
      visit: ({ context: { visit } }, { result }: { readonly result: LookedUp }) =>
        withLookedUp(visit, result),
    }),
    keepOtherDocument: assign({
      visit: ({ context }, { output }: { readonly output: IdReadingOutput }) =>
        output.outcome === 'other-document'
          ? { ...context.visit, bring: output.document, identified: null, attestation: null, iamSmart: null }
          : context.visit,
    }),
    /** The flow's answers as they grow: whatever ends the flow, what was answered stays. */
    keepAnswers: assign({
      visit: (
        { context: { visit } },
        {
          answers,
          byStaff,
          confirmedMobile,
          awaitingCode = false,
          ...end
        }: FlowFacts<RegistrationStep, RegistrationAnswers> & ConfirmedFact & Opened & Awaiting,
      ) => ({
        ...visit,
        ...{ answers, byStaff, confirmedMobile, awaitingCode },
        open: openAfter(visit, end, visit.taskAt.changing),
      }),
    }),
    keepInstructed: assign({
      visit: ({ context: { visit } }, { answers, byStaff, ...end }: FlowFacts<string, Answers> & Opened) => {
        const { instruction } = visit;
        if (instruction === null) return visit;
        const open = openAfter(visit, end, instruction.openAt.changing);
        return { ...visit, instruction: { ...instruction, answers, byStaff }, open };
      },
    }),
    noteSubmitted: assign({
      visit: ({ context }, { result }: { readonly result: Result<Kept, Failure<SubmitFault>> }) =>
        result.ok
          ? { ...context.visit, kept: result.value, fault: null }
          : { ...context.visit, fault: { code: result.code, certain: true } },
    }),
    refusePin: assign({
      visit: ({ context }, { code }: { readonly code: PinRefusal }) => ({
        ...context.visit,
        pinRefusal: code,
      }),
    }),
    keepPeople: assign({
      visit: ({ context }, { people: found }: { readonly people: readonly StaffPerson[] }) => ({
        ...context.visit,
        people: found,
      }),
    }),
    noteStaffChange: assign({
      visit: ({ context }, { code }: { readonly code: StaffChangeRefusal | 'done' }) => ({
        ...context.visit,
        staffChange: code,
      }),
    }),
    noteVerified: assign({
      visit: ({ context }, { result }: { readonly result: Result<StaffMember, Failure<StaffRefusal>> }) =>
        result.ok
          ? {
              ...context.visit,
              ...{ assist: result.value, badge: null, staffRefusal: null, unconfirmed: false },
              attendant: attendantAfter(context, result.value),
              // In a van the shift stays whose it was.
              staffOut: context.visit.staffOut && context.outside.config.profile !== 'station',
            }
          : { ...context.visit, staffRefusal: { code: result.code, params: result.params ?? {} } },
    }),
  },
});
