import { rmSync } from 'node:fs';
import { readGatewayLedger } from '../../gateway/index.ts';
import { endingOf, needsIamSmart } from '../../domain/catalogue/ending.ts';
import { INSTRUCTION_KINDS, KIND_FACTS } from '../../domain/kinds/kinds.ts';
import { LOCALES } from '../../domain/locale.ts';
import { phoneAt, signInWithIamSmart } from '../../scripts/demo/iam-smart.ts';
import { answerPages, answersOf, choose, type Instructed } from '../../scripts/demo/instruction.ts';
import { createAlbum } from '../../scripts/demo/album.ts';
import { attest, finish, layCard, type VisitTools } from '../../scripts/demo/visit.ts';
import {
  SIMULATED_DOCUMENTS,
  type SimulatedCard,
} from '../../hardware/devices/id-reader/simulator/documents.ts';
import { expect, test } from './support/terminal.ts';

/*
 * Every kind of instruction through the real Electron and the real gateway. Every page is photographed in both
 * languages. `npm run every-kind` goes through each kind in both; `npm test` through one of each ending.
 */
const EVERY_KIND = process.env['EMPF_EVERY_KIND'] === '1';
const SHORT: readonly string[] = [
  'call-back en',
  'fund-switch zh-Hant',
  'benefit-withdrawal zh-Hant',
  'particulars-change en',
];
const ALBUM = 'artifacts/instructions';

rmSync(ALBUM, { recursive: true, force: true });

/** Whoever takes money out is old enough, whoever pays in young enough. */
const OLD = { document: 'adult-02', born: '1958-12-31' } as const;
const YOUNG = { document: 'adult-01', born: '1985-03-14' } as const;

for (const kind of INSTRUCTION_KINDS) {
  for (const locale of LOCALES) {
    if (!EVERY_KIND && !SHORT.includes(`${kind} ${locale}`)) continue;
    const instructed: Instructed = { kind, locale, ...(kind === 'benefit-withdrawal' ? OLD : YOUNG) };
    const { how } = endingOf(kind, true);

    test(`${kind} in ${locale}: ${how === 'prepare' ? 'prepared, and nothing is kept' : 'received'}`, async ({
      terminal,
    }) => {
      test.setTimeout(180_000);
      const tools: VisitTools = {
        ...terminal.tools,
        album: createAlbum(`${ALBUM}/${kind}`, () => terminal.screen()),
      };
      const screen = terminal.screen();
      await choose(tools, instructed);
      if (KIND_FACTS[kind].assurance > 0) {
        await screen.waitFor({ screen: 'identify' });
        await layCard(tools, { visit: 1, locale, document: instructed.document, contact: MOBILE });
      }
      await answerPages(tools, instructed, answersOf(instructed));
      if (needsIamSmart(kind)) {
        const phone = phoneAt(terminal.environment.gatewayData);
        await signInWithIamSmart(tools, phone, numberOn(instructed.document));
      } else if ((await screen.shown()).screen === 'staff-needed') {
        await attest(tools, 'instruction-review');
      }
      await screen.waitFor({ screen: 'instruction-review' });
      await tools.album.take();
      await screen.tap('continue');
      if (how === 'prepare') {
        await screen.waitFor({ screen: 'prepared' });
        await tools.album.take();
        await finish(tools);
        expect(readGatewayLedger(terminal.environment.gatewayData).references).toEqual([]);
        return;
      }
      await screen.waitFor({ screen: 'declare' });
      await tools.album.take();
      await screen.tap('submit');
      await screen.page.locator('[data-screen="receipt"] [data-state="accepted"]').waitFor();
      const reference = (await screen.text('[data-reference]')).trim();
      await finish(tools);
      const ledger = readGatewayLedger(terminal.environment.gatewayData).references;
      expect(ledger.map((entry) => entry.reference)).toEqual([reference]);
    });
  }
}

/** Who has no iAM Smart, or somebody else's: nothing is submitted. */
test('a withdrawal in en: another person’s phone is refused in plain words, and it is only prepared', async ({
  terminal,
}) => {
  test.setTimeout(180_000);
  const tools = {
    ...terminal.tools,
    album: createAlbum(`${ALBUM}/without-iam-smart`, () => terminal.screen()),
  };
  const screen = terminal.screen();
  const instructed: Instructed = { kind: 'benefit-withdrawal', locale: 'en', ...OLD };
  await choose(tools, instructed);
  await screen.waitFor({ screen: 'identify' });
  await layCard(tools, { visit: 1, locale: 'en', document: OLD.document, contact: MOBILE });
  await answerPages(tools, instructed, answersOf(instructed));
  await screen.waitFor({ screen: 'staff-needed' });
  await screen.tap('iam-smart');
  await screen.waitFor({ screen: 'iam-smart-code' });
  await phoneAt(terminal.environment.gatewayData)('approve', numberOn(YOUNG.document));
  await screen.waitFor({ screen: 'iam-smart-stopped' });
  await tools.album.take();
  const words = await screen.text('[data-screen]');
  for (const document of [OLD.document, YOUNG.document])
    expect(words).not.toContain(numberOn(document).slice(0, -1));
  await screen.tap('back');
  await screen.waitFor({ screen: 'staff-needed' });
  await screen.tap('prepare-only');
  await screen.waitFor({ screen: 'instruction-review' });
  await screen.tap('continue');
  await screen.waitFor({ screen: 'prepared' });
  await tools.album.take();
  await finish(tools);
  expect(readGatewayLedger(terminal.environment.gatewayData).references).toEqual([]);
});

/** The invented number on one of the simulator's cards. */
function numberOn(name: string): string {
  const cards: Readonly<Record<string, SimulatedCard>> = SIMULATED_DOCUMENTS;
  const card = cards[name];
  if (card?.reads !== 'document' || card.document.kind !== 'hkid') throw new Error(`no card ${name}`);
  return card.document.number;
}

const MOBILE = { channel: 'mobile', mobile: '61234567' } as const;
