import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CATALOGUE } from '../../../domain/catalogue/catalogue.ts';
import { MENU_GROUPS } from '../../../domain/kinds/menu.ts';
import { REGISTRATION_STEPS } from '../../../domain/registration/answers.ts';
import type { Screen } from '../../../domain/terminal/view/screen.ts';
import type { View } from '../../../domain/terminal/view/view.ts';
import { SCREEN_IDS } from '../../../state-machines/present/chrome.ts';
import { OVERLAY_IDS } from '../../../state-machines/station/hands.ts';
import { NEVER_SEEN, unseen } from './audience.ts';
import { holdsNumber, leaksIn, pageOf, textsIn } from './detector.ts';
import { leaksOf, leaksOnPaper, openEye, type Seen } from './eye.ts';
import { stepsOf } from './walks/instructions.ts';
import { walkAround, walkInstructions } from './walks/everything.ts';
import { WRITTEN } from './written.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What each masked page was before it was masked: for the tests below that switch the masking off again. */
const whole = vi.hoisted(() => new WeakMap<object, unknown>());
vi.mock(import('../../../state-machines/present/staff-work.ts'), async (original) => {
  const module = await original();
  return {
    ...module,
    maskedForStaff: (screen: Screen): Screen => {
      const masked = { ...module.maskedForStaff(screen) };
      if (JSON.stringify(masked) !== JSON.stringify(screen)) whole.set(masked, screen);
      return masked;
    },
  };
});

const eye = openEye();
beforeAll(async () => {
  await walkAround(eye);
  await walkInstructions(eye);
}, 180_000);

const pages = (): ReadonlySet<string> => new Set(eye.seen.map(({ view }) => pageOf(view)));

describe('staff come to every page', () => {
  it('there is no page and no cover that they were not seen on, but those that are never theirs', () => {
    const theirs = [...SCREEN_IDS, ...OVERLAY_IDS].filter((id) => NEVER_SEEN[id] === undefined);
    expect(unseen(theirs, eye.seen)).toEqual([]);
    // A page that is new, and that no walk leads to, is named.
    expect(unseen([...theirs, 'a-new-page'], eye.seen)).toEqual(['a-new-page']);
  });

  it('what is said to be never theirs never was', () => {
    const never = Object.keys(NEVER_SEEN);
    expect(never.filter((id) => !unseen([id], eye.seen).includes(id))).toEqual([]);
  });

  it('every question of a registration, every group of the menu', () => {
    const met = pages();
    const wanted = [
      ...REGISTRATION_STEPS.map((step) => `question.${step}`),
      ...MENU_GROUPS.map((group) => `menu.${group}`),
      ...['number', 'features', 'face', 'sign'].map((page) => `attest.${page}`),
    ];
    expect(wanted.filter((page) => !met.has(page))).toEqual([]);
  });

  it.each(Object.values(CATALOGUE).map(({ kind }) => kind))('every page of %s', (kind) => {
    const met = pages();
    const asked = [...stepsOf(kind)].filter((step) => !FILES.has(step)).map((step) => `ask.${kind}.${step}`);
    expect(asked.filter((page) => !met.has(page))).toEqual([]);
  });
});

/** Pages that ask for a file are shown as the pages of a file, which are walked by themselves. */
const FILES = new Set(['file', 'companies']);

describe('what they see there', () => {
  it('no number that the step does not need, and no number beside a name', () => {
    expect(leaksOf(eye)).toEqual([]);
  });

  it('no card number on paper', () => {
    expect(leaksOnPaper(eye)).toEqual([]);
    expect(new Set(eye.papers.map(({ kind }) => kind)).size).toBeGreaterThan(3);
  });

  it('and nothing of it in the audit of all these visits', () => {
    const audited = eye.terminals.flatMap(({ ports }) => ports.audited);
    expect(audited.length).toBeGreaterThan(500);
    const [{ secrets }] = eye.seen as readonly [Seen];
    const texts = textsIn(audited);
    const found = secrets.numbers.filter(({ value }) => texts.some((text) => holdsNumber([text], value)));
    expect(found).toEqual([]);
    expect(
      secrets.names.filter((name) => texts.some((text) => text.toUpperCase().includes(name.toUpperCase()))),
    ).toEqual([]);
  });
});

/** One view of each page on which something is masked, as it is and with the masking of this page switched off. */
function unmaskedByPage(twin: (seen: Seen) => View | null): ReadonlyMap<string, readonly Seen[]> {
  const found = new Map<string, Seen[]>();
  for (const seen of eye.seen) {
    const view = twin(seen);
    if (view === null) continue;
    const page = pageOf(seen.view).replace(/^ask\..*/, 'ask');
    found.set(page, [...(found.get(page) ?? []), { ...seen, view }]);
  }
  return found;
}

