import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import { begin, layCard } from '../../scripts/demo/visit.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

const member = MEMBERS[0] as Member;

/** Runs in the page; text, since this side knows no document. */
const LOOK_AROUND = `(async () => ({
  node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
  verbs: Object.keys(globalThis.terminal).sort(),
  reached: await fetch('https://example.com/').then(() => true, () => false),
  opened: window.open('https://example.com/') !== null,
  camera: (await navigator.permissions.query({ name: 'camera' })).state,
}))()`;

test('the page has no Node, no network, no windows, no permissions', async ({ terminal }) => {
  const { page } = terminal.screen();
  const found = await page.evaluate(LOOK_AROUND);
  expect(found).toEqual({
    node: [],
    verbs: ['alive', 'current', 'display', 'onUpdate', 'painted', 'send'],
    reached: false,
    opened: false,
    camera: 'denied',
  });
  expect(terminal.application().windows()).toHaveLength(1);
});

test('navigation away is refused and the terminal stays where it was', async ({ terminal }) => {
  const { page } = terminal.screen();
  // Not awaited: Playwright would wait for the very navigation that must not happen.
  void page.evaluate("location.href = 'https://example.com/'").catch(() => undefined);
  await expect.poll(() => terminal.output()).toContain('navigate"');
  const shown = await terminal.application().evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const screen: unknown = await contents?.executeJavaScript(
      "document.querySelector('[data-screen]').getAttribute('data-screen')",
    );
    return { url: contents?.getURL(), screen };
  });
  expect(shown).toEqual({ url: 'app://terminal/index.html', screen: 'attract' });
});

test('answers carry the strict policy and unknown paths are not found', async ({ terminal }) => {
  const policy = await terminal.application().evaluate(async ({ session }) => {
    const partition = session.fromPartition('kiosk');
    const page = await partition.fetch('app://terminal/index.html');
    const outside = await partition.fetch('app://terminal/..%2f..%2fpackage.json');
    return { policy: page.headers.get('content-security-policy'), outside: outside.status };
  });
  expect(policy.policy).toContain("default-src 'none'");
  expect(policy.policy).not.toContain('unsafe');
  expect(policy.outside).toBe(404);
});

test('a malformed, a stale and a foreign intent are refused', async ({ terminal }) => {
  const { page } = terminal.screen();
  const answers = await page.evaluate(async () => {
    const scope = globalThis as unknown as {
      terminal: {
        send(intent: unknown): Promise<unknown>;
        current(): Promise<{ rev: number; view: { stepId: string } }>;
      };
    };
    const { rev, view } = await scope.terminal.current();
    const at = { sessionId: null, stepId: view.stepId, rev };
    return Promise.all([
      scope.terminal.send({ type: 'DOCUMENT_READ', ...at }),
      scope.terminal.send({ type: 'START', locale: 'en', ...at, more: 1 }),
      scope.terminal.send({ type: 'START', locale: 'en', ...at, stepId: 'review' }),
      scope.terminal.send({ type: 'SUBMIT', ...at }),
    ]);
  });
  expect(answers).toEqual([
    { accepted: false, reason: 'malformed' },
    { accepted: false, reason: 'malformed' },
    { accepted: false, reason: 'stale' },
    { accepted: false, reason: 'not-here' },
  ]);
});

/** What the page shows now, asked of the program: Playwright's handle to a page dies with its process. */
function stepShown(terminal: RunningTerminal): Promise<string | null> {
  return terminal.application().evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return null;
    const asked = contents.executeJavaScript(
      "document.querySelector('[data-screen]')?.getAttribute('data-step') ?? null",
    ) as Promise<string | null>;
    // A page that is just being replaced never answers; the next look asks the new one.
    return Promise.race([asked, new Promise<null>((resolve) => setTimeout(resolve, 300, null))]);
  });
}

async function toMobileQuestion(terminal: RunningTerminal): Promise<void> {
  await begin(terminal.tools, member);
  await layCard(terminal.tools, member);
  await terminal.screen().waitFor({ screen: 'question' });
  await terminal.screen().choose('mobile');
  await terminal.screen().tap('continue');
  await terminal.screen().waitFor({ step: 'question.mobile' });
}

test('a page that crashes comes back to the same screen', async ({ terminal }) => {
  await toMobileQuestion(terminal);
  await terminal.application().evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect.poll(() => terminal.output()).toContain('page-failed');
  await expect.poll(() => stepShown(terminal)).toBe('question.mobile');
});

test('a page that hangs is replaced and shows the same screen', async ({ terminal }) => {
  await toMobileQuestion(terminal);
  void terminal
    .screen()
    .page.evaluate('for (;;) {}')
    .catch(() => undefined);
  await expect.poll(() => terminal.output(), { timeout: 30_000 }).toContain('page-failed');
  await expect.poll(() => stepShown(terminal)).toBe('question.mobile');
});

test('a second start ends at once and leaves the first alone', async ({ terminal }) => {
  const { spawn } = await import('node:child_process');
  const { launchPlan } = await import('../../scripts/setup.ts');
  const plan = launchPlan({ env: { ...process.env, ...terminal.environment.env } });
  const second = spawn(plan.command, plan.args, { env: plan.env, stdio: 'ignore' });
  const code = await new Promise<number | null>((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await terminal.screen().waitFor({ screen: 'attract' });
});

test('window title and process list say nothing of the member', async ({ terminal }) => {
  await begin(terminal.tools, member);
  await layCard(terminal.tools, member);
  const title = await terminal
    .application()
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  expect(title).toBe('eMPF Terminal');
});
