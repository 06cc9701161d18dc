import { auditOf } from './support/audit.ts';
import { hire } from './support/staff.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';
import { badgeOf, signInAtVan, VAN } from './support/van.ts';

test.use({
  configuration: VAN,
  firstPage: 'van-signed-out',
  delays: { sync: { staffListRenewal: 500 } },
});

const OWN_PIN = '846201';

/** Whoever was signed in has gone; the van is locked or nobody's, and the technician's badge opens the machine's pages. */
async function toOperations(terminal: RunningTerminal, badge: string): Promise<void> {
  const screen = terminal.screen();
  await signInAtVan(terminal, { badge, pin: OWN_PIN }, 'staff-status');
  await screen.tap('operations');
  await screen.waitFor({ overlay: 'operations' });
}

test('a technician tests a van between two stops, takes it out of service with a message, restarts it and puts it back', async ({
  terminal,
}) => {
  test.setTimeout(180_000);
  const screen = terminal.screen();
  const { badge, startPin } = await hire(terminal, 'S6001', 'technician');

  // The first sign-in is for the PIN alone.
  await signInAtVan(terminal, { badge, pin: startPin }, 'staff-new-pin');
  for (let time = 0; time < 2; time += 1) {
    await screen.key(OWN_PIN);
    await screen.tap('new-pin');
  }
  await screen.waitFor({ overlay: 'staff-status' });
  await screen.page.screenshot({ path: test.info().outputPath('status.png') });
  // No plan, no stop and nobody's visit: the machine alone.
  for (const action of ['open-stop', 'end-day', 'attest']) {
    await expect(screen.page.locator(`[data-action="${action}"]`)).toHaveCount(0);
  }
  await screen.tap('operations');
  await screen.waitFor({ overlay: 'operations' });
  await screen.page.screenshot({ path: test.info().outputPath('operations.png') });
  await screen.tap('operate-test');
  await screen.page.locator('[data-test="ended"]').waitFor({ timeout: 30_000 });
  await expect(screen.page.locator('[data-check="id-reader"]')).toHaveAttribute('data-state', 'passed');
  await expect(screen.page.locator('[data-check="printer"]')).toHaveAttribute('data-state', 'passed');
  await screen.page.screenshot({ path: test.info().outputPath('self-test.png') });
  await screen.tap('staff-cancel');
  await screen.tap('operate-log');
  await screen.waitFor({ overlay: 'operations-log' });
  await screen.tap('staff-cancel');
  await screen.tap('operate-take-out');
  await screen.waitFor({ overlay: 'operations-take-out' });
  await screen.choose('repair');
  await screen.page.locator('[data-taken-out="repair"]').waitFor();
  await screen.tap('operate-restart');
  await screen.waitFor({ overlay: 'operations-restart' });
  const ended = terminal.application().waitForEvent('close');
  // The program may be gone before it has answered the tap; that it ended is what counts.
  await Promise.all([ended, screen.tap('restart-confirm').catch(() => undefined)]);

  // Out of service through the restart, in words: nobody opens a stop.
  await terminal.start(null);
  const { page } = terminal.screen();
  await expect(page.getByText('這部機正在維修。')).toBeVisible({ timeout: 20_000 });
  await page.screenshot({ path: test.info().outputPath('out-of-service.png') });
  await toOperations(terminal, badge);
  await terminal.screen().tap('put-back');
  await page.locator('[data-root] [data-taken-out]').waitFor({ state: 'detached' });
  await terminal.screen().tap('staff-cancel');
  await terminal.screen().waitFor({ overlay: 'staff-status' });
  await terminal.screen().tap('staff-cancel');
  await terminal.screen().waitFor({ screen: 'van-signed-out', overlay: '' });

  // Back: the operator has a stop open again.
  await signInAtVan(terminal, badgeOf('van-operator-01'));
  await terminal.screen().waitFor({ screen: 'van-plan' });
  await terminal.screen().choose('other-site');
  await terminal.screen().waitFor({ screen: 'van-stop' });
  await terminal.screen().key('SITE');
  await terminal.screen().tap('open-stop');
  await terminal.screen().waitFor({ screen: 'van-ready' });
  const acts = auditOf(terminal).map(({ event }) => event);
  for (const act of [
    ...['staff.pin-changed', 'operations.opened', 'terminal.tested', 'terminal.taken-out'],
    ...['terminal.restarted', 'terminal.put-back', 'stop.opened'],
  ])
    expect(acts).toContain(act);
});
