import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatReference } from '../../domain/reference.ts';
import { enrolmentSchema } from '../../domain/wire/contract.ts';
import { EMBEDDED_POLICY } from '../../domain/wire/policy.ts';
import { startGateway } from '../../gateway/index.ts';
import { readGatewayLedger } from '../../gateway/inspect.ts';
import { outcomesAfter } from '../../gateway/testing/answers.ts';
import { postTo, startTestGateway, temporaryFolder } from '../../gateway/testing/gateway.ts';
import { ADULT_01, adultNumber } from '../../gateway/testing/people.ts';
import { testTerminal } from '../../gateway/testing/terminal.ts';

const GATEWAY = join(import.meta.dirname, '../../gateway');

/** Milliseconds for a test that starts programs one after the other. */
const PATIENCE = 30_000;

let folder: ReturnType<typeof temporaryFolder>;
let dataDir: string;

beforeEach(() => {
  folder = temporaryFolder();
  dataDir = join(folder.path, 'data');
});
afterEach(() => {
  folder.remove();
});

function launch(program: 'main' | 'enrol', args: readonly string[]) {
  return spawn(process.execPath, [join(GATEWAY, `${program}.ts`), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function outputOf(program: 'main' | 'enrol', args: readonly string[]) {
  const child = launch(program, args);
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

describe('somebody plays the phone of an invented member', () => {
  const phone = (...args: readonly string[]) => outputOf('main', ['iam-smart', ...args, '--data', dataDir]);

  it.each([
    ['nobody waits', ['scan'], /nobody waits to sign in/],
    ['there is no such act', ['wave'], /arguments/],
    ['the number is none', ['approve', 'A123'], /ID card number/],
  ])('and is told when %s', async (_, args, words) => {
    const { code, stdout, stderr } = await phone(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(words);
  });

  it('lists nobody when nobody waits', async () => {
    expect(await phone('list')).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('somebody starts the gateway by hand', () => {
  it(
    'prints one line with its address, takes a submission of an enrolled terminal, and stops when told',
    async () => {
      const child = launch('main', ['--port', '0', '--data', dataDir]);
      child.stderr.resume();
      const lines = createInterface(child.stdout);
      const [line] = (await once(lines, 'line')) as [string];
      const { url } = z
        .strictObject({ gateway: z.literal('listening'), url: z.url() })
        .parse(JSON.parse(line));
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);

      const out = join(folder.path, 'enrolment.json');
      writeFileSync(out, 'an older one', { mode: 0o644 });
      const enrolled = await outputOf('enrol', [
        '--data',
        dataDir,
        '--terminal',
        'K0127',
        '--url',
        url,
        '--out',
        out,
      ]);
      expect(enrolled).toMatchObject({ code: 0, stderr: '' });
      expect(statSync(out).mode & 0o777).toBe(0o600);
      const enrolment = enrolmentSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
      expect(enrolled.stdout).not.toContain(enrolment.credential);

      const terminal = await testTerminal(enrolment);
      expect((await postTo(url, terminal, await terminal.seal(ADULT_01))).status).toBe(201);
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      expect(await gone).toEqual([0, null]);
    },
    PATIENCE,
  );

  it('is told plainly why it does not listen to other machines without TLS', async () => {
    const { code, stdout, stderr } = await outputOf('main', ['--data', dataDir, '--host', '0.0.0.0']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/without TLS/);
  });

  it.each([
    ['an unknown argument', ['--wrong']],
    ['an unknown log level', ['--log-level', 'loud']],
    ['a port that is none', ['--data', 'x', '--port', '99999']],
    ['a rate that is none', ['--data', 'x', '--drain-rate', 'fast']],
    ['a time that is none', ['--data', 'x', '--process-after', '-1']],
  ])('is told how, after %s', async (_what, args) => {
    const { code, stderr } = await outputOf('main', args);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^gateway: /);
  });

  it('is told what is wrong with a terminal id or an address', async () => {
    const usual = ['--data', dataDir, '--out', join(folder.path, 'x.json')];
    const wrongId = await outputOf('enrol', [...usual, '--terminal', 'k1', '--url', 'http://127.0.0.1:1']);
    expect(wrongId).toMatchObject({ code: 1 });
    expect(wrongId.stderr).toContain('K0127');
    const open = await outputOf('enrol', [
      ...usual,
      '--terminal',
      'K0127',
      '--url',
      'http://gateway.example',
    ]);
    expect(open.stderr).toContain('https');
  });
});

describe('somebody decides by hand', () => {
  it(
    'on a submission that waits at a running gateway',
    async () => {
      const gateway = await startTestGateway({ processing: { afterMs: 3_600_000 } });
      const request = await gateway.terminal.seal(adultNumber(1));
      await gateway.post(request);
      const { reference } = request.envelope;
      const typed = reference.toLowerCase().replaceAll('-', ' ');
      const data = ['--data', gateway.dataDir];
      const decided = await outputOf('main', [
        'decide',
        typed,
        'needs-correction',
        'details-differ',
        ...data,
      ]);
      const outcome = { state: 'needs-correction', code: 'details-differ' };
      expect({ ...decided, stdout: JSON.parse(decided.stdout) as unknown }).toEqual({
        code: 0,
        stderr: '',
        stdout: { decided: reference, outcome },
      });
      expect((await outcomesAfter(gateway, 0)).outcomes).toMatchObject([
        { id: request.envelope.id, outcome },
      ]);
      await outputOf('main', ['decide', reference, 'rejected', 'trustee-declined', ...data]);
      const late = await outputOf('main', ['decide', reference, 'accepted', ...data]);
      expect(late).toMatchObject({ code: 1, stdout: '' });
      expect(late.stderr).toMatch(/^gateway: .*final/);
      await gateway.stop();
    },
    PATIENCE,
  );

  it.each([
    ['a reference with a wrong character', ['K0127-A0042-0', 'accepted'], /reference/],
    ['a reference that never arrived', ['K0127-A0042-', 'accepted'], /nothing arrived/],
    ['an unknown decision', ['K0127-A0042-', 'perhaps'], /arguments/],
    ['a rejection without its reason', ['K0127-A0042-', 'rejected'], /arguments/],
    ['a reason nobody knows', ['K0127-A0042-', 'rejected', 'because'], /arguments/],
    ['an acceptance with a reason', ['K0127-A0042-', 'accepted', 'details-differ'], /arguments/],
  ])('is told plainly about %s', async (_what, args, words) => {
    const whole = formatReference({ terminalId: 'K0127', epoch: 1, counter: 42 });
    const completed = args.map((argument) => (argument === 'K0127-A0042-' ? whole : argument));
    const output = await outputOf('main', ['decide', ...completed, '--data', dataDir]);
    expect(output).toMatchObject({ code: 1, stdout: '' });
    expect(output.stderr).toMatch(words);
  });
});

describe('somebody sets the policy by hand', () => {
  it(
    'from a file, for a running gateway',
    async () => {
      const gateway = await startTestGateway();
      const file = join(folder.path, 'policy.json');
      const policy = { ...EMBEDDED_POLICY, version: 7 };
      writeFileSync(file, JSON.stringify(policy));
      const set = await outputOf('main', ['policy', file, '--data', gateway.dataDir]);
      expect({ ...set, stdout: JSON.parse(set.stdout) as unknown }).toEqual({
        code: 0,
        stderr: '',
        stdout: { policy: 'in force', version: 7 },
      });
      expect((await gateway.call('GET', '/v1/health')).json).toMatchObject({ policyVersion: 7 });
      const again = await outputOf('main', ['policy', file, '--data', gateway.dataDir]);
      expect(again.stderr).toMatch(/higher version/);
      writeFileSync(file, JSON.stringify({ ...policy, version: 8, retention: {} }));
      const wrong = await outputOf('main', ['policy', file, '--data', gateway.dataDir]);
      expect(wrong).toMatchObject({ code: 1 });
      expect(wrong.stderr).toContain('retention.receivedDays');
      writeFileSync(file, 'no json');
      expect((await outputOf('main', ['policy', file, '--data', gateway.dataDir])).stderr).toMatch(
        /not JSON/,
      );
      await gateway.stop();
    },
    PATIENCE,
  );
});

describe('the gateway is started from code', () => {
  it.each(['0.0.0.0', '192.168.1.10', '::', 'gateway.example', '127.0.0.1.example.com', '128.0.0.1'])(
    'refuses %s without TLS',
    async (host) => {
      expect(await startGateway({ dataDir, host })).toMatchObject({ ok: false, code: 'tls-required' });
    },
  );

  it('says when the port is taken', async () => {
    const gateway = await startTestGateway();
    const port = Number(new URL(gateway.url).port);
    const second = await startGateway({ dataDir, port, logLevel: 'silent' });
    expect(second).toMatchObject({ ok: false, code: 'address-unavailable' });
    await gateway.stop();
  });

  it('says when certificate and key are of no use', async () => {
    const tls = { certificate: 'no certificate', privateKey: 'no key' };
    expect(await startGateway({ dataDir, host: '0.0.0.0', tls, logLevel: 'silent' })).toMatchObject({
      ok: false,
      code: 'tls-unusable',
    });
  });

  it('says when a private key is gone, and makes no new one in its place', async () => {
    const first = await startGateway({ dataDir, logLevel: 'silent' });
    if (!first.ok) throw new Error(first.code);
    await first.value.stop();
    const root = join(dataDir, 'keys', 'root.private.json');
    writeFileSync(root, '{"kty":"OKP"');
    expect(await startGateway({ dataDir, logLevel: 'silent' })).toMatchObject({
      ok: false,
      code: 'key-damaged',
    });
    expect(readFileSync(root, 'utf8')).toBe('{"kty":"OKP"');
  });
});

describe('what was told is compared with what arrived', () => {
  it('shows an item that arrived under two ids as counted twice', async () => {
    const gateway = await startTestGateway();
    const reference = formatReference({ terminalId: 'K0127', epoch: 1, counter: 42 });
    const first = await gateway.terminal.seal(adultNumber(1), { reference });
    const second = await gateway.terminal.seal(adultNumber(2), { reference });
    const third = await gateway.terminal.seal(adultNumber(2));
    for (const request of [first, second, third]) await gateway.post(request);
    expect(readGatewayLedger(gateway.dataDir).references).toEqual([
      { reference, id: first.envelope.id, terminalId: 'K0127', outcome: { state: 'accepted' }, count: 2 },
      {
        reference: third.envelope.reference,
        id: third.envelope.id,
        terminalId: 'K0127',
        outcome: { state: 'rejected', code: 'already-registered' },
        count: 1,
      },
    ]);
    await gateway.stop();
  });

  it('is empty before the first start, and while the first start is under way', () => {
    expect(readGatewayLedger(dataDir)).toEqual({ references: [] });
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'gateway.sqlite'), '');
    expect(readGatewayLedger(dataDir)).toEqual({ references: [] });
  });
});
