import type { ScreenIntent } from '../../../domain/terminal/intent/intent.ts';
import type { Surface } from '../../../domain/terminal/surface.ts';
import type { View } from '../../../domain/terminal/view/view.ts';
import type { Paper } from '../../../domain/paper/paper.ts';
import { formatHkid } from '../../../domain/identity/document/hkid.ts';
import { SAMPLE_ACCOUNTS } from '../../../domain/records/records.fixture.ts';
import { inService, type TestTerminal } from '../../../state-machines/testing/harness.ts';
import { adult01, BADGES, MOBILE, typedNumber } from '../../../state-machines/testing/people.ts';
import { NAMES_IN_FILE, NUMBERS_IN_FILE } from './file-findings.ts';
import { seenByStaff } from './audience.ts';
import {
  bare,
  figuresOf,
  leaksIn,
  pageOf,
  type SecretNumber,
  type Secrets,
  textsIn,
  holdsNumber,
} from './detector.ts';

const FROM_THE_CARD = {
  'typed-number': 'staff key it from the card in their hand, since the reader cannot read it',
  'typed-number-check': 'shown once, alone, so that the letter is compared with the card',
  'attest.number': 'staff compare the typed number with the card; alone on its page, hidden until held',
};

/** The invented people of the tests, as a card or a record has them. */
const KNOWN: readonly SecretNumber[] = [
  { what: 'card number', value: formatHkid(adult01.number), needs: FROM_THE_CARD },
  { what: 'typed card number', value: formatHkid(typedNumber), needs: FROM_THE_CARD },
  {
    what: 'mobile',
    value: MOBILE,
    needs: {
      'question.mobile': 'staff key what the member tells them',
      'question.mobile-again': 'the same, typed twice',
    },
  },
  ...NUMBERS_IN_FILE.map((value) => ({ what: 'number in a file', value, needs: {} })),
  ...SAMPLE_ACCOUNTS.accounts.map(({ accountNumber }) => ({
    ...{ what: 'account of the record', value: accountNumber, needs: {} },
  })),
];
const NAMES: readonly string[] = [
  ...NAMES_IN_FILE,
  '陳大文',
  adult01.surname,
  adult01.givenNames,
  adult01.nameChinese ?? '',
];

export interface Seen {
  readonly surface: Surface;
  readonly view: View;
  /** What this page must not show: everybody's numbers, and what was typed in this visit until then. */
  readonly secrets: Secrets;
}

/** Everything that staff were shown on the walks, and all numbers and names that were given on them. */
export interface Eye {
  readonly seen: readonly Seen[];
  readonly papers: readonly Paper[];
  /** The terminals of all walks: what they wrote down is looked at as well. */
  readonly terminals: readonly TestTerminal[];
  /** From now on what this window shows is seen. */
  watch(test: TestTerminal, surface: Surface): void;
  /** Somebody answers a page with this: a number is needed there, and nowhere else. */
  learn(view: View, value: string): void;
  note(view: View, surface: Surface): void;
  /** Another visit begins. */
  forget(): void;
}

/**
 * Pages on which words are typed, and a company's own number of its people: no number of anybody. What is typed anywhere
 * else counts as a number when it looks like one.
 */
const WORDS =
  /\.(?:company|company-name|employer-name|business-name|payer|companies|member-class|band-\d-grade|words|contact-name|address-\w+|staff-number|employee-number)$/;

const NUMBERLIKE = /^[A-Z]{0,3}[ -]?\d[\d -]{4,}\d(?:\([\dA]\)|[A-Z])?$/i;
const DAY_OR_MONEY = /^\d{4}-\d{2}(?:-\d{2})?$|^\d+\.\d{2}$/;

export function openEye(): Eye {
  const seen: Seen[] = [];
  const papers: Paper[] = [];
  const terminals: TestTerminal[] = [];
  let typed = new Map<string, Record<string, string>>();
  let names = new Set(NAMES);
  let words = new Set<string>();
  let secrets: Secrets = secretsWith(typed, names);
  const isWord = (value: string): boolean => [...words].some((word) => word.includes(figuresOf(value)));
  const eye: Eye = {
    seen,
    papers,
    terminals,
    watch: (test, surface) => {
      if (!terminals.includes(test)) terminals.push(test);
      eye.note(test.terminal.current(surface).view, surface);
      test.terminal.subscribe(({ view }) => eye.note(view, surface), surface);
    },
    note: (view, surface) => {
      if (!seenByStaff(view, surface)) return;
      seen.push({ surface, view, secrets });
    },
    learn: (view, value) => {
      const page = pageOf(view);
      if (view.screen.id !== 'ask' || view.screen.ask.type !== 'text') return;
      if (WORDS.test(page)) words.add(bare(value));
      if (!isWord(value) && NUMBERLIKE.test(value) && !DAY_OR_MONEY.test(value)) {
        typed.set(value, { ...typed.get(value), [page]: 'it is typed there' });
      } else if (/^[A-Za-z]{3,}(?: [A-Za-z]+)+$/.test(value)) names.add(value);
      // The robot that answers has few numbers: one that is also a word of this visit is none.
      for (const one of typed.keys()) if (isWord(one)) typed.delete(one);
      secrets = secretsWith(typed, names);
    },
    forget: () => {
      typed = new Map();
      words = new Set();
      names = new Set(NAMES);
      secrets = secretsWith(typed, names);
    },
  };
  return eye;
}

