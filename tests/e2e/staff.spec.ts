import { DEMO_BADGES, DEMO_PINS } from '../../gateway/index.ts';
import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import { begin, layCard } from '../../scripts/demo/visit.ts';
import { auditOf } from './support/audit.ts';
import { hire } from './support/staff.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

const member = MEMBERS[0] as Member;
const OWN_PIN = '846201';

const eventsOf = (terminal: RunningTerminal): readonly string[] =>
  auditOf(terminal).map(({ event }) => event);

async function scan(terminal: RunningTerminal, text: string): Promise<void> {
  const { page } = terminal.screen();
  // Right after a start the page stands before the scanner does.
  await expect(async () => {
    await terminal.tools.simulate({ device: 'badge', action: 'scan', text });
    await expect(page.locator('[data-overlay="staff-pin"]')).toBeAttached({ timeout: 1_000 });
  }).toPass();
}

async function signIn(terminal: RunningTerminal, badge: string, pin: string, then: string): Promise<void> {
  const screen = terminal.screen();
  await scan(terminal, badge);
  await screen.key(pin);
  await screen.tap('staff-sign-in');
  await screen.waitFor({ overlay: then });
}

/** From the attract page to what was read. */
async function atTheirPage(terminal: RunningTerminal): Promise<void> {
  await begin(terminal.tools, member);
  await layCard(terminal.tools, member);
  await terminal.screen().waitFor({ step: 'question.contact-channel' });
}

test.describe('a new colleague', () => {
  test.use({ delays: { sync: { staffListRenewal: 500 } } });

  test('signs in with a start PIN, has to choose their own first, and the old one is over', async ({
    terminal,
  }) => {
    test.setTimeout(120_000);
    const screen = terminal.screen();
    const { badge, startPin } = await hire(terminal, 'S5002', 'assistant');
    await atTheirPage(terminal);
    await screen.tap('ask-staff');
    await screen.waitFor({ overlay: 'help-called' });
    await signIn(terminal, badge, startPin, 'staff-new-pin');

    // Nothing of the page can be reached with a start PIN; an easy one is refused, in words.
    await expect(screen.page.locator('[data-action="hand-back"]')).toHaveCount(0);
    await screen.key('111111');
    await screen.tap('new-pin');
    await screen.key('111111');
    await screen.tap('new-pin');
    await screen.page.locator('[data-refusal="pin-easy"]').waitFor();
    await screen.key(OWN_PIN);
    await screen.tap('new-pin');
    await screen.key(OWN_PIN);
    await screen.tap('new-pin');
    await screen.waitFor({ overlay: '' });
    await expect(screen.page.locator('aside').getByText('S5002')).toBeVisible();
    await screen.tap('hand-back');
    await expect(screen.page.locator('aside').getByText('S5002')).toHaveCount(0);
    await screen.waitFor({ step: 'question.contact-channel' });

    await scan(terminal, badge);
    await screen.key(startPin);
    await screen.tap('staff-sign-in');
    await screen.page.locator('[data-refusal="wrong-pin"]').waitFor();
    await screen.tap('staff-cancel');
    await signIn(terminal, badge, OWN_PIN, '');
    await expect.poll(() => eventsOf(terminal)).toContain('staff.pin-changed');
    const audited = JSON.stringify(auditOf(terminal));
    for (const secret of [OWN_PIN, startPin, badge]) {
      expect(audited).not.toContain(secret);
      expect(terminal.output()).not.toContain(secret);
    }
  });
});

test('somebody busy says so; then one takes over, and another takes over from them by the badge', async ({
  terminal,
}) => {
  const screen = terminal.screen();
  await atTheirPage(terminal);
  await screen.tap('ask-staff');
  await screen.waitFor({ overlay: 'help-called' });
  await scan(terminal, DEMO_BADGES['assistant-01']);
  await screen.tap('staff-snooze');
  await screen.waitFor({ overlay: 'help-called' });
  await expect(screen.page.locator('[data-layer="front"] h1')).toContainText('職員');

  await signIn(terminal, DEMO_BADGES['assistant-01'], DEMO_PINS['assistant-01'], '');
  await expect(screen.page.locator('aside').getByText('S3107')).toBeVisible();
  // Whoever helps does not attest; whoever takes over may.
  await expect(screen.page.locator('[data-action="attest"]')).toHaveCount(0);
  await signIn(terminal, DEMO_BADGES['officer-01'], DEMO_PINS['officer-01'], '');
  await expect(screen.page.locator('aside').getByText('S2041')).toBeVisible();
  await expect(screen.page.locator('aside').getByText('S3107')).toHaveCount(0);
  await screen.waitFor({ step: 'question.contact-channel' });
  // A supervisor and a van's operator may hold it as well, and look at a card; nobody but the member submits.
  for (const [who, staffId] of [
    ['supervisor-01', 'S1008'],
    ['van-operator-01', 'S4052'],
  ] as const) {
    await signIn(terminal, DEMO_BADGES[who], DEMO_PINS[who], '');
    await expect(screen.page.locator('aside').getByText(staffId)).toBeVisible();
    await expect(screen.page.locator('[data-action="attest"]')).toBeVisible();
    await expect(screen.page.locator('[data-action="submit"]')).toHaveCount(0);
  }
  await screen.tap('hand-back');
  await screen.waitFor({ step: 'question.contact-channel', overlay: '' });

  for (const event of [
    'help.asked',
    'help.snoozed',
    'staff.signed-in',
    'staff.handed-over',
    'staff.handed-back',
  ]) {
    await expect.poll(() => eventsOf(terminal)).toContain(event);
  }
});

test.describe('a technician', () => {
  test.use({ delays: { sync: { staffListRenewal: 500 } } });

  test('sees how the machine stands, and nothing of the member whose page it was', async ({ terminal }) => {
    test.setTimeout(120_000);
    const screen = terminal.screen();
    const { badge, startPin } = await hire(terminal, 'S6001', 'technician');
    await atTheirPage(terminal);
    await signIn(terminal, badge, startPin, 'staff-new-pin');
    for (let turn = 0; turn < 2; turn += 1) {
      await screen.key(OWN_PIN);
      await screen.tap('new-pin');
    }
    await screen.page
      .locator('[data-root]:not([data-overlay="staff-new-pin"])')
      .waitFor({ state: 'attached' });
    await screen.waitFor({ overlay: 'staff-status' });
    const shown = await screen.page.locator('[data-layer="front"]').innerText();
    for (const text of ['CHAN', '陳', '61234567']) expect(shown).not.toContain(text);
    await screen.tap('staff-cancel');
    // The member's page stands there as it was; the technician holds nothing.
    await screen.waitFor({ step: 'question.contact-channel', overlay: '' });
    await expect(screen.page.locator('[data-action="hand-back"]')).toHaveCount(0);
  });
});
