import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import type { IntentAnswer } from '../../domain/terminal/intent/intent.ts';
import type { TerminalBridge } from '../../domain/terminal/bridge.ts';
import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import { answerQuestions } from '../../scripts/demo/visit.ts';
import type { Screen } from '../../scripts/demo/screen.ts';
import { auditOf } from './support/audit.ts';
import { type Sides, sidesOf, signIn, STATION } from './support/station.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

test.describe.configure({ timeout: 240_000 });
test.use({ configuration: STATION, firstPage: null });

const member = MEMBERS[3] as Member;

/** Says something over the page's own bridge that the page does not offer, as a page that was taken over could. */
async function force({ page }: Screen, type: string): Promise<IntentAnswer> {
  return page.evaluate(async (asked) => {
    const { terminal } = globalThis as unknown as { readonly terminal: TerminalBridge };
    const { rev, view } = await terminal.current();
    const { sessionId, stepId } = view;
    return terminal.send({ type: asked, sessionId, stepId, rev } as Parameters<TerminalBridge['send']>[0]);
  }, type);
}

/** What stands in each window, by whose it is. */
async function pagesShown(terminal: RunningTerminal): Promise<readonly string[]> {
  const shown = await terminal.application().evaluate(({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows().map(async ({ webContents }): Promise<string> => {
        if (webContents.isCrashed() || webContents.isLoading()) return '';
        const asked = webContents.executeJavaScript(
          `(({ surface, step }) => surface + ' ' + step)(document.querySelector('[data-surface]')?.dataset ?? {})`,
        ) as Promise<string>;
        // A page that is just being replaced never answers; the next look asks the new one.
        return Promise.race([asked, new Promise<string>((resolve) => setTimeout(resolve, 300, ''))]);
      }),
    ),
  );
  return shown.toSorted();
}

const REFUSED: IntentAnswer = { accepted: false, reason: 'not-allowed' };

/** Staff fill in everything and attest, with the member watching each page. */
async function prepare(terminal: RunningTerminal, { staff, member: theirs }: Sides): Promise<void> {
  const { simulate } = terminal.tools;
  await staff.waitFor({ screen: 'notice' });
  await theirs.waitFor({ screen: 'notice' });
  expect(await force(theirs, 'CONTINUE')).toEqual(REFUSED);
  await staff.tap('continue');
  await staff.waitFor({ screen: 'identify' });
  await simulate({ device: 'id-reader', action: 'insert', document: member.document });
  await staff.waitFor({ screen: 'read-result' });
  await theirs.waitFor({ screen: 'read-result' });
  await simulate({ device: 'id-reader', action: 'remove' });
  await staff.tap('continue');
  await answerQuestions({ ...terminal.tools, screen: () => staff }, member);
  await staff.waitFor({ screen: 'staff-needed' });
  await staff.tap('attest-here');
  await staff.waitFor({ screen: 'attest' });
  await theirs.waitFor({ screen: 'staff-busy' });
  for (const feature of SECURITY_FEATURES) await staff.choose(feature);
  await staff.tap('continue');
  await staff.tap('face-same');
  await staff.tap('attest-sign');
  await staff.waitFor({ screen: 'review' });
  await theirs.waitFor({ screen: 'review' });
}

test('a number is called, staff prepare, the member confirms on their own window, and the day adds up', async ({
  terminal,
}) => {
  const sides = await sidesOf(terminal.application());
  const { staff, member: theirs } = sides;
  await theirs.page.getByText('此櫃位暫停服務').waitFor();
  await signIn(terminal, sides);

  await staff.tap('type-ticket');
  await staff.waitFor({ screen: 'station-ticket' });
  await staff.key('A012');
  await staff.tap('call-typed');
  await theirs.page.locator('[data-number]').getByText('A012').waitFor();
  await staff.tap(`start-${member.locale}`);
  await prepare(terminal, sides);

  // Staff's window offers neither the declaration nor the member's confirmation, and main refuses both.
  await expect(staff.page.locator('[data-action="continue"]')).toHaveCount(0);
  await staff.tap('hand-back');
  await theirs.waitFor({ overlay: 'staff-work' });
  expect(await force(staff, 'CONFIRM_TOUCHED')).toEqual(REFUSED);
  await theirs.tap('confirm-touched');
  await theirs.waitFor({ screen: 'review', overlay: '' });
  await theirs.tap('continue');
  await theirs.waitFor({ screen: 'declare' });
  await staff.waitFor({ screen: 'declare' });
  expect(await force(staff, 'SUBMIT')).toEqual(REFUSED);
  expect(await force(theirs, 'TAKE_BACK')).toEqual(REFUSED);
  expect(await force(theirs, 'HAND_BACK')).toEqual(REFUSED);
  await theirs.tap('submit');
  await theirs.waitFor({ screen: 'receipt' });
  await staff.waitFor({ screen: 'receipt' });
  const code = (await theirs.text('[data-enquiry-code]')).trim();
  expect(code).not.toBe('');
  expect(await staff.page.content()).not.toContain(code);
  await theirs.tap('done');
  await staff.waitFor({ screen: 'station-ready' });
  await theirs.waitFor({ screen: 'station-rest' });

  await staff.tap('station-end-day');
  await staff.waitFor({ screen: 'day-tally' });
  await staff.tap('close-day');
  await staff.waitFor({ screen: 'day-report' });
  await staff.tap('done');
  await staff.waitFor({ screen: 'station-signed-out' });
  const events = auditOf(terminal).map(({ event }) => event);
  expect(events).toEqual(
    expect.arrayContaining(['staff.attested', 'staff.work-confirmed', 'submission.kept', 'day.closed']),
  );
});

test('staff take the page back, and a window that crashed shows the same state again', async ({
  terminal,
}) => {
  const sides = await sidesOf(terminal.application());
  const { staff, member: theirs } = sides;
  await signIn(terminal, sides);
  await staff.tap('without-ticket');
  await staff.tap(`start-${member.locale}`);
  await theirs.waitFor({ screen: 'notice' });
  await staff.tap('hand-back');
  await theirs.tap('continue');
  await staff.waitFor({ screen: 'identify' });
  await staff.tap('take-back');
  await staff.page.locator('[data-action="hand-back"]').waitFor();

  // The driver's page is gone with the crash: what the new document shows is asked of the program.
  await terminal.application().evaluate(async ({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const surface: unknown = await webContents.executeJavaScript(
        `document.querySelector('[data-surface]')?.dataset.surface`,
      );
      if (surface === 'member') webContents.forcefullyCrashRenderer();
    }
  });
  await expect.poll(() => terminal.output()).toContain('page-failed');
  await expect.poll(() => pagesShown(terminal)).toEqual(['member identify', 'staff identify']);

  await staff.tap('leave');
  await staff.waitFor({ overlay: 'leave-confirm' });
  expect(await pagesShown(terminal)).toEqual(['member leave-confirm', 'staff leave-confirm']);
  await staff.tap('leave-confirm');
  await staff.waitFor({ screen: 'station-ready' });
});
