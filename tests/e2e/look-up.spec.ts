import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import { parseHkid } from '../../domain/identity/document/hkid.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { hongKongDate } from '../../domain/time.ts';
import { sampleRecords } from '../../gateway/records/sample.ts';
import { readGatewayLedger } from '../../gateway/index.ts';
import {
  SIMULATED_DOCUMENTS,
  type SimulatedCard,
} from '../../hardware/devices/id-reader/simulator/documents.ts';
import { createAlbum } from '../../scripts/demo/album.ts';
import { phoneAt } from '../../scripts/demo/iam-smart.ts';
import { choose } from '../../scripts/demo/instruction.ts';
import { addRecords } from '../../scripts/demo/records.ts';
import { finish, layCard, type VisitTools } from '../../scripts/demo/visit.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

/*
 * The platform's records through the real Electron and the real gateway: a switch out of an account that was looked up,
 * and a question about a month that is empty.
 */
const ALBUM = 'artifacts/look-up';
const DOCUMENT = 'adult-01';
const CARD = { visit: 1, document: DOCUMENT, contact: { channel: 'mobile', mobile: '61234567' } } as const;

rmSync(ALBUM, { recursive: true, force: true });

function toolsOf(terminal: RunningTerminal, name: string): VisitTools {
  return { ...terminal.tools, album: createAlbum(`${ALBUM}/${name}`, () => terminal.screen()) };
}

/** The invented number on the simulator's card. */
function cardNumber(): string {
  const cards: Readonly<Record<string, SimulatedCard>> = SIMULATED_DOCUMENTS;
  const card = cards[DOCUMENT];
  if (card?.reads !== 'document' || card.document.kind !== 'hkid') throw new Error(`no card ${DOCUMENT}`);
  return card.document.number;
}

/** Every file under a folder, as text. */
function everythingIn(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');
}

async function nextPage(page: Page, step: string): Promise<void> {
  await page.locator(`[data-step$=".${step}"]`).first().waitFor({ state: 'attached' });
}

test('fund-switch in en: an officer looks first, the account is chosen and not typed, nothing of it stays', async ({
  terminal,
}) => {
  test.setTimeout(180_000);
  const tools = toolsOf(terminal, 'fund-switch');
  const screen = terminal.screen();
  const { gatewayData, runFolder } = terminal.environment;
  await addRecords(gatewayData, cardNumber());
  const number = parseHkid(cardNumber());
  if (!number.ok) throw new Error(number.code);
  const [records] = sampleRecords(
    number.value,
    EMBEDDED_REFERENCE_DATA,
    hongKongDate(new Date().toISOString()),
  );
  const account = records?.what === 'accounts' ? records.accounts[1] : undefined;
  if (account === undefined) throw new Error('no second account');

  await choose(tools, { kind: 'fund-switch', locale: 'en', document: DOCUMENT, born: '1985-03-14' });
  await screen.waitFor({ screen: 'identify' });
  await layCard(tools, { ...CARD, locale: 'en' });
  await screen.waitFor({ screen: 'look-up-offer' });
  await tools.album.take();
  await screen.tap('call-staff');
  await screen.waitFor({ overlay: 'help-called' });
  await tools.simulate({ device: 'badge', action: 'scan', text: tools.officer.badge });
  await screen.waitFor({ overlay: 'staff-pin' });
  await screen.key(tools.officer.pin);
  await screen.tap('staff-sign-in');
  await screen.waitFor({ overlay: '' });
  await tools.album.take();
  await screen.tap('attest-here');
  await screen.waitFor({ screen: 'attest' });
  for (const feature of SECURITY_FEATURES) await screen.choose(feature);
  await screen.tap('continue');
  await screen.tap('face-same');
  await screen.tap('attest-sign');
  await screen.waitFor({ screen: 'look-up-offer' });
  await tools.album.take();
  await screen.tap('hand-back');

  await nextPage(screen.page, 'known-account');
  await tools.album.take();
  await screen.choose(`${account.scheme}.${account.accountNumber.slice(-3)}`);
  await screen.tap('continue');
  await nextPage(screen.page, 'holdings');
  await tools.album.take();
  await screen.tap('continue');
  await nextPage(screen.page, 'contribution-types');
  await screen.choose('former-employment');
  await screen.tap('continue');
  await nextPage(screen.page, 'mode');
  await screen.choose('rebalance');
  await screen.tap('continue');
  await nextPage(screen.page, 'investment');
  await screen.choose('dis');
  await screen.tap('continue');
  await nextPage(screen.page, 'dis-explained');
  for (let shown = await screen.shown(); shown.screen === 'ask'; shown = await screen.shown()) {
    await screen.tap('continue');
    await screen.page
      .locator(`[data-screen]:not([data-step="${shown.step}"])`)
      .waitFor({ state: 'attached' });
  }
  await screen.waitFor({ screen: 'instruction-review' });
  await tools.album.take();
  await screen.tap('continue');
  await screen.waitFor({ screen: 'declare' });
  await screen.tap('submit');
  await screen.page.locator('[data-screen="receipt"] [data-state="accepted"]').waitFor();
  await finish(tools);
  expect(readGatewayLedger(gatewayData).references).toHaveLength(1);
  const everything = everythingIn(runFolder) + terminal.output();
  expect(everything).toContain('look-up.made');
  expect(everything).not.toContain(account.accountNumber);
});

test('contribution-enquiry in zh-Hant: with iAM Smart the months are shown, and an empty one opens a case', async ({
  terminal,
}) => {
  test.setTimeout(180_000);
  const tools = toolsOf(terminal, 'contribution-enquiry');
  const screen = terminal.screen();
  const { gatewayData } = terminal.environment;
  await addRecords(gatewayData, cardNumber());
  const phone = phoneAt(gatewayData);
  await choose(tools, {
    kind: 'contribution-enquiry',
    locale: 'zh-Hant',
    document: DOCUMENT,
    born: '1985-03-14',
  });
  await screen.waitFor({ screen: 'identify' });
  await layCard(tools, { ...CARD, locale: 'zh-Hant' });
  await screen.waitFor({ screen: 'look-up-offer' });
  await tools.album.take();
  await screen.tap('iam-smart');
  await screen.waitFor({ screen: 'iam-smart-code' });
  await phone('scan');
  await phone('approve', cardNumber());
  await nextPage(screen.page, 'records');
  await tools.album.take();
  expect(await screen.text('main')).toContain('未有收到紀錄：已退回僱主更正');
  await screen.tap('continue');
  await nextPage(screen.page, 'years');
  // Last year is on record whatever today is; the first months of this one may not be.
  await screen.choose(String(Number(hongKongDate(new Date().toISOString()).slice(0, 4)) - 1));
  await screen.tap('continue');
  await nextPage(screen.page, 'months');
  await tools.album.take();
  expect(await screen.text('main')).toContain('強制性 HK$');
});
