import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { v7 } from 'uuid';
import type { Enrolment } from '../../domain/wire/contract.ts';
import { DEMO_BADGES, DEMO_PINS, demoStaff, enrolTerminal, readGatewayLedger } from '../../gateway/index.ts';
import { openKeyStore } from '../../queue/keys/key-store.ts';
import { openQueue, type Queue } from '../../queue/store/queue.ts';
import { createSubmitter } from '../../queue/submit.ts';
import { createWorkDesk } from '../../queue/work-day/work-desk.ts';
import { ADULT_01_MOBILE, registration } from '../../queue/testing/submissions.ts';
import { findPersonalData } from '../support/personal-data.ts';
import { projectRoot } from '../../scripts/lib/paths.ts';
import { runQueueCommand } from '../../scripts/queue/run.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

/** A terminal's folders and a gateway's, as on a developer's machine; nothing runs. */
let root = '';
let data = '';
let gateway = '';
let enrolment: Enrolment;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'empf-queue-command-'));
  data = join(root, 'terminal', 'data');
  gateway = join(root, 'gateway');
  const configuration = join(root, 'terminal', 'configuration');
  for (const folder of [data, configuration]) mkdirSync(folder, { recursive: true });
  // Two supervisors, with the demo's badges and PINs.
  const staff = (await demoStaff()).map((member) => ({ ...member, role: 'supervisor' as const }));
  const enrolled = await enrolTerminal({
    dataDir: gateway,
    terminalId: 'K0127',
    gatewayUrl: 'https://gateway.invalid',
    staff,
  });
  if (!enrolled.ok) throw new Error(enrolled.code);
  enrolment = enrolled.value;
  writeFileSync(join(configuration, 'enrolment.json'), JSON.stringify(enrolment));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function opened(): Queue {
  const result = openQueue(join(data, 'terminal.db'));
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** Keeps real submissions of invented people; gives their references. */
async function keep(count: number): Promise<string[]> {
  const keys = await openKeyStore({ folder: join(data, 'keys'), enrolment });
  if (!keys.ok) throw new Error(keys.code);
  const queue = opened();
  const submitter = createSubmitter({ queue, keys: keys.value, terminalId: 'K0127' });
  const references: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const kept = await submitter.submit({ id: v7(), kind: 'member-registration', payload: registration() });
    if (!kept.ok) throw new Error(kept.code);
    references.push(kept.value.reference);
  }
  queue.close();
  return references;
}

/** A van's day begins. */
function openStop(): void {
  const open = opened();
  const stop = open.work.openStop({
    ...{ placeId: null, lane: 'A', staffId: 'S4052' },
    location: { site: 'Site 7, gate B', position: null },
  });
  open.close();
  if (!stop.ok) throw new Error(stop.code);
}

/** Closes the day that those were kept in, as a van operator does. */
async function closeDay(): Promise<void> {
  const keys = await openKeyStore({ folder: join(data, 'keys'), enrolment });
  if (!keys.ok) throw new Error(keys.code);
  const open = opened();
  const desk = createWorkDesk({
    ...{ queue: open, keys: keys.value, terminalId: 'K0127', profile: 'van' },
    onClosed: () => undefined,
  });
  const by = { staffId: 'S4052', role: 'van-operator' } as const;
  const closed = await desk.closeDay({ by, devices: {}, day: 1 });
  open.close();
  if (!closed.ok) throw new Error(closed.code);
}

/** A program of its own, as it is started by hand. */
async function start(script: string, args: readonly string[]) {
  const child = spawn(process.execPath, [join(projectRoot, script), ...args], { stdio: 'pipe' });
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (out.stderr += text));
  child.stdin.end();
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...out };
}

/** The same in this process, which takes a tenth of the time. */
async function typed(input: string, args: readonly string[]) {
  const out = { stdout: '', stderr: '' };
  const code = await runQueueCommand([...args, '--data', data], {
    out: (text) => (out.stdout += text),
    err: (text) => (out.stderr += text),
    input: Readable.from([input]),
  });
  return { code, ...out };
}

const queue = (...args: string[]) => typed('', args);
async function json(...args: string[]): Promise<unknown> {
  return JSON.parse((await queue(...args, '--json')).stdout);
}

