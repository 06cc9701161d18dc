import { inTime } from '../../deadline.ts';
import { calculate } from './calculator.ts';
import { signIn } from './iam-smart.ts';
import { correctionOpening, correctionTrouble } from './correction.ts';
import { enquiry, enquiryNotice } from './enquiry.ts';
import {
  chosen,
  firstOpenPage,
  instruct,
  instructionRefused,
  instructionReview,
  leftFlow,
  menu,
  prepared,
} from './instruction.ts';
import { isAnswered } from '../context/answered.ts';
import { IDS } from '../guards/ids.ts';
import { lookingUp, lookUpOffer, lookUpTrouble } from './look-up.ts';
import { mismatch } from './mismatch.ts';
import { ownConsents, ownNotice } from './own-language.ts';
import { openPageOf } from '../parking/later.ts';
import { parked, resumeChanged, resumeSlip, resumeTrouble, takenUp, takingUp } from '../parking/resume.ts';
import { sessionSetup } from '../setup.ts';
import { ticket } from './ticket.ts';
import { mockRun } from './mock-run.ts';
import { notSaved, receipt, submitting } from './submission.ts';
import { withdrawConfirm, withdrawNotice } from './withdrawal.ts';

/** Asked one by one in the member's own language, after the review. */
const OPTIONAL_USES_STEP = ['optional-uses'] as const;

/** Page events that a child takes, only while nothing covers the page. */
const toIdReading = { guard: 'uncovered', actions: 'passToIdReading' } as const;
const readerToIdReading = { actions: 'passToIdReading' } as const;

/** "I want to start" in its three shapes: language, notice, and the way on from the attract page. */
const opening = sessionSetup.createStateConfig({
  always: [
    { guard: 'frozen', target: 'notToday' },
    { guard: 'enquiring', target: 'enquiry' },
    { guard: 'queueing', target: 'ticket' },
    { guard: 'broughtToIdentify', target: 'identify', actions: 'identifyByReader' },
    { guard: 'resuming', target: 'resumeSlip' },
    { guard: 'calledBack', target: 'chosen' },
    { guard: 'instructing', target: 'menu' },
    { guard: 'inOwnLanguage', target: 'ownNotice', actions: 'auditOwnLanguage' },
    { guard: 'languageChosen', target: 'notice' },
    { target: 'language' },
  ],
});

/** Nobody is served for now, but whoever stands here can call staff, and staff can see why. */
const notToday = sessionSetup.createStateConfig({
  entry: 'turnAway',
  always: { guard: 'open', target: 'opening', actions: 'serveAfterAll' },
  on: {
    HELP_OVER: {
      guard: 'nobodyBusy',
      target: `#${IDS.wiping}`,
      actions: { type: 'endAs', params: { how: 'left' } },
    },
  },
});

/** Only for those who touched elsewhere, or laid a card without choosing a language. */
const language = sessionSetup.createStateConfig({
  on: {
    START: { guard: 'uncovered', target: 'notice', actions: 'chooseLanguage' },
    CONTINUE: { guard: 'uncovered', target: 'notice', actions: 'chooseLanguage' },
    ENQUIRE: { guard: 'uncovered', target: 'enquiry', actions: 'chooseLanguage' },
    MENU: { guard: 'uncovered', target: 'menu', actions: 'chooseLanguage' },
    RESUME: { guard: 'uncovered', target: 'resumeSlip', actions: 'takeUpAnew' },
    HELP_OVER: {
      guard: 'badgeGone',
      target: `#${IDS.wiping}`,
      actions: { type: 'endAs', params: { how: 'turned-away' } },
    },
    TICKET: { guard: 'mayQueue', target: 'ticket', actions: 'chooseLanguage' },
    TICKET_SCANNED: { guard: 'mayBringTicket', target: 'ticket', actions: 'chooseLanguage' },
  },
});