describe('with the masking switched off for one page after another', () => {
  it('of what was answered: each of them is caught', () => {
    const pagesOff = unmaskedByPage(({ view }) => {
      const screen = whole.get(view.screen) as Screen | undefined;
      return screen === undefined ? null : { ...view, screen };
    });
    const caught = [...pagesOff].filter(([, seen]) => leaksOf({ seen }).length > 0).map(([page]) => page);
    expect(caught).toEqual([...pagesOff.keys()]);
    expect(caught.sort()).toEqual([
      ...['ask', 'file-choose', 'file-result', 'instruction-review', 'mobile-code', 'receipt', 'review'],
    ]);
  });

  it('of the card’s number: each of them is caught', () => {
    const masks = /[A-Z]{1,2}\d{2,3}\*{3}\(\*\)|[A-Z]\d{2}\*{3}\(\*\)/g;
    const pagesOff = unmaskedByPage(({ view, secrets }) => {
      const card = secrets.numbers.find(({ what }) => what === 'card number')?.value ?? '';
      const text = JSON.stringify(view);
      const plain = text.replace(masks, card);
      return plain === text || pageOf(view) === 'attest.number' ? null : (JSON.parse(plain) as View);
    });
    const caught = [...pagesOff].filter(([, seen]) =>
      seen.every((one) => leaksOf({ seen: [one] }).length > 0),
    );
    expect(caught.map(([page]) => page)).toEqual([...pagesOff.keys()]);
    expect([...pagesOff.keys()]).toEqual(
      expect.arrayContaining(['read-result', 'review', 'instruction-review', 'enquiry-list', 'attest.sign']),
    );
  });

  it('of what the member types on their own side of a counter', () => {
    const covered = eye.seen.filter(({ view }) => view.screen.id === 'with-member');
    expect(covered.length).toBeGreaterThan(1);
    for (const { view, secrets } of covered) {
      const mobile = secrets.numbers.find(({ what }) => what === 'mobile')?.value ?? '';
      const screen: Screen = { id: 'question', step: 'mobile', value: mobile, error: null, changing: false };
      expect(leaksIn({ ...view, screen }, secrets)).toEqual(['mobile on question.mobile']);
    }
  });
});

/** What names a page stays as it is, so that it is known which page it was. */
const NAMING: ReadonlySet<string> = new Set(['id', 'step', 'page', 'kind']);

/** The view with its text number `place` replaced; null when it has not so many. */
function planted(view: View, place: number, text: string): View | null {
  const found = { count: 0 };
  const copy = JSON.parse(JSON.stringify(view), (key, value: unknown) => {
    if (typeof value !== 'string' || NAMING.has(key)) return value;
    found.count += 1;
    return found.count === place + 1 ? text : value;
  }) as View;
  return found.count > place ? copy : null;
}

describe('a number that somebody lets slip into a page', () => {
  const one = (): readonly Seen[] => {
    const byPage = new Map<string, Seen>();
    for (const seen of eye.seen)
      byPage.set(`${seen.surface} ${pageOf(seen.view)} ${seen.view.overlay?.id ?? ''}`, seen);
    return [...byPage.values()];
  };

  it('is caught on every page, wherever it stands, however it is written', () => {
    const missed = new Set<string>();
    let tried = 0;
    for (const { view, secrets } of one()) {
      const secret = secrets.numbers.find(({ needs }) => needs[pageOf(view)] === undefined);
      if (secret === undefined) throw new Error(`every number is needed on ${pageOf(view)}`);
      for (let place = 0; ; place += 1) {
        const written = WRITTEN[place % WRITTEN.length]?.(secret.value) ?? '';
        const with_ = planted(view, place, written);
        if (with_ === null) break;
        tried += 1;
        const at = pageOf(with_);
        if (!leaksIn(with_, secrets).some((leak) => leak.startsWith(secret.what)))
          missed.add(`${at} ${String(place)}`);
      }
    }
    expect([...missed]).toEqual([]);
    expect(tried).toBeGreaterThan(5_000);
  });

  it('is caught in every way of writing it', () => {
    const [{ view, secrets }] = one() as readonly [Seen];
    for (const { value, what } of secrets.numbers) {
      for (const write of WRITTEN) {
        expect([what, write(value), holdsNumber(textsIn(planted(view, 0, write(value))), value)]).toEqual([
          what,
          write(value),
          true,
        ]);
      }
    }
  });

  it('is caught beside a name even where the step needs it', () => {
    const needed = one().filter(({ view, secrets }) =>
      secrets.numbers.some(
        ({ needs, value }) => needs[pageOf(view)] !== undefined && holdsNumber(textsIn(view), value),
      ),
    );
    expect(needed.length).toBeGreaterThan(2);
    for (const { view, secrets } of needed) {
      const [name = ''] = secrets.names;
      const named = { ...view, chrome: { ...view.chrome, terminalId: name } };
      expect(leaksIn(named, secrets).some((leak) => leak.includes('with a name'))).toBe(true);
    }
  });
});
