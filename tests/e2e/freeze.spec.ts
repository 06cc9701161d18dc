import { EMBEDDED_POLICY, type Policy } from '../../domain/wire/policy.ts';
import { setPolicy } from '../../gateway/policy/policies.ts';
import { openSqliteStore } from '../../gateway/store/sqlite-store.ts';
import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import { begin, layCard } from '../../scripts/demo/visit.ts';
import { auditOf } from './support/audit.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

const member = MEMBERS[0] as Member;
/** More than any disk has. */
const NEVER_FREE = { warn: 1e12, freeze: 1e12 };

/** As `npm run gateway -- policy` does: terminals take it with their next probe. */
async function setFreeMegabytes(
  { environment }: RunningTerminal,
  version: number,
  freeMegabytes: Policy['freeze']['kiosk']['freeMegabytes'],
): Promise<void> {
  const { freeze } = EMBEDDED_POLICY;
  const policy = {
    ...EMBEDDED_POLICY,
    version,
    freeze: { ...freeze, kiosk: { ...freeze.kiosk, freeMegabytes } },
  };
  const store = openSqliteStore(environment.gatewayData);
  if (!store.ok) throw new Error(store.code);
  try {
    const set = await setPolicy(store.value, policy, new Date().toISOString());
    expect(set).toEqual({ ok: true, value: version });
  } finally {
    store.value.close();
  }
}

test('the platform’s policy stops new visits: not here, today, in both languages, until it lets them begin', async ({
  terminal,
}) => {
  const screen = terminal.screen();
  const { page } = screen;
  await setFreeMegabytes(terminal, 2, NEVER_FREE);
  await screen.waitFor({ screen: 'not-today' });
  expect(await page.locator('main').getAttribute('data-reason')).toBe('disk-nearly-full');
  const chinese = page.locator('section[lang^="zh"]').first();
  const english = page.locator('section[lang^="en"]').first();
  await expect(chinese).toContainText('今天暫時不能在這裏辦理');
  await expect(english).toContainText('Not here, today');
  await expect(english).toContainText('not lost');
  await expect(page.locator('[data-action^="start"], [data-action^="enquire"]')).toHaveCount(0);

  await terminal.tools.simulate({ device: 'id-reader', action: 'insert', document: member.document });
  await setFreeMegabytes(terminal, 3, EMBEDDED_POLICY.freeze.kiosk.freeMegabytes);
  await screen.waitFor({ screen: 'attract' });
});

test('a visit under way when the policy comes goes on; when it is left, the next one cannot begin', async ({
  terminal,
}) => {
  const screen = terminal.screen();
  await begin(terminal.tools, member);
  await setFreeMegabytes(terminal, 2, NEVER_FREE);
  await expect.poll(() => auditOf(terminal).map(({ event }) => event)).toContain('freeze.began');
  expect((await screen.shown()).screen).toBe('identify');
  await layCard(terminal.tools, member);
  await screen.waitFor({ screen: 'question' });
  await screen.tap('leave');
  await screen.tap('leave-confirm');
  await screen.waitFor({ screen: 'ended' });
  await screen.waitFor({ screen: 'not-today' });
});