/** What is collected and who gets it, before anything is (facts/wording.md; PDPO data protection principle 1). */
const notice = sessionSetup.createStateConfig({
  on: {
    OWN_LANGUAGE: {
      guard: 'mayChooseOwnLanguage',
      target: 'ownNotice',
      actions: ['chooseOwnLanguage', 'auditOwnLanguage'],
    },
    CONTINUE: [
      { guard: 'nobodyToIdentify', target: 'instruct', actions: ['noticeRead', 'openFirst'] },
      { guard: 'correctsWhoAsked', target: 'identified', actions: 'noticeRead' },
      { guard: 'uncovered', target: 'identify', actions: ['noticeRead', 'identifyByReader'] },
    ],
    BACK: [
      { guard: 'backToWhatWasFound', target: 'enquiry', actions: 'backToEnquiry' },
      { guard: 'backToMenu', target: 'menu' },
      { guard: 'uncovered', target: 'language' },
    ],
  },
});

const identify = sessionSetup.createStateConfig({
  id: IDS.identify,
  invoke: {
    id: 'id-reading',
    src: 'idReading',
    input: ({ context: { outside, reader, visit } }) => ({
      outside,
      reader,
      sessionId: visit.sessionId ?? '',
      startAt: visit.identifyFrom,
      identified: visit.identified,
      mayDiffer: visit.purpose === 'register' || visit.purpose === 'instruct',
    }),
    onDone: [
      {
        guard: ({ event }) => event.output.outcome === 'identified',
        target: 'identified',
        actions: [
          { type: 'keepIdentified', params: ({ event }) => ({ output: event.output }) },
          { type: 'auditPrefilled', params: { by: 'card' } },
        ],
      },
      {
        guard: ({ event }) => event.output.outcome === 'other-document',
        target: 'bringDocuments',
        actions: { type: 'keepOtherDocument', params: ({ event }) => ({ output: event.output }) },
      },
      { guard: 'withdrawing', target: 'withdrawNotice' },
      { guard: 'enquiring', target: 'enquiryNotice' },
      { guard: 'resuming', target: 'resumeSlip' },
      { guard: 'inOwnLanguage', target: 'ownNotice' },
      { target: 'notice' },
    ],
  },
  on: {
    CONTINUE: toIdReading,
    BACK: toIdReading,
    ANSWER: toIdReading,
    RETRY: toIdReading,
    NO_HKID: toIdReading,
    TYPE_NUMBER: toIdReading,
    OTHER_DOCUMENT: toIdReading,
    RECORD_DIFFERS: toIdReading,
    // A draft may still be on its way when something covers the page; it loses nothing to take it.
    FIELD_DRAFT: { actions: 'passToIdReading' },
    DEVICE_STATE: { guard: 'readerEvent', ...readerToIdReading },
    HARDWARE_DOWN: readerToIdReading,
    CARD_PRESENT: readerToIdReading,
    CARD_REMOVED: readerToIdReading,
    DOCUMENT_READ: readerToIdReading,
    READ_FAILED: readerToIdReading,
  },
});

/** Nothing that was answered before is asked again. */
const identified = sessionSetup.createStateConfig({
  always: [
    { guard: 'noticeToPut', target: 'ownNotice' },
    { guard: 'tooYoung', target: 'tooYoung' },
    { guard: 'mismatchOpen', target: 'mismatch' },
    { guard: 'lookUpToOffer', target: 'lookUpOffer' },
    { guard: 'identifiedToInstruct', target: 'instruct', actions: 'openFirst' },
    { guard: 'instructing', target: 'attestation' },
    { guard: 'nothingToAnswer', target: 'attestation' },
    { guard: 'answered', target: 'attestation' },
    { target: 'task', actions: 'taskFromFirstOpen' },
  ],
});

/** A passport or a replacement slip: what to bring where; nothing is kept. */
const bringDocuments = sessionSetup.createStateConfig({
  on: {
    BACK: { guard: 'uncovered', target: 'identify', actions: 'chooseDocument' },
    CONTINUE: {
      guard: 'uncovered',
      target: `#${IDS.wiping}`,
      actions: { type: 'endAs', params: { how: 'prepared' } },
    },
    DONE: {
      guard: 'uncovered',
      target: `#${IDS.wiping}`,
      actions: { type: 'endAs', params: { how: 'prepared' } },
    },
  },
});

