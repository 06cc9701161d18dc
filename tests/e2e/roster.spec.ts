import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalHkid, formatHkid, parseHkid } from '../../domain/identity/document/hkid.ts';
import { csvLine } from '../../domain/remittance/row/write-row.ts';
import { formQrText } from '../../domain/roster/form-code.ts';
import { readGatewayLedger } from '../../gateway/index.ts';
import { reportedDocument } from '../../hardware/devices/id-reader/simulator/documents.ts';
import { auditOf } from './support/audit.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';
import { attestAtVan, badgeOf, confirmAtVan, signInAtVan, VAN } from './support/van.ts';

/*
 * A partner's list from a folder that acts as a USB drive and a form on a worker's phone, through the real Electron, the
 * real thread that reads drives and the real gateway (docs/adr/0039).
 */
test.use({ configuration: VAN, firstPage: 'van-signed-out' });

const LISTED = { document: 'adult-01', mobile: '91234567', employer: 'Harbour Scaffolding Ltd' } as const;
/** Not on the list; brings a form. */
const UNLISTED = { document: 'adult-04', mobile: '69876543', employer: 'Peak Formwork Limited' } as const;

function numberOf(document: 'adult-01' | 'adult-02' | 'adult-03' | 'adult-04') {
  const card = reportedDocument(document);
  const parsed = parseHkid(card.kind === 'hkid' ? card.number : '');
  if (!parsed.ok) throw new Error(document);
  return parsed.value;
}
const printed = (document: Parameters<typeof numberOf>[0]): string => formatHkid(numberOf(document));
/** The last figure of the number changed: its check character does not fit any more. */
const wrongCheck = printed('adult-02').replace(/\d\(/, (figure) => (figure === '1(' ? '2(' : '1('));

const LIST = [
  ['HKID', 'Mobile', 'Language', 'Employer', 'BR number', 'Casual employee', 'Industry scheme'],
  [printed('adult-01'), LISTED.mobile, '中文', LISTED.employer, '41234567', 'yes', 'construction'],
  [wrongCheck, '91234568', '', '', '', '', ''],
  [printed('adult-03'), '9123456', '', '', '', '', ''],
]
  .map((cells) => `${csvLine(cells)}\r\n`)
  .join('');

/** From the ready page to the first question: language, notice, card. */
async function toQuestions(
  terminal: RunningTerminal,
  { document }: typeof LISTED | typeof UNLISTED,
  list: 'listed' | 'not-listed',
): Promise<void> {
  const screen = terminal.screen();
  const { simulate } = terminal.tools;
  await screen.waitFor({ screen: 'van-ready' });
  await screen.tap('start-en');
  await screen.waitFor({ screen: 'notice' });
  await screen.tap('continue');
  await screen.waitFor({ screen: 'identify' });
  await simulate({ device: 'id-reader', action: 'insert', document });
  await screen.waitFor({ screen: 'read-result' });
  await simulate({ device: 'id-reader', action: 'remove' });
  await screen.tap('continue');
  await screen.waitFor({ step: 'question.mobile' });
  await expect(screen.page.locator(`aside [data-list="${list}"]`)).toBeVisible();
}

/** The mobile that was brought stands in the field; the worker goes on from it and types it once more. */
async function confirmMobile(terminal: RunningTerminal, mobile: string): Promise<void> {
  const screen = terminal.screen();
  await expect(screen.page.locator('[data-field]')).toContainText(`${mobile.slice(0, 4)} ${mobile.slice(4)}`);
  await screen.tap('continue');
  await screen.waitFor({ step: 'question.mobile-again' });
  await expect(screen.page.locator('[data-field]')).toContainText('–––– ––––');
  await screen.key(mobile);
  await screen.tap('continue');
  await screen.waitFor({ step: 'question.employer' });
}

async function scanForm(terminal: RunningTerminal, text: string, note: string): Promise<void> {
  await terminal.tools.simulate({ device: 'badge', action: 'scan', text });
  await expect(terminal.screen().page.locator(`[data-prefill="${note}"]`)).toBeVisible();
}

test('a list with wrong rows is taken; who is on it checks what it says, who is not brings a form; both are received', async ({
  terminal,
}) => {
  test.setTimeout(180_000);
  const screen = terminal.screen();
  const { page } = screen;
  const { environment } = terminal;
  await page.setViewportSize({ width: 1280, height: 800 });
  await environment.proxy.cut();
  await signInAtVan(terminal, badgeOf('van-operator-01'));
  await screen.waitFor({ screen: 'van-plan' });
  await screen.choose('other-site');
  await screen.waitFor({ screen: 'van-stop' });
  await screen.key('SITE');
  await screen.tap('open-stop');
  await screen.waitFor({ screen: 'van-ready' });
  await expect(page.locator('[data-list="none"]')).toBeVisible();

  // Which rows stay out is said by place, on the page and beside the list; what stood there is nowhere.
  await screen.tap('workers-list');
  await screen.waitFor({ screen: 'roster-choose' });
  const drive = join(environment.drives, 'KINGSTON');
  mkdirSync(drive);
  writeFileSync(join(drive, 'workers.csv'), LIST);
  await screen.choose('workers.csv');
  await screen.waitFor({ screen: 'roster-result' });
  await expect(page.locator('[data-row="people"] dd')).toHaveText('1');
  await expect(page.locator('[data-row="held"] dd')).toHaveText('2');
  await page.screenshot({ path: test.info().outputPath('result.png') });
  await screen.choose('hkid-check-digit');
  await expect(page.locator('[data-problem="hkid-check-digit"] strong')).toHaveText(/第 3 行 A 欄/);
  await screen.tap('overview');
  await screen.tap('save-problems');
  await page.locator('[data-saved]').waitFor();
  const saved = readdirSync(drive).find((name) => name.startsWith('workers-list-problems')) ?? '';
  const problems = readFileSync(join(drive, saved), 'utf8');
  expect(problems).toMatch(/^3,A,/m);
  expect(problems).toMatch(/^4,B,/m);
  await screen.tap('continue');
  await screen.waitFor({ screen: 'roster-held' });
  await expect(page.locator('[data-row="expected"] dd')).toHaveText('1');
  await screen.tap('continue');

  await toQuestions(terminal, LISTED, 'listed');
  await expect(page.locator('[data-from="roster"]')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('mobile.png') });
  await confirmMobile(terminal, LISTED.mobile);
  await expect(page.getByText(LISTED.employer)).toBeVisible();
  // Nothing is chosen in advance.
  await expect(page.locator('[role="radio"][aria-checked="true"]')).toHaveCount(0);
  await page.screenshot({ path: test.info().outputPath('employer.png') });
  await screen.choose('mine');
  await screen.tap('continue');
  await screen.waitFor({ step: 'question.communication-language' });
  // The list's, not the language that the page is read in.
  await expect(page.locator('[data-option="zh-Hant"][aria-checked="true"]')).toBeVisible();
  await screen.tap('continue');
  await screen.waitFor({ step: 'question.optional-uses' });
  await screen.tap('continue');
  await attestAtVan(terminal);
  for (const row of ['mobile', 'communication-language', 'employer'])
    await expect(page.locator(`[data-row="${row}"]`)).toContainText('From the employer list');
  await page.screenshot({ path: test.info().outputPath('review.png') });
  await confirmAtVan(terminal);
  const references = [(await screen.text('[data-reference]')).trim()];
  await screen.tap('done');

  await toQuestions(terminal, UNLISTED, 'not-listed');
  await expect(page.locator('[data-from]')).toHaveCount(0);
  await expect(page.locator('[data-field]')).toContainText('–––– ––––');
  const brought = {
    ...{ mobile: UNLISTED.mobile, language: null },
    employment: { employer: UNLISTED.employer },
  };
  await scanForm(
    terminal,
    formQrText(canonicalHkid(numberOf('adult-01')), { ...brought, mobile: LISTED.mobile }),
    'qr-other-person',
  );
  await expect(page.locator('[data-field]')).toContainText('–––– ––––');
  await scanForm(terminal, `${formQrText('Z', brought)}0`, 'qr-damaged');
  await scanForm(terminal, formQrText(canonicalHkid(numberOf('adult-04')), brought), 'qr-used');
  await expect(page.locator('[data-from="qr"]')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('form.png') });
  await confirmMobile(terminal, UNLISTED.mobile);
  await expect(page.getByText(UNLISTED.employer)).toBeVisible();
  await screen.choose('not-mine');
  await screen.tap('continue');
  await screen.waitFor({ step: 'question.communication-language' });
  await screen.choose('en');
  await screen.tap('continue');
  await screen.waitFor({ step: 'question.optional-uses' });
  await screen.tap('continue');
  await attestAtVan(terminal);
  await expect(page.locator('[data-row="mobile"]')).toContainText('From your form');
  await expect(page.getByText(UNLISTED.employer)).toHaveCount(0);
  await confirmAtVan(terminal);
  references.push((await screen.text('[data-reference]')).trim());
  await screen.tap('done');

  await screen.waitFor({ screen: 'van-ready' });
  await expect(page.locator('[data-list="held"]')).toContainText(/1\D+1\D+0/);
  await environment.proxy.restore();
  await expect
    .poll(
      () =>
        readGatewayLedger(environment.gatewayData).references.map(({ reference, outcome, count }) => ({
          ...{ reference, state: outcome.state, count },
        })),
      { timeout: 30_000 },
    )
    .toEqual(references.map((reference) => ({ reference, state: 'accepted', count: 1 })));

  // The list goes with the stop.
  await screen.tap('close-stop');
  await screen.waitFor({ screen: 'van-close' });
  await screen.tap('close-stop-confirm');
  await screen.waitFor({ screen: 'van-plan' });
  const audited = auditOf(terminal);
  expect(audited.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['roster.taken', 'roster.removed']),
  );
  const canaries = [
    ...(['adult-01', 'adult-03', 'adult-04'] as const).map((name) => numberOf(name).body),
    ...[wrongCheck.slice(0, -3), LISTED.mobile, UNLISTED.mobile, LISTED.employer, UNLISTED.employer],
  ];
  for (const text of [problems, terminal.output(), JSON.stringify(audited)])
    expect(canaries.filter((one) => text.includes(one))).toEqual([]);
});
