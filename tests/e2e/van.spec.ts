import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findPersonalData } from '../support/personal-data.ts';
import { readPdf } from './support/pdf.ts';
import { expect, test } from './support/terminal.ts';
import { badgeOf, openStop, serve, signInAtVan, VAN, WORKERS } from './support/van.ts';

test.use({ configuration: VAN, firstPage: 'van-signed-out' });

const OPERATOR = badgeOf('van-operator-01');

test('a stop is opened, two workers are served without a network, the day is closed with a printed report', async ({
  terminal,
}) => {
  test.setTimeout(120_000);
  const screen = terminal.screen();
  const { environment } = terminal;
  await environment.proxy.cut();
  // The virtual display is a kiosk's; the page is laid out and measured as on a van's.
  await screen.page.setViewportSize({ width: 1280, height: 800 });
  await signInAtVan(terminal, OPERATOR);

  await openStop(terminal);
  for (const worker of WORKERS) await serve(terminal, worker);

  await screen.waitFor({ screen: 'van-ready' });
  await expect(screen.page.locator('[data-part="number"]')).toContainText('B003');
  await screen.tap('close-stop');
  await screen.waitFor({ screen: 'van-close' });
  await screen.tap('close-stop-confirm');
  await screen.waitFor({ screen: 'van-plan' });
  await screen.tap('end-day');
  await screen.waitFor({ screen: 'day-tally' });
  await expect(screen.page.locator('[data-row="sessions"] dd').first()).toHaveText('2');
  await expect(screen.page.locator('[data-row="submitted"] dd').first()).toHaveText('2');
  await screen.tap('close-day');
  await screen.waitFor({ screen: 'day-report' });
  await expect(screen.page.locator('[data-waiting]')).toHaveAttribute('data-waiting', '2');
  // The report waits with them, for the network or a drive.
  await expect(screen.page.locator('[data-reports]')).toHaveAttribute('data-reports', '1');
  await screen.tap('print-report');
  await expect(screen.page.locator('[data-print]')).toHaveAttribute('data-print', 'printed');

  const sheet = readdirSync(environment.spool).find((name) => name.includes('day-report')) ?? '';
  const { text } = readPdf(join(environment.spool, sheet));
  expect(text.replaceAll(/\s/g, '')).toContain('SITE7(B)');
  const canaries = WORKERS.flatMap(({ contact }) => (contact.channel === 'mobile' ? [contact.mobile] : []));
  expect(findPersonalData(environment.spool, canaries)).toEqual([]);
  expect(canaries.filter((one) => terminal.output().includes(one))).toEqual([]);

  await screen.tap('done');
  await screen.waitFor({ screen: 'van-signed-out' });

  // Who else may do what in a van.
  await signInAtVan(terminal, badgeOf('assistant-01'), 'staff-status');
  await screen.tap('staff-cancel');
  await screen.waitFor({ screen: 'van-signed-out' });
  await signInAtVan(terminal, badgeOf('officer-01'));
  await screen.waitFor({ screen: 'day-tally' });
  await screen.tap('back');
  await screen.waitFor({ screen: 'van-signed-out' });
  await signInAtVan(terminal, badgeOf('supervisor-01'));
  await screen.waitFor({ screen: 'van-plan' });
  await screen.choose('other-site');
  await screen.waitFor({ screen: 'van-stop' });
  await screen.tap('back');
  await screen.waitFor({ screen: 'van-plan' });

  // Home again: what was kept goes by itself, the report on its own way.
  await environment.proxy.restore();
  await expect(screen.page.locator('[data-connection="online"]').first()).toBeAttached({ timeout: 20_000 });
  await expect(screen.page.locator('[data-reports]')).toHaveCount(0, { timeout: 20_000 });
});
