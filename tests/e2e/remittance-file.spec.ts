import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../../domain/catalogue/testing/answering.ts';
import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import type { Facts } from '../../domain/catalogue/definition.ts';
import { pagesFor } from '../../domain/catalogue/pages.ts';
import { LOCALES } from '../../domain/locale.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { cellsOf, csvLine } from '../../domain/remittance/row/write-row.ts';
import { hongKongDate } from '../../domain/time.ts';
import { readGatewayLedger } from '../../gateway/index.ts';
import { createAlbum } from '../../scripts/demo/album.ts';
import { answerPages, choose, type Instructed } from '../../scripts/demo/instruction.ts';
import { attest, finish, layCard, type VisitTools } from '../../scripts/demo/visit.ts';
import { type InventedRow, inventedRow } from '../../scripts/remittance/generate/rows.ts';
import { expect, test } from './support/terminal.ts';

/*
 * An employer's file from a folder that acts as a USB drive, through the real Electron, the real thread that reads drives
 * and the real gateway: a wrong file first, its list of problems on the drive, then the corrected one; and a file of which
 * the right rows go while two come back, are corrected on the drive and sent alone.
 */
const ALBUM = 'artifacts/remittance-file';
rmSync(ALBUM, { recursive: true, force: true });

const MOBILE = { channel: 'mobile', mobile: '61234567' } as const;
const ANSWERS = {
  ...{ authorised: 'yes', way: 'file', group: 'no', payer: 'Lantern Street Bakery Ltd' },
  ...{ 'employer-account': '3777463656273', scheme: 'bea-value', 'stored-rules': 'read', rules: 'none' },
  ...{ timing: 'read', 'pay-by': 'cheque', slip: 'read' },
};

function runOf(): Run {
  const now = new Date().toISOString();
  const facts: Facts = {
    ...{ answers: ANSWERS, identified: null, online: true, now, today: hongKongDate(now) },
    data: EMBEDDED_REFERENCE_DATA,
  };
  const pages = pagesFor(definitionOf('employer-remittance'), facts).map(({ id }) => id);
  return { facts, pages, stuckAt: null };
}

const fileOf = (rows: readonly InventedRow[]) => rows.map((row) => `${csvLine(cellsOf(row))}\r\n`).join('');
const right = Array.from({ length: 40 }, (_, index) => inventedRow(index));
const wrong = right.map((row, index) => (index % 5 === 0 ? { ...row, total: '1.00' } : row));

/** An employer's clerk, up to the page on which the file is chosen. */
async function atTheFile(tools: VisitTools, instructed: Instructed, visit: number): Promise<void> {
  const { locale } = instructed;
  await choose(tools, instructed);
  await tools.screen().waitFor({ screen: 'identify' });
  await layCard(tools, { visit, locale, document: 'adult-01', contact: MOBILE });
  await answerPages(tools, instructed, runOf());
  await tools.screen().waitFor({ screen: 'file-choose' });
}

/** From the page after the file to the receipt. @returns its reference */
async function submitted(tools: VisitTools, instructed: Instructed): Promise<string> {
  const screen = tools.screen();
  await answerPages(tools, instructed, runOf());
  if ((await screen.shown()).screen === 'staff-needed') await attest(tools, 'instruction-review');
  await screen.waitFor({ screen: 'instruction-review' });
  await tools.album.take();
  await screen.tap('continue');
  await screen.waitFor({ screen: 'declare' });
  await screen.tap('submit');
  await screen.page.locator('[data-screen="receipt"]').waitFor();
  const reference = (await screen.text('[data-reference]')).trim();
  await screen.page.locator('[data-bill-number]').waitFor();
  await tools.album.take();
  await finish(tools);
  return reference;
}

