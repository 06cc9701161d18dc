import { SimulatedClock } from 'xstate';
import type { IdentityDocument } from '../../domain/identity/document/document.ts';
import type { OutcomeCode } from '../../domain/codes.ts';
import { INSTRUCTION_KINDS, type SubmissionKind } from '../../domain/kinds/kinds.ts';
import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import { ok } from '../../domain/result.ts';
import type { RegistrationStep } from '../../domain/registration/answers.ts';
import type { IntentAnswer, ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { DeviceStatus } from '../../domain/terminal/ports/hardware.ts';
import type { ItemState } from '../../domain/terminal/ports/queue/submission.ts';
import type { TerminalPorts } from '../../domain/terminal/ports/ports.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { View } from '../../domain/terminal/view/view.ts';
import type { EnquiryStatus } from '../../domain/wire/enquiry.ts';
import { createTerminal, type Terminal } from '../create-terminal.ts';
import { DEFAULT_DELAYS, type Delays } from '../delays.ts';
import type { TerminalConfig } from '../outside.ts';
import { adult01, BADGES, MOBILE, typedNumberText } from './people.ts';
import { fakePorts, type FakePorts } from './ports.ts';

export const TEST_CONFIG: TerminalConfig = {
  terminalId: 'K0127',
  place: { 'zh-Hant': '試驗門市', en: 'Test shop' },
  defaultLocale: 'zh-Hant',
  textDigests: {
    notice: { 'zh-Hant': 'n'.repeat(43), en: 'N'.repeat(43) },
    declaration: { 'zh-Hant': 'd'.repeat(43), en: 'D'.repeat(43) },
    noticeBefore: {
      instruction: { 'zh-Hant': 'm'.repeat(43), en: 'M'.repeat(43) },
      unidentified: { 'zh-Hant': 'u'.repeat(43), en: 'U'.repeat(43) },
    },
    instructionDeclaration: Object.fromEntries(
      INSTRUCTION_KINDS.map((kind) => [kind, { 'zh-Hant': 'e'.repeat(43), en: 'E'.repeat(43) }]),
    ) as TerminalConfig['textDigests']['instructionDeclaration'],
  },
};

/** A screen by its id, for what a test wants to see on it. */
type ScreenWith<Id extends Screen['id']> = Extract<Screen, { id: Id }>;

interface Fault {
  readonly error: unknown;
  readonly outcome: 'healed' | 'fatal';
}

/** The terminal in a test's hands: verbs of the people and things around it, and a clock that only they move. */
export interface TestTerminal {
  readonly terminal: Terminal;
  readonly ports: FakePorts;
  readonly delays: Delays;
  /** Exceptions that the terminal reported. */
  readonly faults: readonly Fault[];
  view(): View;
  /** All that the machines hold, as text would show it; ports and clock left out. */
  held(): unknown;
  /** The screen, which must be the one named. */
  on<Id extends Screen['id']>(id: Id): ScreenWith<Id>;
  /** Taps on what is shown; the answer of the terminal. */
  tap(intent: ScreenIntent): IntentAnswer;
  /** Taps and must be heard. */
  press(...intents: readonly ScreenIntent[]): void;
  /** Lets the time pass in small steps, so that one deadline can start the next, and lets promises settle. */
  wait(milliseconds: number): Promise<void>;
  settle(): Promise<void>;

  layCard(): void;
  liftCard(): void;
  /** The reader reports the document for the read that is armed. */
  read(document: IdentityDocument): void;
  reader(status: DeviceStatus): void;
  network(online: boolean): void;
  /** The queue reports the last submission. */
  item(state: ItemState): void;

  /** From the attract page to the reader. */
  goToReader(): void;
  /** From the attract page to what was read; the card stays where it is. */
  identify(document?: IdentityDocument): void;
  /** Goes on without the platform's records, where they are offered. */
  withoutRecords(): void;
  answer(step: RegistrationStep, value: string): void;
  /** All questions of a card holder who wants to be reached by mobile. */
  answerAll(): void;
  scanBadge(badge: string): void;
  signIn(badge?: string): Promise<void>;
  /** Staff attest a card that was read, and keep holding the session. */
  attest(): void;
  /** From attract to the review page, attested, staff gone. */
  goToReview(): Promise<void>;
  /** Offline. */
  goToReceipt(): Promise<void>;
  /** From attract, online, to what the platform says of `LEFT`; its answer is set before. */
  enquire(): Promise<void>;
}

/** What adult-01 was told on an earlier day. */
export const LEFT = { reference: 'K0127-A0042-N', code: 'K7M29XQA' } as const;

/** The platform knows what adult-01 left, in this state. */
export function foundAs(
  status: EnquiryStatus,
  code: OutcomeCode | null = null,
  kind?: SubmissionKind,
): FakePorts['enquiryAnswer'] {
  return ok({
    id: LEFT_ID,
    ...(kind === undefined ? {} : { kind }),
    status,
    code,
    receivedAt: '2026-11-20T02:05:00.000Z',
  });
}

export const LEFT_ID = '0190d5a8-0000-7000-8000-00000000a042';

interface AssembledWith {
  readonly config?: Partial<TerminalConfig>;
  readonly ports?: Partial<
    Pick<
      TerminalPorts,
      | 'workDay'
      | 'van'
      | 'tickets'
      | 'staffCalls'
      | 'speech'
      | 'memberScreen'
      | 'cases'
      | 'noticeSounds'
      | 'referenceData'
      | 'roster'
      | 'transfer'
      | 'files'
    >
  >;
}

/** A terminal in service with its reader ready. */
export async function inService(
  delays: Partial<Delays> = {},
  more: AssembledWith = {},
): Promise<TestTerminal> {
  const test = assemble(delays, more);
  test.terminal.start();
  test.reader('ready');
  await test.settle();
  return test;
}

/** A terminal that has not been started. */
export function assemble(delays: Partial<Delays> = {}, more: AssembledWith = {}): TestTerminal {
  const clock = new SimulatedClock();
  // The same object: a test changes what its ports do while the terminal runs.
  const ports: FakePorts = Object.assign(fakePorts(clock), more.ports);
  const faults: Fault[] = [];
  let root: Inspectable | null = null;
  const terminal = createTerminal({
    ports,
    config: { ...TEST_CONFIG, ...more.config },
    delays,
    clock: {
      now: () => clock.now(),
      setTimeout: (run, milliseconds) => clock.setTimeout(run, milliseconds),
      clearTimeout: (timer) => clock.clearTimeout(timer as number),
    },
    onFault: (error, outcome) => {
      faults.push({ error, outcome });
    },
    inspect: ({ actorRef }) => {
      root ??= actorRef;
    },
  });

  const view = (): View => terminal.current().view;

  function tap(intent: ScreenIntent): IntentAnswer {
    const { rev, view: shown } = terminal.current();
    return terminal.intent({ ...intent, sessionId: shown.sessionId, stepId: shown.stepId, rev });
  }

  function press(...intents: readonly ScreenIntent[]): void {
    for (const intent of intents) {
      const before = view().stepId;
      const answer = tap(intent);
      if (!answer.accepted) throw new Error(`${intent.type} on ${before}: ${answer.reason}`);
    }
  }

  async function settle(): Promise<void> {
    // A promise of a port passes through a few turns before its effect is in the machine.
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }

  async function wait(milliseconds: number): Promise<void> {
    const step = 500;
    let left = milliseconds;
    while (left > 0) {
      clock.increment(Math.min(step, left));
      left -= step;
      await settle();
    }
  }

  function on<Id extends Screen['id']>(id: Id): ScreenWith<Id> {
    const { screen } = view();
    if (screen.id !== id) throw new Error(`expected the screen ${id}, it is ${screen.id}`);
    return screen as ScreenWith<Id>;
  }

  const test: TestTerminal = {
    terminal,
    ports,
    delays: { ...DEFAULT_DELAYS, ...delays },
    view,
    faults,
    held: () => (root === null ? null : heldBy(root)),
    on,
    tap,
    press,
    wait,
    settle,
    layCard: () => ports.sendHardware({ type: 'CARD_PRESENT', device: 'id-reader' }),
    liftCard: () => ports.sendHardware({ type: 'CARD_REMOVED', device: 'id-reader' }),
    read: (document) => {
      const readId = ports.armed();
      if (readId === null) throw new Error('no read is armed');
      ports.sendHardware({ type: 'DOCUMENT_READ', readId, document });
    },
    reader: (status) =>
      ports.sendHardware({ type: 'DEVICE_STATE', device: 'id-reader', status, simulated: false }),
    network: (online) =>
      ports.sendQueue({ type: 'CONNECTION', online, trouble: online ? null : 'no-network' }),
    item: (state) => {
      const id = ports.submitted.at(-1)?.id ?? '';
      const receivedAt = state === 'kept' || state === 'parked' ? null : ports.now();
      ports.sendQueue({ type: 'ITEM', id, reference: 'K0127-1-000001-7', state, receivedAt, outcome: null });
    },
    goToReader: () => press({ type: 'START', locale: 'en' }, { type: 'CONTINUE' }),
    identify: (document = adult01) => {
      test.goToReader();
      test.layCard();
      test.read(document);
    },
    withoutRecords: () => {
      if (view().screen.id === 'look-up-offer') press({ type: 'CONTINUE' });
    },
    answer: (step, value) => {
      const question = on('question');
      if (question.step !== step) throw new Error(`expected the question ${step}, it is ${question.step}`);
      press({ type: 'ANSWER', value });
    },
    answerAll: () => {
      test.answer('contact-channel', 'mobile');
      test.answer('mobile', MOBILE);
      test.answer('mobile-again', MOBILE);
      test.answer('communication-language', 'en');
      test.answer('optional-uses', '');
    },
    scanBadge: (badge) => ports.sendHardware({ type: 'BADGE_SCANNED', text: badge }),
    signIn: async (badge = 'badge-officer-01') => {
      test.scanBadge(badge);
      press({ type: 'STAFF_PIN', pin: BADGES[badge]?.pin ?? '0000' });
      await settle();
    },
    attest: () => {
      press({ type: 'STAFF_ATTEST' });
      const { page } = on('attest');
      if (page === 'number') press({ type: 'NUMBER_MATCHES', matches: true });
      for (const feature of SECURITY_FEATURES) press({ type: 'TICK_FEATURE', feature, ticked: true });
      press({ type: 'CONTINUE' }, { type: 'FACE_COMPARED', same: true }, { type: 'ATTEST' });
    },
    goToReview: async () => {
      test.identify();
      press({ type: 'CONTINUE' });
      test.answerAll();
      press({ type: 'ASK_STAFF' });
      await test.signIn();
      test.attest();
      press({ type: 'HAND_BACK' });
      on('review');
    },
    goToReceipt: async () => {
      await test.goToReview();
      press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
      await settle();
      on('receipt');
    },
    enquire: async () => {
      test.network(true);
      press({ type: 'ENQUIRE', locale: 'en' }, { type: 'ENQUIRE_BY', by: 'code' });
      press({ type: 'ANSWER', value: LEFT.reference });
      press({ type: 'ANSWER', value: LEFT.code });
      await settle();
    },
  };
  return test;
}

interface Inspectable {
  getSnapshot(): unknown;
}

/** The context of a machine and of everything alive beneath it. */
function heldBy(actor: Inspectable): unknown {
  const snapshot = actor.getSnapshot() as {
    readonly value?: unknown;
    readonly context?: Readonly<Record<string, unknown>>;
    readonly children?: Readonly<Record<string, Inspectable | undefined>>;
    readonly input?: unknown;
    readonly output?: unknown;
  };
  const { outside: _outside, ...context } = snapshot.context ?? {};
  const children = Object.entries(snapshot.children ?? {}).map(([id, child]) => [
    id,
    child === undefined ? null : heldBy(child),
  ]);
  const { value, input, output } = snapshot;
  const given = input === undefined ? null : Object.keys(input as object);
  return { value, context, given, output, children };
}

/** Identification by typing, up to the question after it. */
export function typeNumber(test: TestTerminal, text: string = typedNumberText): void {
  test.goToReader();
  typeNumberHere(test, text);
}

/** At the reader: the number is typed instead, and confirmed. */
export function typeNumberHere(test: TestTerminal, text: string = typedNumberText): void {
  test.press({ type: 'TYPE_NUMBER' }, { type: 'ANSWER', value: text }, { type: 'CONTINUE' });
}
