import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { benefitWithdrawal } from '../../domain/catalogue/kinds/benefit-withdrawal/benefit-withdrawal.ts';
import { RUNS } from '../../domain/catalogue/kinds/benefit-withdrawal/runs.fixture.ts';
import { bornIn } from '../../domain/catalogue/shared/facts.fixture.ts';
import { goThrough } from '../../domain/catalogue/shared/run-through.fixture.ts';
import { parseHkid, type Hkid, maskHkid, formatHkid } from '../../domain/identity/document/hkid.ts';
import {
  SIMULATED_DOCUMENTS,
  type SimulatedCard,
} from '../../hardware/devices/id-reader/simulator/documents.ts';
import { createAlbum } from '../../scripts/demo/album.ts';
import { phoneAt, signInWithIamSmart } from '../../scripts/demo/iam-smart.ts';
import { answerPages, choose, type Instructed } from '../../scripts/demo/instruction.ts';
import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import { begin, finish, layCard, type VisitTools } from '../../scripts/demo/visit.ts';
import { findPersonalData } from '../support/personal-data.ts';
import { auditOf } from './support/audit.ts';
import { drawPdf, type PrintedPdf, readPdf } from './support/pdf.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

/*
 * What is printed, through the real Electron: Chromium's own PDF of every paper, read by tools that know nothing of it.
 * Every PDF is drawn as a picture, too: `artifacts/printing`.
 */
const ALBUM = 'artifacts/printing';
test.describe.configure({ timeout: 180_000 });

interface Card {
  readonly surname: string;
  readonly nameChinese: string | null;
  readonly number: Hkid;
}

/** What is on one of the simulator's cards; invented. */
function cardOf(name: string): Card {
  const cards: Readonly<Record<string, SimulatedCard>> = SIMULATED_DOCUMENTS;
  const card = cards[name];
  if (card?.reads !== 'document' || card.document.kind !== 'hkid') throw new Error(`no card ${name}`);
  const { surname, nameChinese, number } = card.document;
  const parsed = parseHkid(number);
  if (!parsed.ok) throw new Error(`no number on ${name}`);
  return { surname, nameChinese, number: parsed.value };
}

const printedFiles = ({ environment }: RunningTerminal): readonly string[] =>
  readdirSync(environment.spool)
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(environment.spool, name));

/** Prints from the page that is shown; the PDF, drawn as a picture, too. */
async function print(terminal: RunningTerminal, tools: VisitTools, paper: string): Promise<PrintedPdf> {
  const screen = terminal.screen();
  await screen.tap(`print-${paper}`);
  await screen.waitFor({ overlay: 'print-done' });
  await tools.album.take();
  await screen.tap('print-close');
  await screen.waitFor({ overlay: '' });
  const path = printedFiles(terminal).at(-1) ?? '';
  expect(basename(path)).toContain(paper);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  mkdirSync(ALBUM, { recursive: true });
  drawPdf(path, join(ALBUM, `${paper}.${test.info().title.slice(0, 2)}`));
  return readPdf(path);
}

function expectNoNumber({ text }: PrintedPdf, { number }: Card): void {
  const squeezed = text.replaceAll(/\s/g, '');
  for (const form of [number.body, formatHkid(number), maskHkid(number)])
    expect(squeezed).not.toContain(form.replaceAll(/\s/g, ''));
}

/** Nothing of a paper or a member is left in the terminal's own folders; the simulated printer's output is paper. */
function expectNothingLeft(terminal: RunningTerminal, { surname, nameChinese, number }: Card): void {
  const texts = [surname, number.body, ...(nameChinese === null ? [] : [nameChinese]), '%PDF-'];
  expect(findPersonalData(terminal.environment.terminalData, texts)).toEqual([]);
  expect(texts.filter((text) => terminal.output().includes(text))).toEqual([]);
}

async function toLastPage(
  terminal: RunningTerminal,
  instructed: Instructed,
  ground: keyof typeof RUNS,
): Promise<VisitTools> {
  const { locale, document } = instructed;
  const tools: VisitTools = {
    ...terminal.tools,
    album: createAlbum(`${ALBUM}/${locale}`, () => terminal.screen()),
  };
  await choose(tools, instructed);
  await terminal.screen().waitFor({ screen: 'identify' });
  await layCard(tools, { visit: 1, locale, document, contact: { channel: 'mobile', mobile: '61234567' } });
  const [year = 0] = instructed.born.split('-').map(Number);
  await answerPages(tools, instructed, { facts: goThrough(benefitWithdrawal, RUNS[ground], bornIn(year)) });
  return tools;
}

rmSync(ALBUM, { recursive: true, force: true });

