import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import type { Ask } from '../../domain/catalogue/ask.ts';
import type { Facts } from '../../domain/catalogue/definition.ts';
import { allPages } from '../../domain/catalogue/pages.ts';
import { completed, type Run } from '../../domain/catalogue/testing/answering.ts';
import { type InstructionKind, KIND_FACTS } from '../../domain/kinds/kinds.ts';
import { MENU, MENU_GROUPS } from '../../domain/kinds/menu.ts';
import type { Locale } from '../../domain/locale.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { Screen } from './screen.ts';
import type { VisitTools } from './visit.ts';

/** Who comes with what: invented, one of the simulator's documents. */
export interface Instructed {
  readonly kind: InstructionKind;
  readonly locale: Locale;
  readonly document: string;
  /** As on that document. */
  readonly born: string;
}

/** Answers that the rules take, found by trying; the person at the screen then gives exactly these. */
export function answersOf({ kind, born }: Instructed): Run {
  const now = new Date().toISOString();
  const [year = 0, month = 1, day = 1] = born.split('-').map(Number);
  const start: Facts = {
    answers: {},
    identified:
      KIND_FACTS[kind].assurance === 0
        ? null
        : {
            means: 'reader',
            document: {
              kind: 'hkid',
              number: { body: 'Z900142', check: '6' },
              surname: 'SAMPLE',
              givenNames: '',
              nameChinese: null,
              dateOfBirth: { year, month, day },
              sex: null,
              dateOfIssue: null,
              authenticity: { method: 'none', result: 'not-performed', middleware: '' },
            },
          },
    online: true,
    now,
    today: hongKongDate(now),
    data: EMBEDDED_REFERENCE_DATA,
  };
  const run = completed(definitionOf(kind), start);
  if (run === null) throw new Error(`nobody can complete ${kind}`);
  return run;
}

/** From the attract page through the menu to the first page of what is chosen: the notice. */
export async function choose(tools: VisitTools, { kind, locale }: Instructed): Promise<void> {
  const screen = tools.screen();
  await screen.waitFor({ screen: 'attract' });
  await screen.tap(`menu-${locale}`);
  await screen.waitFor({ screen: 'menu' });
  await tools.album.take();
  const group = MENU_GROUPS.find((candidate) => MENU[candidate].includes(kind));
  await screen.choose(group ?? '');
  await screen.waitFor({ step: `menu.${group ?? ''}` });
  await tools.album.take();
  await screen.choose(kind);
  await screen.waitFor({ screen: 'notice' });
  await tools.album.take();
  await screen.tap('continue');
}

/** Answers every page, as the run did, until another screen comes. */
export async function answerPages(
  tools: VisitTools,
  { kind }: Instructed,
  run: Pick<Run, 'facts'>,
): Promise<void> {
  const screen = tools.screen();
  const pages = new Map(allPages(definitionOf(kind)).map((page) => [page.id, page]));
  await screen.page.locator('[data-screen="ask"], [data-screen="look-up-offer"]').waitFor();
  if ((await screen.shown()).screen === 'look-up-offer') {
    await tools.album.take();
    await screen.tap('without-records');
  }
  await screen.waitFor({ screen: 'ask' });
  for (let shown = await screen.shown(); shown.screen === 'ask'; shown = await screen.shown()) {
    const id = shown.step.slice(`ask.${kind}.`.length);
    const page = pages.get(id);
    const value = run.facts.answers[id];
    if (page === undefined || value === undefined) throw new Error(`${kind}: no answer for ${shown.step}`);
    await tools.album.take();
    await give(screen, page.step.ask(run.facts, page.index), value);
    await screen.page
      .locator(`[data-screen]:not([data-step="${shown.step}"])`)
      .waitFor({ state: 'attached' })
      .catch(async () => {
        throw new Error(`${shown.step} does not take ${value}: ${await screen.text('main')}`);
      });
  }
}

async function give(screen: Screen, ask: Ask, value: string): Promise<void> {
  switch (ask.type) {
    case 'choice':
      await screen.choose(value);
      break;
    case 'several':
      for (const code of value.split(',').filter((code) => code !== '')) await screen.choose(code);
      break;
    case 'text':
      if (value === '') return screen.tap('without');
      await typeText(screen, ask.lines, value);
      break;
    case 'money':
      await screen.key(value.replace(/\.00$/, ''));
      break;
    case 'date': {
      const [year = '', month = '', day = ''] = value.split('-');
      await screen.key(day + month + year);
      break;
    }
    case 'allocation':
      for (const part of value.split(',')) await moreOf(screen, part);
      break;
    case 'file':
    case 'company-list':
      throw new Error('a file is not typed: its own test brings one');
    case 'statement':
      // What the platform says comes a moment later; a tap before it goes on without.
      if (ask.platform !== undefined) {
        await screen.page
          .locator('[data-action="continue"]', { hasNotText: /Go on without them|不等，繼續/ })
          .waitFor();
      }
      break;
  }
  await screen.tap('continue');
}

async function typeText(screen: Screen, lines: number, value: string): Promise<void> {
  if (lines === 1) return screen.key(value);
  for (const [index, line] of value.split('\n').entries()) {
    await screen.page.locator(`[data-field="line-${String(index + 1)}"]`).click();
    await screen.key(line);
  }
}

/** `CODE=30`: six touches of +5. */
async function moreOf(screen: Screen, part: string): Promise<void> {
  const [code = '', percentage = '0'] = part.split('=');
  for (let given = 0; given < Number(percentage); given += 5) {
    await screen.page.locator(`[data-action="more-share"][data-option="${code}"]`).click();
  }
}
