import { DEMO_BADGES, DEMO_PINS } from '../../gateway/index.ts';
import { auditOf } from './support/audit.ts';
import { sidesOf, signIn, STATION } from './support/station.ts';
import { expect, test } from './support/terminal.ts';

test.describe.configure({ timeout: 240_000 });
test.use({ configuration: STATION, firstPage: null });

test('a supervisor looks after a counter between two visits: the member reads what is the matter, and it serves again', async ({
  terminal,
}) => {
  const sides = await sidesOf(terminal.application());
  const { staff, member } = sides;
  await signIn(terminal, sides);
  await terminal.tools.simulate({ device: 'badge', action: 'scan', text: DEMO_BADGES['supervisor-01'] });
  await staff.waitFor({ overlay: 'staff-pin' });
  await staff.key(DEMO_PINS['supervisor-01']);
  await staff.tap('staff-sign-in');
  await staff.waitFor({ screen: 'station-ready', overlay: '' });

  await staff.tap('staff-status');
  await staff.waitFor({ overlay: 'staff-status' });
  await member.page.getByText('此櫃位暫停片刻').waitFor();
  await staff.tap('operations');
  await staff.waitFor({ overlay: 'operations' });
  await staff.tap('operate-test');
  await staff.waitFor({ overlay: 'operations-test' });
  await expect(staff.page.locator('[data-check="light"][data-state="passed"]')).toBeAttached({
    timeout: 20_000,
  });
  await staff.tap('staff-cancel');
  await staff.tap('operate-take-out');
  await staff.waitFor({ overlay: 'operations-take-out' });
  await staff.choose('repair');
  await member.page.getByText('這部機正在維修。').waitFor();
  await staff.waitFor({ overlay: 'operations' });
  await staff.tap('put-back');
  await member.page.getByText('此櫃位暫停片刻').waitFor();
  await staff.tap('staff-cancel');
  await staff.waitFor({ overlay: 'staff-status' });
  await staff.tap('staff-cancel');
  await staff.waitFor({ screen: 'station-ready', overlay: '' });
  await member.page.getByText('請等候叫號').waitFor();
  expect(auditOf(terminal).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['operations.opened', 'terminal.tested']),
  );
});