describe('a technician looks', () => {
  it('at a terminal that runs: status, list, show', async () => {
    const [first = '', second = ''] = await keep(2);
    const running = opened();
    expect(await json('status')).toMatchObject({ running: true, pending: 2, parked: 0, exported: 0 });
    const listed = await queue('list');
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    expect(listed.stdout).toContain(first);
    expect(listed.stdout).toMatch(/kept +\d{4}-\d\d-\d\d \d\d:\d\d HKT/);
    expect(await json('list', '--limit', '1', '--after', '1')).toMatchObject([
      { reference: second, state: 'kept' },
    ]);
    expect(await json('show', first.toLowerCase())).toMatchObject({
      reference: first,
      state: 'kept',
      receiptKey: null,
      history: [{ event: 'submission.kept' }],
    });
    const started = await start('scripts/queue/main.ts', ['status', '--data', data, '--json']);
    expect(started).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(started.stdout)).toMatchObject({ running: true, pending: 2 });
    running.close();
    expect(await json('status')).toMatchObject({ running: false });
  });

  it('how visits went, as counts, and as a file', async () => {
    const queueAtWork = opened();
    const place = {
      mode: 'live',
      profile: 'kiosk',
      flow: 'call-back',
      locale: 'en',
      textSize: 'normal',
    } as const;
    const added = queueAtWork.usability.add([
      { ...place, assist: false, step: 'visit', measure: 'begun', count: 6 },
      { ...place, assist: false, step: 'notice', measure: 'reached', count: 3 },
      { ...place, mode: 'practice', assist: false, step: 'visit', measure: 'begun', count: 70 },
    ]);
    expect(added.ok).toBe(true);
    const shown = await queue('usability');
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain('call-back: 6 begun');
    expect(shown.stdout).toMatch(/notice +1-4/);
    const file = await queue('usability', '--csv');
    expect(file.stdout.split('\r\n')[0]).toBe(
      'day,mode,profile,flow,step,language,text_size,assisted,measure,count,small',
    );
    expect(file.stdout).toContain(',practice,kiosk,call-back,visit,en,normal,no,begun,70,no');
    expect((await queue('usability', '--practice')).stdout).toContain('call-back: 70 begun');
    queueAtWork.close();
  });

  it('and sees nothing of a person, in any form', async () => {
    const [reference = ''] = await keep(1);
    const outputs = [
      await queue('status'),
      await queue('list'),
      await queue('list', '--json'),
      await queue('show', reference),
      await queue('show', reference, '--json'),
      await queue('verify', '--json'),
    ];
    const folder = join(root, 'output');
    mkdirSync(folder);
    for (const [index, { stdout, stderr }] of outputs.entries())
      writeFileSync(join(folder, `${String(index)}.txt`), stdout + stderr);
    const { hkid, surname, givenNames, nameChinese } = registration().person;
    const canary = [hkid, surname, givenNames, nameChinese, ADULT_01_MOBILE].flatMap((text) => text ?? []);
    expect(findPersonalData(folder, canary)).toEqual([]);
    expect(outputs.every(({ stdout }) => stdout.length > 50)).toBe(true);
  });

  it('whether all of it is whole, and what is not', async () => {
    const [reference = ''] = await keep(3);
    expect(await queue('verify')).toMatchObject({ code: 0, stderr: '' });
    const { digest } = (await json('show', reference)) as { digest: string };
    const path = join(data, 'terminal.db');
    const bytes = readFileSync(path);
    const at = bytes.indexOf(digest);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const found = await queue('verify');
    expect(found.code).toBe(1);
    expect(found.stdout).toMatch(/damaged/);
  });

  it.each([
    ['a reference that nobody has', ['show', 'K0127-A0099-9'], /no submission/],
    ['a state that there is not', ['list', '--state', 'lost'], /--state is one of/],
    ['a command that there is not', ['erase'], /unknown command/],
    ['nothing to show', ['show'], /Which reference/],
  ])('for %s, and is told plainly', async (_, args, words) => {
    await keep(1);
    const refused = await queue(...args);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(words);
  });

  it('at a folder without a queue: none is made there', async () => {
    for (const command of ['status', 'list', 'verify', 'backup']) {
      const refused = await queue(command);
      expect(refused.stderr).toMatch(/no queue in this folder/);
    }
    expect(existsSync(join(data, 'terminal.db'))).toBe(false);
  });
});