for (const locale of LOCALES) {
  test(`an employer's file in ${locale}: corrected, left and accepted with its rows`, async ({
    terminal,
  }) => {
    test.setTimeout(240_000);
    const { drives, gatewayData } = terminal.environment;
    const screen = terminal.screen();
    const tools: VisitTools = {
      ...terminal.tools,
      album: createAlbum(`${ALBUM}/${locale}`, () => terminal.screen()),
    };
    const instructed: Instructed = {
      kind: 'employer-remittance',
      locale,
      document: 'adult-01',
      born: '1985-03-14',
    };
    await atTheFile(tools, instructed, 1);
    await tools.album.take();
    const drive = join(drives, 'KINGSTON', '強積金');
    mkdirSync(drive, { recursive: true });
    writeFileSync(join(drive, '供款-wrong.csv'), fileOf(wrong));
    writeFileSync(join(drives, 'KINGSTON', 'letter.docx'), 'x');
    await screen.choose('強積金');
    await tools.album.take();
    await screen.choose('供款-wrong.csv');
    await screen.waitFor({ screen: 'file-result' });
    await tools.album.take();
    await screen.choose('total-differs');
    await screen.page.locator('[data-problem="total-differs"]').first().waitFor();
    await screen.page.screenshot({ path: `${ALBUM}/${locale}-places.png` });
    await screen.tap('overview');
    await screen.tap('save-problems');
    await screen.page.locator('[data-saved]').waitFor();
    await screen.page.screenshot({ path: `${ALBUM}/${locale}-saved.png` });
    const [list = ''] = readdirSync(drive).filter((name) => name.startsWith('remittance-problems'));
    const problems = readFileSync(join(drive, list), 'utf8');
    expect(problems.split('\r\n').filter((line) => line.includes(',AC,'))).toHaveLength(8);
    for (const { idNo = '' } of wrong) expect(problems).not.toContain(idNo);

    writeFileSync(join(drive, '供款-right.csv'), fileOf(right));
    await screen.tap('back');
    await screen.waitFor({ screen: 'file-choose' });
    await screen.choose('供款-right.csv');
    await screen.page.locator('[data-screen="file-result"] [data-action="continue"]').waitFor();
    await tools.album.take();
    rmSync(join(drives, 'KINGSTON'), { recursive: true });
    await screen.tap('continue');
    const reference = await submitted(tools, instructed);
    await expect
      .poll(() => readGatewayLedger(gatewayData).references.map((entry) => [entry.reference, entry.outcome]))
      .toEqual([[reference, { state: 'accepted' }]]);
  });
}

test('two wrong rows of forty come back, are corrected on the drive and sent alone; none goes twice', async ({
  terminal,
}) => {
  test.setTimeout(300_000);
  const { drives, gatewayData } = terminal.environment;
  const screen = terminal.screen();
  const tools: VisitTools = {
    ...terminal.tools,
    album: createAlbum(`${ALBUM}/split`, () => terminal.screen()),
  };
  const instructed: Instructed = {
    kind: 'employer-remittance',
    locale: 'zh-Hant',
    document: 'adult-01',
    born: '1985-03-14',
  };
  const drive = join(drives, 'KINGSTON');
  mkdirSync(drive, { recursive: true });
  const twoWrong = right.map((row, index) => (index === 4 || index === 20 ? { ...row, total: '1.00' } : row));
  writeFileSync(join(drive, 'november.csv'), fileOf(twoWrong));

  await atTheFile(tools, instructed, 1);
  await screen.choose('november.csv');
  await screen.waitFor({ screen: 'file-result' });
  await tools.album.take();
  await screen.tap('continue');
  await screen.page.locator('[data-action="continue-unsaved"]').waitFor();
  await tools.album.take();
  await screen.tap('save-problems');
  await screen.page.locator('[data-saved]').waitFor();
  const [returned = ''] = readdirSync(drive).filter((name) => name.startsWith('remittance-rows-to-correct'));
  const stayed = twoWrong.filter(({ total }) => total === '1.00');
  expect(readFileSync(join(drive, returned), 'utf8')).toBe(fileOf(stayed));
  await screen.tap('continue');
  const one = await submitted(tools, instructed);

  writeFileSync(join(drive, returned), fileOf(right.filter((_, index) => index === 4 || index === 20)));
  await atTheFile(tools, instructed, 2);
  await screen.choose(returned);
  await screen.waitFor({ screen: 'file-result' });
  await screen.tap('continue');
  const two = await submitted(tools, instructed);

  await expect
    .poll(() => readGatewayLedger(gatewayData).references.map((entry) => [entry.reference, entry.outcome]))
    .toEqual([
      [one, { state: 'accepted' }],
      [two, { state: 'accepted' }],
    ]);
});