test('zh: submitted with iAM Smart, receipt and declaration are printed and nothing is left behind', async ({
  terminal,
}) => {
  // Characters of the Hong Kong Supplementary Character Set, one of them outside the Basic Multilingual Plane.
  const document = 'adult-08';
  const card = cardOf(document);
  const instructed = { kind: 'benefit-withdrawal', locale: 'zh-Hant', document, born: '1988-06-18' } as const;
  const tools = await toLastPage(terminal, instructed, 'permanent-departure');
  const screen = terminal.screen();
  await signInWithIamSmart(
    tools,
    phoneAt(terminal.environment.gatewayData),
    `${card.number.body}${card.number.check}`,
  );
  await screen.tap('continue');
  await screen.waitFor({ screen: 'declare' });
  await screen.tap('submit');
  await screen.page.locator('[data-screen="receipt"] [data-state="accepted"]').waitFor();
  await tools.album.take();
  const reference = (await screen.text('[data-reference]')).trim();

  const receipt = await print(terminal, tools, 'receipt');
  expect(receipt).toMatchObject({ width: 80, pages: 1 });
  // As much of the roll as the words need.
  expect(receipt.height).toBeLessThan(200);
  expect(receipt.text).toContain(reference);
  expect(receipt.text).toContain('收據');
  expect(receipt.text).not.toContain(card.surname);
  expectNoNumber(receipt, card);

  const declaration = await print(terminal, tools, 'statutory-declaration');
  expect(declaration).toMatchObject({ width: 210, height: 297, pages: 1 });
  for (const words of [
    '法定聲明',
    `${card.surname}, Tung Ngai ${card.nameChinese ?? ''}`,
    '永久離開香港',
    '本人（姓名見上）謹以至誠鄭重聲明',
    '2026年12月31日',
    '香港身份證號碼（在監誓人面前親筆填寫）',
    '衷誠作出此項鄭重聲明',
    '聲明人簽署',
    '監誓員／公證人／太平紳士',
    'MPF(S)-W(SD2)',
  ])
    expect(declaration.text).toContain(words);
  expect(declaration.text).not.toContain(reference);
  expectNoNumber(declaration, card);
  expect(declaration.fonts.length).toBeGreaterThan(0);
  for (const font of declaration.fonts) {
    expect(font.name).toContain('NotoSansHK');
    expect(font.embedded).toBe(true);
  }

  await finish(tools);
  const events = auditOf(terminal).map(({ event }) => event);
  expect(events.filter((event) => event === 'paper.printed')).toHaveLength(2);
  expectNothingLeft(terminal, card);
});

test('en: only prepared, without paper first: said in plain words, then list and declaration are printed', async ({
  terminal,
}) => {
  const document = 'adult-02';
  const card = cardOf(document);
  const instructed = { kind: 'benefit-withdrawal', locale: 'en', document, born: '1958-12-31' } as const;
  const tools = await toLastPage(terminal, instructed, 'early-retirement');
  const screen = terminal.screen();
  await screen.waitFor({ screen: 'staff-needed' });
  await screen.tap('prepare-only');
  await screen.waitFor({ screen: 'instruction-review' });
  await screen.tap('continue');
  await screen.waitFor({ screen: 'prepared' });

  // The paper runs out after the page was drawn: found out when it is asked for.
  const trouble = join(terminal.environment.spool, 'trouble');
  writeFileSync(trouble, 'out-of-paper');
  await screen.tap('print-checklist');
  await screen.waitFor({ overlay: 'print-failed' });
  await tools.album.take();
  await expect(screen.page.locator('[data-fault="out-of-paper"]')).toBeVisible();
  expect(printedFiles(terminal)).toEqual([]);
  rmSync(trouble);
  await screen.tap('print-again');
  await screen.waitFor({ overlay: 'print-done' });
  await screen.tap('print-close');
  await screen.waitFor({ overlay: '' });

  const list = await print(terminal, tools, 'checklist');
  expect(list.text).toContain('Prepared only, not submitted.');
  expect(list.text).not.toContain(card.surname);
  expectNoNumber(list, card);

  const declaration = await print(terminal, tools, 'statutory-declaration');
  expect(declaration).toMatchObject({ width: 210, height: 297, pages: 1 });
  for (const words of [
    'Statutory declaration',
    `${card.surname}, Tsz Hin ${card.nameChinese ?? ''}`,
    'Early retirement',
    'I have stopped all employment and self-employment.',
    'solemnly and sincerely declare that',
    'Signature of the declarant',
    'Commissioner for Oaths / notary public',
    'MPF(S)-W(R)',
  ])
    expect(declaration.text).toContain(words);
  expectNoNumber(declaration, card);

  await finish(tools);
  expectNothingLeft(terminal, card);
});

test('zh: a resume slip is printed with the code that is on the screen', async ({ terminal }) => {
  const member = MEMBERS[0] as Member;
  const { tools } = terminal;
  const screen = terminal.screen();
  await begin(tools, member);
  await layCard(tools, member);
  await screen.waitFor({ step: 'question.contact-channel' });
  await screen.choose('mobile');
  await screen.tap('continue');
  await screen.waitFor({ step: 'question.mobile' });
  await screen.tap('finish-later');
  await screen.tap('finish-later-confirm');
  await screen.waitFor({ screen: 'resume-slip' });
  const rows = await screen.page.locator('[data-resume-row]').allTextContents();
  const slip = await print(terminal, tools, 'resume-slip');
  const squeezed = slip.text.replaceAll(/\s/g, '');
  // The number of the row stands before it, on both.
  for (const row of rows) expect(squeezed).toContain(row.replaceAll(/\s/g, ''));
  expectNoNumber(slip, cardOf(member.document));
});
