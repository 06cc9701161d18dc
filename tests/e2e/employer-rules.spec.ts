import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import type { Answers, Facts } from '../../domain/catalogue/definition.ts';
import { pagesFor } from '../../domain/catalogue/pages.ts';
import { toldRulesText } from '../../domain/catalogue/shared/stored-rules.ts';
import { SAMPLE_RULES } from '../../domain/catalogue/testing/sample-rules.ts';
import type { Run } from '../../domain/catalogue/testing/answering.ts';
import type { InstructionKind } from '../../domain/kinds/kinds.ts';
import type { Locale } from '../../domain/locale.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { cellsOf, csvLine } from '../../domain/remittance/row/write-row.ts';
import { hongKongDate } from '../../domain/time.ts';
import { createAlbum } from '../../scripts/demo/album.ts';
import { answerPages, choose, type Instructed } from '../../scripts/demo/instruction.ts';
import { attest, finish, layCard, type VisitTools } from '../../scripts/demo/visit.ts';
import { type InventedRow, inventedRow } from '../../scripts/remittance/generate/rows.ts';
import { expect, test } from './support/terminal.ts';

/*
 * A company describes its voluntary contributions at the terminal; then its clerk brings a file that forgot them, through
 * the real Electron and the real gateway.
 */
const ALBUM = 'artifacts/employer-rules';
rmSync(ALBUM, { recursive: true, force: true });

const MOBILE = { channel: 'mobile', mobile: '61234567' } as const;
const ACCOUNT = '3777463656273';
const COMPANY = { 'employer-account': ACCOUNT, scheme: 'bea-value' };
const RULES: Answers = {
  ...{ company: 'Lantern Street Bakery Ltd', role: 'company-authorised', ...COMPANY, from: '2026-01-01' },
  ...{ 'member-class': '', slot: 'EEVC', formula: 'fixed', tier: 'none', value: '500.00', cap: 'none' },
  ...{ period: 'monthly', start: 'immediate', entitlement: 'immediate', summary: 'read', keep: 'keep' },
  another: 'no',
};
const PAYMENT: Answers = {
  ...{ authorised: 'yes', way: 'file', group: 'no', payer: 'Lantern Street Bakery Ltd', ...COMPANY },
  'stored-rules': toldRulesText({
    ...{ state: 'found', employerAccount: ACCOUNT, scheme: 'bea-value' },
    rules: { ...SAMPLE_RULES, employerAccount: ACCOUNT, scheme: 'bea-value' },
  }),
  rules: 'stored',
};

function runOf(kind: InstructionKind, answers: Answers): Run {
  const now = new Date().toISOString();
  const facts: Facts = {
    ...{ answers, identified: null, online: true, now, today: hongKongDate(now) },
    data: EMBEDDED_REFERENCE_DATA,
  };
  const pages = pagesFor(definitionOf(kind), facts).map(({ id }) => id);
  return { facts, pages, stuckAt: null };
}

const forgotten = [inventedRow(0), inventedRow(1)];
const right = forgotten.map((row) => ({
  ...row,
  eevc: '500.00',
  total: (Number(row.total) + 500).toFixed(2),
}));
const fileOf = (rows: readonly InventedRow[]) => rows.map((row) => `${csvLine(cellsOf(row))}\r\n`).join('');

for (const locale of ['en', 'zh-Hant'] as const satisfies readonly Locale[]) {
  test(`rules described once, and a remittance held against them, in ${locale}`, async ({ terminal }) => {
    test.setTimeout(240_000);
    const screen = terminal.screen();
    const tools: VisitTools = {
      ...terminal.tools,
      album: createAlbum(`${ALBUM}/${locale}`, () => terminal.screen()),
    };
    const begin = async (kind: InstructionKind): Promise<Instructed> => {
      const instructed: Instructed = { kind, locale, document: 'adult-01', born: '1985-03-14' };
      await choose(tools, instructed);
      await terminal.screen().waitFor({ screen: 'identify' });
      await layCard(tools, { visit: 1, locale, document: 'adult-01', contact: MOBILE });
      return instructed;
    };

    await answerPages(tools, await begin('employer-rules'), runOf('employer-rules', RULES));
    await attest(tools, 'instruction-review');
    await screen.waitFor({ screen: 'instruction-review' });
    await tools.album.take();
    await screen.tap('continue');
    await screen.waitFor({ screen: 'declare' });
    await screen.tap('submit');
    await screen.page.locator('[data-screen="receipt"] [data-state="accepted"]').waitFor();
    await tools.album.take();
    await finish(tools);

    const instructed = await begin('employer-remittance');
    await answerPages(tools, instructed, runOf('employer-remittance', PAYMENT));
    const again = terminal.screen();
    await again.waitFor({ screen: 'file-choose' });
    const drive = join(terminal.environment.drives, 'KINGSTON', 'MPF');
    mkdirSync(drive, { recursive: true });
    writeFileSync(join(drive, 'forgotten.csv'), fileOf(forgotten));
    writeFileSync(join(drive, 'right.csv'), fileOf(right));
    await again.choose('MPF');
    await again.choose('forgotten.csv');
    await again.waitFor({ screen: 'file-result' });
    await tools.album.take();
    await expect(again.page.locator('[data-option="voluntary-differs"]')).toBeVisible();
    expect(await again.page.locator('[data-action="continue"]').count()).toBe(0);
    await again.tap('back');
    await again.waitFor({ screen: 'file-choose' });
    await again.choose('right.csv');
    await again.page.locator('[data-screen="file-result"] [data-action="continue"]').waitFor();
    await tools.album.take();
  });
}