describe('a technician acts', () => {
  it('while the terminal runs: told to stop it, nothing is changed', async () => {
    const [reference = ''] = await keep(1);
    const running = opened();
    const args = ['park', reference, '--reason', 'wrong-form', '--data', data];
    const refused = await start('scripts/queue/main.ts', args);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/Stop the terminal program/);
    const item = running.byReference(reference);
    expect(item.ok && item.value?.state).toBe('kept');
    running.close();
  });

  it('sets one aside and takes it back', async () => {
    const [reference = ''] = await keep(1);
    expect((await queue('park', reference)).stderr).toMatch(/Why/);
    expect((await queue('park', reference, '--reason', 'CHAN Tai Man')).stderr).toMatch(/short word/);
    expect(await json('park', reference, '--reason', 'wrong-form')).toEqual({
      reference,
      parked: 'wrong-form',
    });
    expect(await queue('status')).toMatchObject({ code: 1 });
    expect(await json('list', '--state', 'parked')).toMatchObject([
      { reference, parkedReason: 'wrong-form' },
    ]);
    expect(await json('retry', reference, '--staff', 'T1001')).toEqual({ reference, retried: true });
    expect((await queue('unpark', reference)).stderr).toMatch(/not set aside/);
    expect(await json('list', '--state', 'kept')).toMatchObject([{ reference }]);
  });

  it('backs up and purges', async () => {
    await keep(1);
    expect(await json('backup')).toMatchObject({ backup: {} });
    expect(existsSync(join(data, 'terminal.db.backup'))).toBe(true);
    expect(await json('purge')).toEqual({ purged: { submissions: 0, attachments: 0 }, receivedDays: 30 });
  });

  it('takes note of what a salvage could not find, and the terminal serves again', async () => {
    await keep(2);
    writeFileSync(join(data, 'terminal.db'), Buffer.alloc(8192, 'not a database '));
    expect((await queue('backup')).stderr).toMatch(/something is missing, or may be/);
    expect((await queue('accept-salvage')).stderr).toMatch(/Who takes note/);
    const noted = await queue('accept-salvage', '--staff', 'T1001');
    expect(noted.stdout).toMatch(/an unknown number/);
    expect(await queue('backup')).toMatchObject({ code: 0 });
    expect((await queue('accept-salvage', '--staff', 'T1001')).stderr).toMatch(/nothing to take note of/);
  });
});

