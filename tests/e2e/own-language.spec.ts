/// <reference lib="dom" />
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import { DEMO_BADGES, DEMO_PINS } from '../../gateway/index.ts';
import { MEMBERS } from '../../scripts/demo/people.ts';
import { addSampleNotices } from '../../scripts/dev/sample-notices.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

test.use({
  configuration: {
    profile: 'van',
    display: { diagonalInches: 13.3 },
    window: { kiosk: false, width: 1280, height: 800 },
  },
  firstPage: 'van-signed-out',
});

const WORKER = MEMBERS.find(({ contact }) => contact.channel === 'mobile');
const OPERATOR = { badge: DEMO_BADGES['van-operator-01'], pin: DEMO_PINS['van-operator-01'] };

async function toLanguages(terminal: RunningTerminal): Promise<void> {
  const screen = terminal.screen();
  await screen.page.setViewportSize({ width: 1280, height: 800 });
  await expect(async () => {
    await terminal.tools.simulate({ device: 'badge', action: 'scan', text: OPERATOR.badge });
    await expect(screen.page.locator('[data-overlay="staff-pin"]')).toBeAttached({ timeout: 1_000 });
  }).toPass();
  await screen.key(OPERATOR.pin);
  await screen.tap('staff-sign-in');
  await screen.waitFor({ screen: 'van-plan' });
  await screen.choose('other-site');
  await screen.waitFor({ screen: 'van-stop' });
  await screen.key('SITE ');
  await screen.choose('lane-B');
  await screen.tap('open-stop');
  await screen.waitFor({ screen: 'van-ready' });
  await screen.tap('other-language');
  await screen.waitFor({ screen: 'van-language' });
}

/** The recording has come and was checked. */
async function untilFetched(terminal: RunningTerminal): Promise<void> {
  const folder = join(terminal.environment.terminalData, 'notices');
  await expect(() => expect(readdirSync(folder)).toHaveLength(1)).toPass({ timeout: 30_000 });
}

/** What the page's own player is doing. */
function player(terminal: RunningTerminal) {
  return terminal.screen().page.evaluate(() => {
    const [audio, ...more] = document.querySelectorAll('audio');
    return audio === undefined
      ? null
      : { paused: audio.paused, at: audio.currentTime, lasts: audio.duration, others: more.length };
  });
}

/** The faces of the workers' own scripts that the page has taken in from the program's files. */
function ownLetters(terminal: RunningTerminal): Promise<string[]> {
  return terminal
    .screen()
    .page.evaluate(() =>
      [...document.fonts]
        .filter(({ family, status }) => !family.includes('Noto Sans HK') && status === 'loaded')
        .map(({ family, weight }) => `${family.replaceAll('"', '')} ${weight}`),
    );
}

/** There is no sound device where this runs: the page is told that there is one, and Chromium plays into nothing. */
async function giveItADevice(terminal: RunningTerminal): Promise<void> {
  await terminal.screen().page.evaluate(() => {
    navigator.mediaDevices.enumerateDevices = () =>
      Promise.resolve([{ kind: 'audiooutput' } as MediaDeviceInfo]);
  });
}