/** Nobody becomes a member before the age that the rules name: said before anything is asked. */
const tooYoung = sessionSetup.createStateConfig({
  on: {
    BACK: { guard: 'uncovered', target: 'identify', actions: 'identifyAgain' },
    DONE: {
      guard: 'uncovered',
      target: `#${IDS.wiping}`,
      actions: { type: 'endAs', params: { how: 'prepared' } },
    },
  },
});

/** Staff saw another number on the card: the member types it again. */
const numberRefused = {
  guard: 'typedNumber',
  target: 'identify',
  actions: 'correctNumber',
} as const;

/** The flow's own pages. */
const task = sessionSetup.createStateConfig({
  id: IDS.task,
  invoke: {
    id: 'task',
    src: 'registration',
    input: ({ context: { outside, visit, locale, online } }) => {
      // The task is only reached with a member identified; the machine cannot say so in its types.
      if (visit.identified === null) throw new Error('task without identification');
      const { identified: member, answers, byStaff, taskAt, open } = visit;
      return {
        outside,
        identified: member,
        answers,
        byStaff,
        startAt: taskAt.step,
        changing: taskAt.changing,
        typed: open.typed,
        confirming: { sessionId: visit.sessionId ?? '', locale, online },
        confirmedMobile: visit.confirmedMobile,
        ...(visit.own === null ? {} : { askedElsewhere: OPTIONAL_USES_STEP }),
      };
    },
    onSnapshot: {
      actions: {
        type: 'keepAnswers',
        params: ({ event }) => {
          const { context, value } = event.snapshot;
          const { answers, byStaff, drafts, confirmedMobile } = context;
          const awaitingCode = value === 'mobile-code';
          // Taken up again, the number stands there and another code is sent.
          const open = openPageOf(awaitingCode ? 'mobile' : value, drafts);
          return { answers, byStaff, open, confirmedMobile, awaitingCode };
        },
      },
    },
    onDone: [
      {
        guard: ({ context, event }) => 'back' in event.output && !context.visit.taskAt.changing,
        target: 'identify',
        actions: ['identifyAgain', { type: 'keepAnswers', params: ({ event }) => event.output }],
      },
      {
        // Given up in the middle of the pages: it goes on with the first that is open.
        guard: ({ context, event }) =>
          'back' in event.output && !isAnswered({ ...context.visit, answers: event.output.answers }),
        target: 'identified',
        actions: { type: 'keepAnswers', params: ({ event }) => event.output },
      },
      {
        target: 'attestation',
        actions: { type: 'keepAnswers', params: ({ event }) => event.output },
      },
    ],
  },
  on: {
    ANSWER: { guard: 'uncovered', actions: 'passToTask' },
    BACK: { guard: 'uncovered', actions: 'passToTask' },
    FIELD_DRAFT: { actions: 'passToTask' },
    RETRY: { guard: 'uncovered', actions: 'passToTask' },
    TYPE_NUMBER: { guard: 'uncovered', actions: 'passToTask' },
    CONNECTION: { actions: 'passToTask' },
    FORM_SCANNED: {
      guard: 'takesCodes',
      actions: ['noteScan', 'passPrefill', { type: 'auditPrefilled', params: { by: 'form' } }],
    },
    NUMBER_REFUSED: numberRefused,
  },
});

/** Somebody trained has to see card and face before this can be submitted, or the member signs in with iAM Smart. */
const attestation = sessionSetup.createStateConfig({
  id: IDS.attestation,
  entry: ['dropStaleAttestation', 'dropOldSignIn'],
  always: [
    { guard: 'readyToTakeUp', target: 'takingUp' },
    { guard: 'mismatchOpen', target: 'mismatch' },
    { guard: 'instructionToReview', target: 'instructionReview' },
    { guard: 'readyToSearch', target: 'enquiry' },
    { guard: 'readyToWithdraw', target: 'withdrawConfirm' },
    { guard: 'correctionToOpen', target: 'correctionOpening' },
    { guard: 'readyToDeclare', target: 'review' },
  ],
  on: {
    IAM_SMART: { guard: 'memberMaySignIn', target: 'signIn' },
    PREPARE_ONLY: { guard: 'mayPrepareOnly', actions: 'prepareOnly' },
    BACK: [
      { guard: 'backToMenu', target: 'instruct', actions: 'openLast' },
      { guard: 'mayChangeNothing', target: 'identify', actions: 'identifyAgain' },
      { guard: 'uncovered', target: 'task', actions: 'taskFromLast' },
    ],
    NUMBER_REFUSED: numberRefused,
  },
});