describe('a van without any network', () => {
  it('exports to a drive, the platform imports it, the receipts come back: one effect each', async () => {
    await keep(3);
    const drive = join(root, 'drive');
    mkdirSync(drive);
    const exported = await queue('export', drive, '--staff', 'T1001');
    expect(exported).toMatchObject({ code: 0 });
    expect(exported.stdout).toMatch(/3 submissions/);
    expect(exported.stderr).toMatch(/writing 1 of 1/);
    expect(await json('status')).toMatchObject({ pending: 3, exported: 3 });
    expect((await queue('import', drive)).stderr).toMatch(/Were the bundles imported/);

    const imported = await start('gateway/import/main.ts', ['--data', gateway, drive]);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    const [head = '', row = '', line = ''] = imported.stdout.trim().split('\n');
    expect(head).toMatch(/^terminal +new +again/);
    expect(row).toMatch(/^K0127 +3 +0 +0/);
    expect(JSON.parse(line)).toMatchObject({ terminalId: 'K0127', taken: 3, receiptsWritten: true });
    // The first registers the person; that the other two are the same person is the platform's to say.
    expect(readGatewayLedger(gateway).references).toHaveLength(3);

    expect(await json('import', drive)).toMatchObject({ imported: { taken: 3, known: 0, untrusted: 0 } });
    expect(await json('status')).toMatchObject({ pending: 0, exported: 0 });
    expect(await json('import', drive)).toMatchObject({ imported: { taken: 0, known: 3 } });
    const again = await start('gateway/import/main.ts', ['--data', gateway, drive]);
    expect(again.stdout).toMatch(/K0127 +0 +3/);

    const proof = join(root, 'proof');
    expect(await json('wipe', '--proof', proof)).toMatchObject({ wiped: { unreceived: 0 } });
    expect(existsSync(join(data, 'terminal.db'))).toBe(false);
  });

  it('days that were closed go along: reports and submissions, acknowledged on the way back', async () => {
    openStop();
    await keep(2);
    await closeDay();
    expect((await queue('status')).stdout).toMatch(/reports of days +1 wait, 0 of them on a drive/);
    expect(await json('wipe', '--proof', join(root, 'proof'))).toMatchObject({ refused: 'not-received' });
    const drive = join(root, 'drive');
    mkdirSync(drive);
    expect((await queue('export', drive)).stdout).toMatch(/reports of days +1\n/);
    expect(await json('status')).toMatchObject({ reports: { waiting: 1, onDrive: 1 } });

    const imported = await start('gateway/import/main.ts', ['--data', gateway, drive]);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    const line = imported.stdout.trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(line)).toMatchObject({ taken: 2, dayReports: 1, dayReportsRefused: 0 });
    const told = await start('gateway/main.ts', ['day-reports', '--data', gateway]);
    expect(JSON.parse(told.stdout.trim())).toMatchObject({ day: 1, kept: { kept: 2, pending: 2 } });

    expect((await queue('import', drive)).stdout).toMatch(/reports of days +1 acknowledged\n/);
    expect(await json('status')).toMatchObject({ pending: 0, reports: { waiting: 0, onDrive: 0 } });
    expect((await queue('status')).stdout).toMatch(/reports of days +none waits/);
    expect(await json('wipe', '--proof', join(root, 'proof'))).toMatchObject({ wiped: { unreceived: 0 } });
  });

  it('a bundle of a newer terminal: the gateway says that it has to be brought up to date', async () => {
    await keep(1);
    const drive = join(root, 'drive');
    mkdirSync(drive);
    await queue('export', drive);
    const [folder = ''] = readdirSync(drive);
    const path = join(drive, folder, 'manifest.jws');
    const [head = '', body = '', signature = ''] = readFileSync(path, 'utf8').split('.');
    const manifest = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const newer = Buffer.from(JSON.stringify({ ...manifest, v: 3 })).toString('base64url');
    writeFileSync(path, [head, newer, signature].join('.'));
    const refused = await start('gateway/import/main.ts', ['--data', gateway, drive]);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/newer terminal .* update the gateway, then import it again/);
  });

  it('a drive with nothing of a terminal, and a gateway that is none', async () => {
    const drive = join(root, 'drive');
    mkdirSync(drive);
    const refused = await start('gateway/import/main.ts', ['--data', gateway, drive]);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/no bundle is there/);
    const none = await start('gateway/import/main.ts', ['--data', join(root, 'nothing'), drive]);
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toMatch(/there is no gateway/);
    expect(existsSync(join(root, 'nothing'))).toBe(false);
  });
});

describe('a terminal goes out of use with something that was not received', () => {
  const wipe = (input: string) =>
    typed(input, ['wipe', '--proof', join(root, 'proof'), '--supervisors', '--json']);

  it('refused, with the count', async () => {
    await keep(2);
    const refused = await queue('wipe', '--proof', join(root, 'proof'));
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/count 2/);
  });

  it('two supervisors have to sign in, and the same one twice is not two', async () => {
    await keep(1);
    const [badge, pin] = [DEMO_BADGES['officer-01'], DEMO_PINS['officer-01']];
    const [other, otherPin] = [DEMO_BADGES['assistant-01'], DEMO_PINS['assistant-01']];
    const twice = await wipe(`${badge}\n${pin}\n${badge}\n${pin}\n`);
    expect(JSON.parse(twice.stdout)).toEqual({ refused: 'supervisors-same' });
    const wrong = await wipe(`${badge}\n000000\n`);
    expect(JSON.parse(wrong.stdout)).toEqual({ refused: 'wrong-pin' });
    expect(existsSync(join(data, 'terminal.db'))).toBe(true);
    expect(twice.stdout + twice.stderr).not.toContain(pin);
    const done = await wipe(`${badge}\n${pin}\n${other}\n${otherPin}\n`);
    expect(JSON.parse(done.stdout)).toMatchObject({ wiped: { unreceived: 1 } });
    expect(existsSync(join(data, 'terminal.db'))).toBe(false);
  });
});
