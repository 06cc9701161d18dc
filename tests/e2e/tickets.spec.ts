import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Locale } from '../../domain/locale.ts';
import { PROJECT } from '../../scripts/dev/environment.ts';
import { auditOf } from './support/audit.ts';
import { readPdf } from './support/pdf.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

// Two visits and a start take half a minute, and longer where the machine does something else as well.
test.describe.configure({ timeout: 180_000 });

const PLACE = 'station-kwun-tong';
test.use({ placeId: PLACE, delays: { session: { ticketLook: 500 } } });

/** A command at the gateway's machine, while it runs. */
function gateway({ environment }: RunningTerminal, ...words: readonly string[]): unknown {
  const said = execFileSync(
    process.execPath,
    [join(PROJECT, 'gateway/main.ts'), ...words, '--data', environment.gatewayData],
    { encoding: 'utf8' },
  );
  return JSON.parse(said.split('\n')[0] ?? 'null');
}

const bookingSchema = z.object({ reference: z.string(), qr: z.string() });
function book(terminal: RunningTerminal, when: string): z.infer<typeof bookingSchema> {
  return bookingSchema.parse(gateway(terminal, 'bookings', 'add', PLACE, 'enquiry', when));
}
const numberShown = async (terminal: RunningTerminal): Promise<string> =>
  (await terminal.screen().page.locator('[data-ticket-number]').getAttribute('data-ticket-number')) ?? '';

async function connected(terminal: RunningTerminal): Promise<void> {
  await terminal.screen().page.locator('[data-online]').first().waitFor({ state: 'attached' });
}

async function take(terminal: RunningTerminal, locale: Locale, purpose: string): Promise<string> {
  const screen = terminal.screen();
  const { album } = terminal.tools;
  await connected(terminal);
  await screen.tap(`ticket-${locale}`);
  await screen.waitFor({ screen: 'ticket-choice' });
  await album.take();
  await screen.tap('ticket-take');
  await screen.waitFor({ screen: 'ticket-purpose' });
  await album.take();
  await screen.tap(`ticket-for-${purpose}`);
  await screen.waitFor({ screen: 'ticket' });
  await album.take();
  return numberShown(terminal);
}

async function clear(terminal: RunningTerminal): Promise<void> {
  const screen = terminal.screen();
  await screen.tap('done');
  await screen.waitFor({ screen: 'attract' });
}

test('a ticket is taken in Chinese and printed; its page shows that others are called, and then it', async ({
  terminal,
}) => {
  const screen = terminal.screen();
  expect(await take(terminal, 'zh-Hant', 'registration')).toBe('A001');
  await clear(terminal);
  expect(await take(terminal, 'zh-Hant', 'employer')).toBe('E001');
  await expect(screen.page.locator('[data-ahead="1"]')).toBeVisible();

  await screen.tap('print-queue-ticket');
  await screen.waitFor({ overlay: 'print-done' });
  await terminal.tools.album.take();
  await screen.tap('print-close');
  await screen.waitFor({ overlay: '' });
  const [printed = ''] = readdirSync(terminal.environment.spool).filter((name) => name.endsWith('.pdf'));
  const { text } = readPdf(join(terminal.environment.spool, printed));
  expect(text).toContain('E001');

  // While the page stands, another counter calls: nobody has to touch anything.
  gateway(terminal, 'tickets', 'call', PLACE, '2');
  await expect(screen.page.locator('[data-ahead="0"]')).toBeVisible();
  await terminal.tools.album.take();
  gateway(terminal, 'tickets', 'call', PLACE, '3');
  await expect(screen.page.locator('[data-state="called"]')).toBeVisible();
  await terminal.tools.album.take();
  await clear(terminal);

  const entries = auditOf(terminal).filter(({ event }) => event === 'ticket.asked');
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.filter(({ entry }) => /A001|E001/.test(entry))).toEqual([]);
});

test('an appointment is checked in with its QR code from the attract page, once', async ({ terminal }) => {
  const screen = terminal.screen();
  const { qr, reference } = book(terminal, '+5');
  await connected(terminal);
  await terminal.tools.simulate({ device: 'badge', action: 'scan', text: qr });
  await screen.waitFor({ screen: 'ticket' });
  await terminal.tools.album.take();
  const number = await numberShown(terminal);
  expect(number).toBe('D001');
  await clear(terminal);

  await screen.tap('ticket-en');
  await screen.waitFor({ screen: 'ticket-choice' });
  await screen.tap('ticket-appointment');
  await screen.waitFor({ screen: 'ticket-reference' });
  await screen.key(reference.replace(' ', ''));
  await terminal.tools.album.take();
  await screen.tap('continue');
  await screen.waitFor({ screen: 'ticket-trouble' });
  await terminal.tools.album.take();
  await expect(screen.page.locator('[data-fault="used"]')).toBeVisible();
  expect(await screen.page.locator('main, body').first().innerText()).toContain(number);
});

test('an appointment of another day is given back in English; of today it is said that it is too late', async ({
  terminal,
}) => {
  const screen = terminal.screen();
  const { album, simulate } = terminal.tools;
  const far = book(terminal, '+4320');
  const near = book(terminal, '+120');
  await connected(terminal);
  await screen.tap('ticket-en');
  await screen.waitFor({ screen: 'ticket-choice' });
  await simulate({ device: 'badge', action: 'scan', text: near.qr });
  await screen.waitFor({ screen: 'ticket-trouble' });
  await album.take();
  await expect(screen.page.locator('[data-fault="too-early"]')).toBeVisible();
  await expect(screen.page.locator('[data-action="ticket-cancel"]')).toHaveCount(0);
  await simulate({ device: 'badge', action: 'scan', text: far.qr });
  await expect(screen.page.locator('[data-action="ticket-cancel"]')).toBeVisible();
  await screen.tap('ticket-cancel');
  await screen.waitFor({ screen: 'ticket-confirm' });
  await album.take();
  await screen.tap('continue');
  await screen.waitFor({ screen: 'ticket-cancelled' });
  await album.take();
});

test('without a network whoever comes is told whom to ask', async ({ terminal }) => {
  const screen = terminal.screen();
  await connected(terminal);
  await terminal.environment.proxy.cut();
  await expect(screen.page.locator('[data-online]')).toHaveCount(0);
  await screen.tap('ticket-en');
  await screen.waitFor({ screen: 'ticket-trouble' });
  await terminal.tools.album.take();
  await expect(screen.page.locator('[data-fault="offline"]')).toBeVisible();
});
