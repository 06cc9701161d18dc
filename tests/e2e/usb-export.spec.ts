import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { bundleFolderName } from '../../domain/wire/bundle.ts';
import { DEVELOPMENT_TERMINAL, PROJECT } from '../../scripts/dev/environment.ts';
import { findPersonalData } from '../support/personal-data.ts';
import { auditOf } from './support/audit.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';
import { badgeOf, expectGloves, openStop, serve, signInAtVan, VAN, WORKERS } from './support/van.ts';

/*
 * A van that has no network: what it kept goes to the office on a folder that stands for a USB drive, through the real
 * Electron and the queue's real thread, is taken in by the platform's own import, and the receipts are read back.
 */
test.use({ configuration: VAN, firstPage: 'van-signed-out' });

const run = promisify(execFile);
const broughtSchema = z.object({ taken: z.number(), dayReports: z.number(), dayReportsRefused: z.number() });

/** The office reads the drive in, with the program that it has for it. */
async function bring(gatewayData: string, drive: string): Promise<z.infer<typeof broughtSchema>> {
  const command = [join(PROJECT, 'gateway/import/main.ts'), '--data', gatewayData, drive];
  const { stdout } = await run(process.execPath, command);
  return broughtSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}

async function openDrivePage(terminal: RunningTerminal): Promise<void> {
  const screen = terminal.screen();
  await screen.tap('staff-status');
  await screen.waitFor({ overlay: 'staff-status' });
  await screen.tap('to-drive');
  await screen.waitFor({ overlay: 'transfer' });
}

test('an operator takes two workers’ forms and the day’s report home on a drive, and reads the receipts back', async ({
  terminal,
}) => {
  test.setTimeout(240_000);
  const screen = terminal.screen();
  const { environment } = terminal;
  const { page } = screen;
  await environment.proxy.cut();
  await page.setViewportSize({ width: 1280, height: 800 });
  await signInAtVan(terminal, badgeOf('van-operator-01'));
  await openStop(terminal);
  for (const worker of WORKERS) await serve(terminal, worker);
  await screen.waitFor({ screen: 'van-ready' });
  await screen.tap('close-stop');
  await screen.waitFor({ screen: 'van-close' });
  await screen.tap('close-stop-confirm');
  await screen.waitFor({ screen: 'van-plan' });
  await screen.tap('end-day');
  await screen.waitFor({ screen: 'day-tally' });
  await screen.tap('close-day');
  await screen.waitFor({ screen: 'day-report' });

  // From the report of the day; no drive is in yet, then one is, with somebody's unfinished export of before on it.
  await screen.tap('to-drive');
  await screen.waitFor({ overlay: 'transfer' });
  await expect(page.locator('[data-action="export"]')).toHaveCount(0);
  const drive = join(environment.drives, 'OFFICE');
  const half = join(
    drive,
    `${bundleFolderName(DEVELOPMENT_TERMINAL, '01997d2e-7a10-7000-8000-000000000001')}.unfinished`,
  );
  mkdirSync(half, { recursive: true });
  writeFileSync(join(half, 'part-0001.sealed'), 'half');
  await expect(page.locator('[data-drive="OFFICE"]')).toBeVisible();
  await expectGloves(terminal);
  await screen.tap('export');
  await screen.waitFor({ overlay: 'transfer-exported' });
  await expect(page.locator('[data-exported="2"]')).toBeVisible();
  await expectGloves(terminal);
  expect(existsSync(half)).toBe(false);
  const [folder = ''] = readdirSync(drive);
  await expect(page.locator('[data-folder]')).toHaveAttribute('data-folder', folder);
  const canaries = WORKERS.flatMap(({ contact }) => (contact.channel === 'mobile' ? [contact.mobile] : []));
  expect(findPersonalData(drive, canaries)).toEqual([]);

  // Nobody has read it in: there are no receipts on it.
  await screen.tap('staff-cancel');
  await screen.waitFor({ overlay: 'transfer' });
  await screen.tap('read-receipts');
  await screen.waitFor({ overlay: 'transfer-received' });
  await expect(page.locator('[data-fault="receipts-missing"]')).toBeVisible();
  await screen.tap('staff-cancel');

  expect(await bring(environment.gatewayData, drive)).toEqual({
    taken: 2,
    dayReports: 1,
    dayReportsRefused: 0,
  });

  await screen.waitFor({ overlay: 'transfer' });
  await expect(page.locator('[data-waiting]')).toHaveAttribute('data-waiting', '2');
  await screen.tap('read-receipts');
  await screen.waitFor({ overlay: 'transfer-received' });
  await expect(page.locator('[data-received="2"]')).toBeVisible();
  await expect(page.locator('[data-waiting]')).toHaveAttribute('data-waiting', '0');
  await expect(page.locator('[data-reports]')).toHaveCount(0);

  // Nothing waits any more: nothing is written.
  await screen.tap('staff-cancel');
  await screen.waitFor({ overlay: 'transfer' });
  await screen.tap('export');
  await screen.waitFor({ overlay: 'transfer-exported' });
  await expect(page.locator('[data-fault="nothing-pending"]')).toBeVisible();
  await screen.tap('staff-cancel');
  await screen.waitFor({ overlay: 'transfer' });
  await screen.tap('staff-cancel');
  await screen.waitFor({ screen: 'van-signed-out', overlay: '' });

  const audited = auditOf(terminal);
  expect(audited.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['export.started', 'export.completed', 'import.completed']),
  );
  expect(canaries.filter((one) => JSON.stringify(audited).includes(one))).toEqual([]);
});

