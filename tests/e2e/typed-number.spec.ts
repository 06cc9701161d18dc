import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import { begin } from '../../scripts/demo/visit.ts';
import { expect, test } from './support/terminal.ts';

const member = MEMBERS[0] as Member;

test('reader broken: the number is typed, a wrong check digit is asked again, the letter is confirmed', async ({
  terminal,
}) => {
  const screen = terminal.screen();
  await begin(terminal.tools, member);
  await terminal.tools.simulate({ device: 'id-reader', action: 'unplug' });
  await screen.tap('type-number');
  await screen.waitFor({ screen: 'typed-number' });
  await screen.key('A1234564');
  await screen.tap('continue');
  await screen.page.locator('[role="alert"]').waitFor();
  await screen.waitFor({ screen: 'typed-number' });
  await screen.page.locator('[data-key="backspace"]').click();
  await screen.key('3');
  await screen.tap('continue');
  await screen.waitFor({ screen: 'typed-number-check' });
  const text = (await screen.page.locator('body').textContent()) ?? '';
  expect(text).toContain('A123456(3)');
  await screen.tap('continue');
  await screen.waitFor({ screen: 'question', step: 'question.surname' });
  expect(await screen.page.locator('body').textContent()).not.toContain('123456');
});

test('leaving asks first and then nothing is left', async ({ terminal }) => {
  const screen = terminal.screen();
  await begin(terminal.tools, member);
  await screen.tap('leave');
  await screen.waitFor({ overlay: 'leave-confirm' });
  await screen.tap('leave-confirm');
  await screen.waitFor({ screen: 'ended' });
  await screen.waitFor({ screen: 'attract' });
});