const review = sessionSetup.createStateConfig({
  id: IDS.review,
  on: {
    BACK: { guard: 'uncovered', target: 'task', actions: 'taskFromLast' },
    CHANGE: {
      guard: 'mayChange',
      target: 'task',
      actions: 'taskForChange',
    },
    // Staff prepare, the member confirms (DESIGN.md, *Assurance*).
    CONTINUE: [
      { guard: 'consentsToPut', target: 'ownConsents' },
      { guard: 'memberMayDeclare', target: 'declare' },
    ],
    NUMBER_REFUSED: numberRefused,
  },
});

const declare = sessionSetup.createStateConfig({
  id: IDS.declare,
  entry: 'makeSubmissionId',
  // The network went while this page was open: what moves money is then only prepared.
  always: { guard: 'onlyPrepared', target: 'instructionReview' },
  on: {
    BACK: [
      { guard: 'backToMenu', target: 'instructionReview' },
      { guard: 'uncovered', target: 'review' },
    ],
    SUBMIT: [
      { guard: 'mayDeclareInstruction', target: 'submitting', actions: 'declareInstruction' },
      { guard: 'memberMaySubmit', target: 'submitting', actions: 'declare' },
    ],
    NUMBER_REFUSED: numberRefused,
  },
});

/** The member's way, page by page. */
export const journey = sessionSetup.createStateConfig({
  initial: 'opening',
  on: {
    PARKED: { target: '.parked', actions: 'keepSlipAlone' },
    // Something that staff filled in is not right, wherever the member is.
    CHANGE_TOUCHED: [
      { guard: 'mayPutNumberRight', target: '.identify', actions: 'correctNumber' },
      { guard: 'mayPutPageRight', target: '.instruct', actions: 'pageToPutRight' },
      { guard: 'mayPutStepRight', target: '.task', actions: 'taskToPutRight' },
    ],
    // Where no page of its own takes them.
    FORM_SCANNED: { guard: 'takesCodes', actions: 'noteScan' },
    SLIP_SCANNED: { guard: 'takesCodes', actions: 'noteScan' },
    TICKET_SCANNED: { guard: 'takesCodes', actions: 'noteScan' },
  },
  states: {
    opening,
    resumeSlip,
    takingUp,
    takenUp,
    resumeChanged,
    resumeTrouble,
    parked,
    notToday,
    language,
    enquiry,
    enquiryNotice,
    withdrawNotice,
    withdrawConfirm,
    correctionOpening,
    correctionTrouble,
    menu,
    ticket,
    calculate,
    mockRun,
    chosen,
    instructionRefused,
    lookUpOffer,
    lookingUp,
    lookUpTrouble,
    instruct,
    firstOpenPage,
    leftFlow,
    instructionReview,
    prepared,
    notice,
    ownNotice,
    ownConsents,
    identify,
    identified,
    mismatch,
    tooYoung,
    bringDocuments,
    task,
    attestation,
    signIn,
    review,
    declare,
    submitting,
    notSaved,
    receipt,
  },
});

/** How the visit ended, in the member's language still; nothing else is left. */
export const ended = sessionSetup.createStateConfig({
  id: IDS.ended,
  invoke: {
    id: 'ended-closes',
    src: 'deadline',
    input: ({ context: { outside } }) => inTime(outside, outside.delays.endedCloses, { type: 'ENDED_DUE' }),
  },
  on: {
    ENDED_DUE: { target: 'attract' },
    DONE: { target: 'attract' },
    CONTINUE: { target: 'attract' },
    // The page stays a while longer, so that the thanks are read.
    FEEDBACK: { guard: 'mayRate', target: `#${IDS.ended}`, reenter: true, actions: 'rate' },
    SHUT: { target: `#${IDS.closed}` },
  },
});