test('a worker hears the notice in their own language to its end, answers each consent, and it is kept', async ({
  terminal,
}) => {
  test.setTimeout(180_000);
  if (WORKER?.contact.channel !== 'mobile') throw new Error('nobody to serve');
  const screen = terminal.screen();
  await addSampleNotices(terminal.environment.gatewayData, ['ne']);
  await untilFetched(terminal);
  await terminal.environment.proxy.cut();
  // Nobody waits at the start for letters that few will read.
  expect(await ownLetters(terminal)).toEqual([]);
  await toLanguages(terminal);
  await expect(screen.page.locator('[data-action="own-ne"] [data-letters="there"]')).toBeVisible();
  await screen.tap('own-ne');
  await screen.waitFor({ screen: 'own-language' });
  await giveItADevice(terminal);
  await expect(screen.page.locator('[data-own-words][data-letters="there"]')).toHaveAttribute('lang', 'ne');
  expect(await ownLetters(terminal)).toEqual(['Noto Sans Devanagari 500', 'Noto Sans Devanagari 700']);
  expect(await player(terminal)).toMatchObject({ paused: true, others: 0 });

  await screen.tap('notice-play');
  await expect(() => expect(player(terminal)).resolves.toMatchObject({ paused: false })).toPass();
  await expect(async () => expect((await player(terminal))?.at ?? 0).toBeGreaterThan(0.5)).toPass();
  // The operator's badge covers it: silence, and it goes on where it was.
  await terminal.tools.simulate({ device: 'badge', action: 'scan', text: OPERATOR.badge });
  await screen.waitFor({ overlay: 'staff-pin' });
  await expect(() => expect(player(terminal)).resolves.toMatchObject({ paused: true })).toPass();
  await screen.tap('staff-cancel');
  await screen.waitFor({ overlay: '' });
  await screen.tap('notice-play');
  await screen.page.locator('[data-action="heard"]').waitFor({ timeout: 60_000 });
  await screen.tap('heard');

  await screen.waitFor({ screen: 'identify' });
  expect(await player(terminal)).toBeNull();
  await terminal.tools.simulate({ device: 'id-reader', action: 'insert', document: WORKER.document });
  await screen.waitFor({ screen: 'read-result' });
  await terminal.tools.simulate({ device: 'id-reader', action: 'remove' });
  await screen.tap('continue');
  for (const step of ['mobile', 'mobile-again']) {
    await screen.waitFor({ step: `question.${step}` });
    await screen.key(WORKER.contact.mobile);
    await screen.tap('continue');
  }
  await screen.waitFor({ step: 'question.communication-language' });
  await screen.choose('en');
  await screen.tap('continue');
  await screen.waitFor({ screen: 'staff-needed' });
  await screen.tap('attest-here');
  await screen.waitFor({ screen: 'attest' });
  for (const feature of SECURITY_FEATURES) await screen.choose(feature);
  await screen.tap('continue');
  await screen.tap('face-same');
  await screen.tap('attest-sign');
  await screen.waitFor({ screen: 'review' });
  await screen.tap('hand-back');
  await screen.waitFor({ overlay: 'staff-work' });
  await screen.tap('confirm-touched');
  await screen.waitFor({ screen: 'review', overlay: '' });
  await screen.tap('continue');
  await screen.waitFor({ step: 'own-language.service-survey' });
  await screen.tap('refuse');
  await screen.waitFor({ step: 'own-language.mpf-education' });
  await screen.tap('agree');
  await screen.waitFor({ step: 'own-language.declaration' });
  await screen.tap('read');
  await screen.waitFor({ screen: 'declare' });
  await expect(screen.page.locator('[data-own-words]')).toHaveAttribute('lang', 'ne');
  await screen.tap('submit');
  await screen.page.locator('[data-screen="receipt"] [data-state="kept"]').waitFor();
  await screen.tap('done');
  await screen.waitFor({ screen: 'van-ready' });

  // Home again: the gateway holds what was put to the member against what was signed off, and has nothing to say.
  await terminal.environment.proxy.restore();
  await expect(screen.page.locator('[data-connection="online"]').first()).toBeAttached({ timeout: 20_000 });
});

test('without a sound device, and with a damaged recording, the words remain and the page says so', async ({
  terminal,
}) => {
  test.setTimeout(120_000);
  const screen = terminal.screen();
  await addSampleNotices(terminal.environment.gatewayData, ['ur']);
  await untilFetched(terminal);
  await terminal.environment.proxy.cut();
  await toLanguages(terminal);
  await screen.tap('own-ur');
  await screen.waitFor({ screen: 'own-language' });
  await expect(screen.page.locator('[data-own-words][data-letters="there"]')).toHaveAttribute('dir', 'rtl');
  expect(await ownLetters(terminal)).toContain('Noto Nastaliq Urdu 500');
  await screen.tap('notice-play');
  await expect(screen.page.locator('[data-screen="own-language"]')).toContainText('錄音未能播放到完', {
    timeout: 10_000,
  });
  expect(await player(terminal)).toMatchObject({ paused: true });
  await screen.page.locator('[data-action="read"]').waitFor();

  await screen.tap('leave');
  await screen.tap('leave-confirm');
  await screen.waitFor({ screen: 'van-ready' });
  const folder = join(terminal.environment.terminalData, 'notices');
  const [file = ''] = readdirSync(folder);
  writeFileSync(join(folder, file), 'somebody else spoke here');
  await screen.tap('other-language');
  await expect(screen.page.locator('[data-action="own-ur"]')).toContainText('錄音已損壞');
  await screen.tap('own-ur');
  await screen.waitFor({ screen: 'own-language' });
  await expect(screen.page.locator('[data-action="notice-play"]')).toHaveCount(0);
  await screen.tap('read');
  await screen.waitFor({ screen: 'identify' });
});