function secretsWith(
  typed: ReadonlyMap<string, Readonly<Record<string, string>>>,
  names: ReadonlySet<string>,
): Secrets {
  return {
    names: [...names],
    numbers: [
      ...KNOWN.filter(({ value }) => !typed.has(value)),
      ...[...typed].map(([value, needs]) => ({
        ...{ what: `number of ${Object.keys(needs).join(', ')}`, value, needs },
      })),
    ],
  };
}

/** What staff saw and should not have, each once. */
export function leaksOf({ seen }: Pick<Eye, 'seen'>): readonly string[] {
  return [
    ...new Set(
      seen.flatMap(({ view, surface, secrets }) =>
        leaksIn(view, secrets).map((leak) => `${surface}: ${leak}`),
      ),
    ),
  ];
}

/** Cards' numbers on paper: none, whoever takes it out of the printer. */
export function leaksOnPaper({ papers }: Eye): readonly string[] {
  const cards = KNOWN.filter(({ needs }) => needs === FROM_THE_CARD);
  return papers.flatMap((paper) =>
    cards
      .filter(({ value }) => holdsNumber(textsIn(paper), value))
      .map(({ what }) => `${what} on ${paper.kind}`),
  );
}

const WALKS_UP = 'badge-officer-02';

/** A terminal with one display that somebody walks through, and staff who come to look at every new page. */
export interface Walk {
  readonly test: TestTerminal;
  readonly eye: Eye;
  page(): string;
  /** Taps, each of which must be heard; then staff come, unless they are there, and hand back. */
  go(...intents: readonly ScreenIntent[]): Promise<void>;
  /** The same on an answer. */
  answer(...values: readonly string[]): Promise<void>;
  /** Staff come and look, where they have not seen the page yet. */
  look(): Promise<void>;
  /** Staff come and stay. */
  stay(badge?: string): Promise<void>;
  /** Staff hand back, and the member confirms. */
  handBack(): Promise<void>;
}

export async function walkKiosk(eye: Eye, more: Parameters<typeof inService>[1] = {}): Promise<Walk> {
  eye.forget();
  const test = await inService({}, more);
  for (const output of ['slips', 'documents'] as const) test.ports.sendPrinter(output, 'ready');
  test.network(true);
  eye.watch(test, 'shared');
  return walkOn(eye, test);
}

export function walkOn(eye: Eye, test: TestTerminal): Walk {
  const looked = new Set<string>();
  const walk: Walk = {
    ...{ test, eye },
    page: () => pageOf(test.view()),
    go: async (...intents) => {
      for (const intent of intents) {
        if (intent.type === 'ANSWER') eye.learn(test.view(), intent.value);
        test.press(intent);
        await test.settle();
        await walk.look();
      }
    },
    answer: (...values) => walk.go(...values.map((value) => ({ type: 'ANSWER', value }) as const)),
    look: async () => {
      const { chrome, sessionId, overlay } = test.view();
      if (sessionId === null || chrome.assist !== null || overlay !== null) return;
      await printed(walk);
      if (looked.has(walk.page())) return;
      looked.add(walk.page());
      await walk.stay();
      await walk.handBack();
    },
    stay: async (badge = WALKS_UP) => {
      test.scanBadge(badge);
      if (test.view().overlay?.id !== 'staff-pin') return;
      test.press({ type: 'STAFF_PIN', pin: BADGES[badge]?.pin ?? '' });
      await test.settle();
    },
    handBack: async () => {
      if (test.view().overlay?.id === 'staff-pin') test.press({ type: 'STAFF_CANCEL' });
      if (test.view().chrome.assist !== null) test.press({ type: 'HAND_BACK' });
      if (test.view().overlay?.id === 'staff-work') test.press({ type: 'CONFIRM_TOUCHED' });
      await test.settle();
    },
  };
  return walk;
}

/** Every paper that the page offers, once. */
async function printed({ test, eye }: Walk): Promise<void> {
  for (const paper of test.view().chrome.print.offered) {
    if (eye.papers.some(({ kind }) => kind === paper)) continue;
    test.press({ type: 'PRINT', paper });
    await test.settle();
    const last = test.ports.printed.at(-1);
    if (last !== undefined) (eye.papers as Paper[]).push(last);
    test.press({ type: 'PRINT_CLOSE' });
  }
}
