import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../domain/catalogue/catalogue.ts';
import type { Facts } from '../../../domain/catalogue/definition.ts';
import { allPages } from '../../../domain/catalogue/pages.ts';
import { answer as answerAll, chooser } from '../../../domain/catalogue/testing/answering.ts';
import { INSTRUCTION_KINDS, type InstructionKind, KIND_FACTS } from '../../../domain/kinds/kinds.ts';
import { MENU, MENU_GROUPS } from '../../../domain/kinds/menu.ts';
import { hongKongDate } from '../../../domain/time.ts';
import type { Visit } from '../../session/context/visit.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { adult01 } from '../../testing/people.ts';

/** Typed and not answered yet. */
const HALF = 'half';

/** What a person who is in the middle of a kind has answered, by its own rules. */
function someAnswers(test: TestTerminal, kind: InstructionKind): Facts['answers'] {
  const now = test.ports.now();
  const start: Facts = {
    answers: {},
    identified: KIND_FACTS[kind].assurance === 0 ? null : { means: 'reader', document: adult01 },
    online: true,
    now,
    today: hongKongDate(now),
    data: test.ports.referenceData(),
  };
  const definition = definitionOf(kind);
  const ofFile = allPages(definition).filter(({ step }) => step.asksFile === true);
  // On the page of a file nothing is typed: it has situations of its own.
  for (let seed = 1; ; seed += 1) {
    const { answers } = answerAll(definition, start, chooser(seed)).facts;
    if (ofFile.every(({ id }) => answers[id] === undefined)) return answers;
  }
}

/** From the attract page into the middle of an instruction, with something typed on the page. */
async function inTheMiddle(kind: InstructionKind): Promise<TestTerminal> {
  const test = await inService();
  test.network(true);
  const group = MENU_GROUPS.find((name) => MENU[name].some((item) => item === kind));
  if (group === undefined) throw new Error(`${kind} is on no menu`);
  test.press(
    { type: 'MENU', locale: 'en' },
    { type: 'CHOOSE_GROUP', group },
    { type: 'CHOOSE_KIND', kind },
    { type: 'CONTINUE' },
  );
  if (KIND_FACTS[kind].assurance > 0) {
    test.layCard();
    test.read(adult01);
    test.liftCard();
    test.press({ type: 'CONTINUE' });
    test.withoutRecords();
  }
  const answers = someAnswers(test, kind);
  const half = Math.max(1, Math.floor(Object.keys(answers).length / 2));
  for (let count = 0; count < half && test.view().screen.id === 'ask'; count += 1) {
    test.press({ type: 'ANSWER', value: answers[test.on('ask').page] ?? '' });
  }
  test.on('ask');
  test.press({ type: 'FIELD_DRAFT', value: HALF });
  return test;
}

/** Every field of the instruction, wherever the machines hold it. */
function fields(test: TestTerminal): unknown {
  const { instruction, open } = visitIn(test.held());
  const { page, value } = test.on('ask');
  return {
    kind: instruction?.kind,
    answers: instruction?.answers,
    byStaff: instruction?.byStaff,
    open,
    page,
    value,
  };
}

function visitIn(held: unknown): Visit {
  const { context, children } = held as {
    readonly context?: { readonly visit?: Visit };
    readonly children?: readonly (readonly [string, unknown])[];
  };
  if (context?.visit !== undefined) return context.visit;
  const session = children?.find(([id]) => id === 'session');
  if (session === undefined) throw new Error('no session');
  return visitIn(session[1]);
}