test('the drive is pulled out in the middle: nothing counts as exported, and the next drive takes everything', async ({
  terminal,
}) => {
  test.setTimeout(240_000);
  const screen = terminal.screen();
  const { environment } = terminal;
  const { page } = screen;
  await environment.proxy.cut();
  await page.setViewportSize({ width: 1280, height: 800 });
  const drive = join(environment.drives, 'OFFICE');
  mkdirSync(drive);
  await signInAtVan(terminal, badgeOf('van-operator-01'));
  await openStop(terminal);
  for (const worker of WORKERS.slice(0, 1)) await serve(terminal, worker);
  await screen.waitFor({ screen: 'van-ready' });
  await openDrivePage(terminal);
  await expect(page.locator('[data-drive="OFFICE"]')).toBeVisible();

  // As soon as the first byte of a bundle is there, the drive is gone.
  let pulled = false;
  const watch = setInterval(() => {
    if (pulled || readdirSync(drive).length === 0) return;
    pulled = true;
    renameSync(drive, join(environment.runFolder, 'pulled'));
  }, 1);
  try {
    await screen.tap('export');
    await screen.waitFor({ overlay: 'transfer-exported' });
  } finally {
    clearInterval(watch);
  }
  expect(pulled).toBe(true);
  await expect(page.locator('[data-fault="drive-gone"]')).toBeVisible();

  await screen.tap('staff-cancel');
  await screen.waitFor({ overlay: 'transfer' });
  await expect(page.locator('[data-waiting]')).toHaveAttribute('data-waiting', '1');
  mkdirSync(drive);
  await expect(page.locator('[data-drive="OFFICE"]')).toBeVisible();
  await screen.tap('export');
  await screen.waitFor({ overlay: 'transfer-exported' });
  await expect(page.locator('[data-exported="1"]')).toBeVisible();
  expect((await bring(environment.gatewayData, drive)).taken).toBe(1);

  // The network is back before the receipts: it counts once, and receipts that come late change nothing.
  await environment.proxy.restore();
  await screen.tap('staff-cancel');
  await screen.waitFor({ overlay: 'transfer' });
  await expect(page.locator('[data-waiting]')).toHaveAttribute('data-waiting', '0', { timeout: 20_000 });
  await screen.tap('read-receipts');
  await screen.waitFor({ overlay: 'transfer-received' });
  await expect(page.locator('[data-received="0"] [data-row="known"] dd').first()).toHaveText('1');
});
