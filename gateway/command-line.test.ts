import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { enrolmentSchema } from '../domain/wire/contract.ts';
import { startGateway } from './index.ts';
import { readGatewayLedger } from './inspect.ts';
import { postTo, startTestGateway, temporaryFolder } from './testing/gateway.ts';
import { ADULT_01, adultNumber } from './testing/people.ts';
import { testTerminal } from './testing/terminal.ts';

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
  return spawn(process.execPath, [join(import.meta.dirname, `${program}.ts`), ...args], {
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

describe('somebody starts the gateway by hand', () => {
  it('prints one line with its address, takes a submission of an enrolled terminal, and stops when told', async () => {
    const child = launch('main', ['--port', '0', '--data', dataDir]);
    child.stderr.resume();
    const lines = createInterface(child.stdout);
    const [line] = (await once(lines, 'line')) as [string];
    const { url } = z.strictObject({ gateway: z.literal('listening'), url: z.url() }).parse(JSON.parse(line));
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
  });

  it('is told plainly why it does not listen to other machines without TLS', async () => {
    const { code, stdout, stderr } = await outputOf('main', ['--data', dataDir, '--host', '0.0.0.0']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/without TLS/);
  });

  it.each([
    ['an unknown argument', ['--wrong']],
    ['an unknown log level', ['--log-level', 'loud']],
    ['a port that is none', ['--data', 'x', '--port', '99999']],
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
    const reference = 'K0127-A0042-7';
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