/** What happens to somebody in the middle of something, and the way back to the page. */
const INTERRUPTIONS: readonly (readonly [string, (test: TestTerminal) => void | Promise<void>])[] = [
  ['the language is changed', (test) => test.press({ type: 'SET_LOCALE', locale: 'zh-Hant' })],
  [
    'text size and contrast are changed',
    (test) =>
      test.press({ type: 'SET_TEXT_SIZE', textSize: 'largest' }, { type: 'SET_CONTRAST', contrast: 'high' }),
  ],
  [
    'staff come, look and hand back',
    async (test) => {
      test.press({ type: 'ASK_STAFF' });
      await test.signIn();
      test.press({ type: 'HAND_BACK' });
    },
  ],
  [
    'staff attest the card and hand back',
    async (test) => {
      await test.signIn();
      if (test.view().chrome.assist?.canAttest === true) test.attest();
      test.press({ type: 'HAND_BACK' });
    },
  ],
  [
    'staff go away, the page is covered, they come back',
    async (test) => {
      await test.signIn();
      await test.wait(test.delays.staffIdleLock);
      await test.signIn();
      test.press({ type: 'HAND_BACK' });
    },
  ],
  [
    'nobody comes, and the call is taken back',
    async (test) => {
      test.press({ type: 'ASK_STAFF' });
      await test.wait(test.delays.helpNobodyCame);
      test.press({ type: 'CANCEL_HELP' });
    },
  ],
  [
    'the reader is pulled out and put back',
    (test) => {
      test.reader('absent');
      test.reader('faulted');
      test.reader('ready');
    },
  ],
  [
    'the hardware process dies and comes back',
    (test) => {
      test.ports.sendHardware({ type: 'HARDWARE_DOWN' });
      test.ports.sendHardware({ type: 'HARDWARE_UP' });
      test.reader('ready');
    },
  ],
  [
    'a card is laid on the reader and lifted',
    (test) => {
      test.layCard();
      test.liftCard();
    },
  ],
  [
    'the network goes and comes back',
    (test) => {
      test.network(false);
      test.network(true);
    },
  ],
  [
    'a slip is held before the scanner',
    (test) => test.ports.sendHardware({ type: 'SLIP_SCANNED', code: 'X'.repeat(32) }),
  ],
  [
    'they look away until the warning',
    async (test) => {
      await test.wait(test.delays.idleAfter);
      test.press({ type: 'STILL_HERE' });
    },
  ],
  ['they nearly leave', (test) => test.press({ type: 'LEAVE' }, { type: 'LEAVE_CANCEL' })],
];

describe.each(INTERRUPTIONS)('%s in the middle of an instruction', (_, interrupt) => {
  it.each(INSTRUCTION_KINDS)('%s: no field is lost', async (kind) => {
    const test = await inTheMiddle(kind);
    const before = fields(test);
    expect(before).toMatchObject({ kind, value: HALF });
    await interrupt(test);
    expect(test.view().overlay).toBeNull();
    expect(fields(test)).toEqual(before);
  });
});

describe('put aside and taken up again', () => {
  const parkable = INSTRUCTION_KINDS.filter((kind) => KIND_FACTS[kind].assurance > 0);

  it.each(parkable)('%s: no field is lost', async (kind) => {
    const test = await inTheMiddle(kind);
    const before = fields(test);
    test.press({ type: 'FINISH_LATER' }, { type: 'FINISH_LATER_CONFIRM' });
    await test.settle();
    const code = test.on('resume-slip').rows.join('').replaceAll(' ', '');
    test.press({ type: 'DONE' });
    await test.wait(test.delays.endedCloses);
    test.ports.sendHardware({ type: 'SLIP_SCANNED', code });
    test.layCard();
    test.read(adult01);
    test.press({ type: 'CONTINUE' });
    await test.settle();
    expect(fields(test)).toEqual(before);
  });

  it.each(INSTRUCTION_KINDS.filter((kind) => KIND_FACTS[kind].assurance === 0))(
    '%s: is not offered, since nobody is identified who could open it again',
    async (kind) => {
      const test = await inTheMiddle(kind);
      expect(test.view().chrome.canFinishLater).toBe(false);
    },
  );

  it.each(parkable)('%s: a question that is taken back changes nothing', async (kind) => {
    const test = await inTheMiddle(kind);
    const before = fields(test);
    test.press({ type: 'FINISH_LATER' }, { type: 'FINISH_LATER_CANCEL' });
    expect(fields(test)).toEqual(before);
  });
});
