import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import type { Facts } from '../../domain/catalogue/definition.ts';
import { pagesFor } from '../../domain/catalogue/pages.ts';
import type { Run } from '../../domain/catalogue/testing/answering.ts';
import { checkCompanyList } from '../../domain/company-list/check-list.ts';
import { type CompanyCells, listFile } from '../../domain/company-list/list.fixture.ts';
import type { Locale } from '../../domain/locale.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { hongKongDate } from '../../domain/time.ts';
import { readGatewayLedger } from '../../gateway/index.ts';
import { createAlbum } from '../../scripts/demo/album.ts';
import { answerPages, choose, type Instructed } from '../../scripts/demo/instruction.ts';
import { attest, finish, layCard, type VisitTools } from '../../scripts/demo/visit.ts';
import { expect, test } from './support/terminal.ts';

/*
 * A group's list from a folder that acts as a USB drive, through the real Electron, the real thread that reads drives and
 * the real gateway: two companies stay out, with their list of problems on the drive, and the others are registered.
 */
const ALBUM = 'artifacts/company-list';
rmSync(ALBUM, { recursive: true, force: true });

const locale: Locale = 'zh-Hant';
const MOBILE = { channel: 'mobile', mobile: '61234567' } as const;
const ANSWERS = {
  ...{ standing: 'existing', way: 'list', 'by-itself': 'read' },
  ...{ 'list-role': 'company-authorised', 'list-route': 'company-papers' },
  ...{ 'list-papers': 'business-registration,incorporation,appointment-form' },
  ...{ 'answer-by': 'email', 'answer-email': 'office@example.hk', 'answer-language': 'zh-Hant' },
};

function run(answers: Facts['answers']): Run {
  const now = new Date().toISOString();
  const facts: Facts = {
    ...{ answers, identified: null, online: true, now, today: hongKongDate(now) },
    data: EMBEDDED_REFERENCE_DATA,
  };
  const pages = pagesFor(definitionOf('employer-registration'), facts).map(({ id }) => id);
  return { facts, pages, stuckAt: null };
}

const open: CompanyCells = { role: '', route: '', 'document-date': '' };
const group = Array.from({ length: 13 }, (_, at): CompanyCells => ({
  ...open,
  'company-name': `Sunrise ${String(at + 1)} Limited`,
  'br-number': String(61_000_000 + at),
}));
const wrong = group.map((company, at): CompanyCells =>
  at === 4 ? { ...company, 'br-number': '6100' } : at === 9 ? { ...company, form: 'club' } : company,
);

test('a group of thirteen companies by list: eleven are registered, two stay out with the reason', async ({
  terminal,
}) => {
  test.setTimeout(240_000);
  const { drives, gatewayData } = terminal.environment;
  const screen = terminal.screen();
  const tools: VisitTools = { ...terminal.tools, album: createAlbum(ALBUM, () => terminal.screen()) };
  const instructed: Instructed = {
    kind: 'employer-registration',
    locale,
    document: 'adult-01',
    born: '1985-03-14',
  };
  await choose(tools, instructed);
  await screen.waitFor({ screen: 'identify' });
  await layCard(tools, { visit: 1, locale, document: 'adult-01', contact: MOBILE });
  await answerPages(tools, instructed, run(ANSWERS));

  await screen.waitFor({ screen: 'file-choose' });
  const drive = join(drives, 'KINGSTON');
  mkdirSync(drive, { recursive: true });
  writeFileSync(join(drive, '公司名單.csv'), listFile(...wrong));
  await screen.choose('公司名單.csv');
  await screen.waitFor({ screen: 'companies-result' });
  await tools.album.take();
  await screen.tap('save-problems');
  await screen.page.locator('[data-saved]').waitFor();
  const [saved = ''] = readdirSync(drive).filter((name) => name.startsWith('company-list-problems'));
  const problems = readFileSync(join(drive, saved), 'utf8');
  expect(problems).toContain('6,B,');
  expect(problems).toContain('11,C,');
  expect(problems).not.toContain('Sunrise');
  await screen.tap('continue');

  // Which papers are asked follows from the companies.
  const bytes = new TextEncoder().encode(listFile(...wrong));
  const today = hongKongDate(new Date().toISOString());
  const { list } = checkCompanyList(bytes, 'd'.repeat(43), { standing: 'existing', today });
  expect([list?.companies.length, list?.leftOut]).toEqual([11, 2]);
  await answerPages(tools, instructed, run({ ...ANSWERS, companies: JSON.stringify(list) }));
  if ((await screen.shown()).screen === 'staff-needed') await attest(tools, 'instruction-review');
  await screen.waitFor({ screen: 'instruction-review' });
  await tools.album.take();
  await screen.choose('listed');
  await screen.page.locator('[data-listed="1"]').waitFor();
  await screen.page.screenshot({ path: `${ALBUM}/listed.png` });
  await screen.tap('overview');
  await screen.tap('continue');
  await screen.waitFor({ screen: 'declare' });
  await screen.tap('submit');
  await screen.page.locator('[data-screen="receipt"]').waitFor();
  const reference = (await screen.text('[data-reference]')).trim();
  await tools.album.take();
  await finish(tools);
  await expect
    .poll(() => readGatewayLedger(gatewayData).references.map((entry) => [entry.reference, entry.outcome]))
    .toEqual([[reference, { state: 'accepted' }]]);
});
