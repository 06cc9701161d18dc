import { afterEach, describe, expect, it } from 'vitest';
import { practiceTerminalId } from '../../domain/practice/practice-terminal.ts';
import { draftPath } from '../../domain/parking/wire.ts';
import { usabilityPath } from '../../domain/usability/wire.ts';
import { demoStaff } from '../demo-staff.ts';
import { enrolTerminal } from '../enrolment.ts';
import { openGatewayParts, startGateway } from '../index.ts';
import { deviceKey, writeBundle } from '../import/bundle.fixture.ts';
import { importBundle } from '../import/import-bundle.ts';
import { startTestGateway, temporaryFolder, type TestGateway, NOW } from '../testing/gateway.ts';
import { testTerminal, type TestTerminal } from '../testing/terminal.ts';
import { ADULT_01 } from '../testing/people.ts';
import { cellsFault, markFault, terminalFault } from './practice.ts';

let gateway: TestGateway | null = null;
afterEach(async () => {
  await gateway?.stop();
  gateway = null;
});

const OWNER = '0190d5a8-0000-7000-8000-00000000f0f0';
const PRACTICE = practiceTerminalId('K0127');

/** A practice terminal that somebody enrolled all the same: the last thing that could go wrong. */
async function practiceTerminal(at: TestGateway): Promise<TestTerminal> {
  const enrolled = await enrolTerminal({
    dataDir: at.dataDir,
    terminalId: PRACTICE,
    gatewayUrl: at.url,
    staff: await demoStaff(),
    mode: 'practice',
    now: () => new Date(NOW),
  });
  if (!enrolled.ok) throw new Error(enrolled.code);
  return testTerminal(enrolled.value);
}

function as(at: TestGateway, terminal: TestTerminal, method: string, path: string, body: unknown) {
  return fetch(`${at.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${terminal.enrolment.credential}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
}

async function codeOf(answer: Promise<Response>): Promise<unknown> {
  const response = await answer;
  return { status: response.status, code: ((await response.json()) as { code?: string }).code };
}

const DRAFT = {
  ...{ draftId: 'K7M2', schemaVersion: 1, sealed: 'q'.repeat(400) },
  expiresAt: new Date(Date.parse(NOW) + 7 * 86_400_000).toISOString(),
};
const refused = { status: 403, code: 'practice-refused' };
const cell = {
  ...{ profile: 'kiosk', flow: 'none', step: 'visit', locale: 'en', textSize: 'normal', assist: false },
  ...{ measure: 'begun', count: 3 },
};

describe('a gateway for real', () => {
  it('refuses what says that it was made in practice, alone and in a batch, whoever brings it', async () => {
    gateway = await startTestGateway();
    const marked = await gateway.terminal.seal(ADULT_01, { mode: 'practice' });
    const alone = await gateway.post(marked);
    expect([alone.status, (alone.json as { code: string }).code]).toEqual([403, 'practice-refused']);
    const batch = await gateway.postBatch([marked]);
    expect(JSON.stringify(batch.json)).toContain('practice-refused');
    const real = await gateway.post(await gateway.terminal.seal(ADULT_01));
    expect(real.status).toBe(201);
  });

  it('refuses files, counts and a day that say so', async () => {
    gateway = await startTestGateway();
    const { manifest } = await gateway.terminal.attach(new Uint8Array(10), OWNER, {
      mode: 'practice',
    });
    expect(await gateway.call('POST', '/v1/attachments', manifest)).toMatchObject({
      status: 403,
      json: { code: 'practice-refused' },
    });
    const cells = [
      { ...cell, mode: 'live' },
      { ...cell, mode: 'practice' },
    ];
    expect(await gateway.call('PUT', usabilityPath(1, '2026-11-22'), { cells })).toMatchObject({
      status: 403,
      json: { code: 'practice-refused' },
    });
    expect(
      await gateway.call('PUT', usabilityPath(1, '2026-11-22'), { cells: cells.slice(0, 1) }),
    ).toMatchObject({ status: 200 });
    expect(markFault({ terminalId: PRACTICE, mode: 'practice' }, 'live')).toBe('practice-refused');
  });

  it('refuses a draft by its mark, whoever brings it, and takes the same without it', async () => {
    gateway = await startTestGateway();
    const path = draftPath('k'.repeat(43));
    expect(await gateway.call('PUT', path, { ...DRAFT, mode: 'practice' })).toMatchObject({
      status: 403,
      json: { code: 'practice-refused' },
    });
    expect((await gateway.call('GET', path)).status).toBe(404);
    expect((await gateway.call('PUT', path, DRAFT)).json).toEqual({ stored: true });
    expect((await gateway.call('GET', path)).json).toEqual(DRAFT);
  });

  it('lets a practice terminal in at no door, should one be enrolled', async () => {
    gateway = await startTestGateway();
    const terminal = await practiceTerminal(gateway);
    const at = gateway;
    const doors: readonly [string, string][] = [
      ['POST', '/v1/submissions'],
      ['POST', '/v1/batches'],
      ['POST', '/v1/attachments'],
      ['PUT', draftPath('a'.repeat(43))],
      ['PUT', usabilityPath(1, '2026-11-22')],
      ['POST', '/v1/day-reports'],
      ['POST', '/v1/audit'],
      ['POST', '/v1/enquiries'],
      ['POST', '/v1/staff-notices'],
    ];
    for (const [method, path] of doors) {
      expect([path, await codeOf(as(at, terminal, method, path, {}))]).toEqual([path, refused]);
    }
  });

  it('enrols no practice terminal unless told that it is for practice', async () => {
    gateway = await startTestGateway();
    await expect(gateway.enrol(PRACTICE)).rejects.toThrow('terminal-id');
  });

  it('opens nothing that was sealed to the practice key, whatever the envelope says', async () => {
    gateway = await startTestGateway();
    const { keys } = gateway.terminal;
    const kid = keys.keys.find(({ use }) => use === 'seal-practice')?.kid ?? '';
    const answer = await gateway.post(await gateway.terminal.seal(ADULT_01, { kid }));
    expect((answer.json as { code: string }).code).toBe('sealing-key-unknown');
  });
});

describe('a gateway for practice', () => {
  it('takes what is practised, has it in a database of its own, and refuses what is real', async () => {
    const folder = temporaryFolder();
    const options = { dataDir: folder.path, mode: 'practice' as const, now: () => new Date(NOW) };
    const started = await startGateway({ ...options, logSink: { write: () => undefined } });
    if (!started.ok) throw new Error(started.code);
    const { url, stop } = started.value;
    const enrolled = await enrolTerminal({
      ...{ dataDir: folder.path, terminalId: PRACTICE, gatewayUrl: url, staff: await demoStaff() },
      ...{ mode: 'practice', now: () => new Date(NOW) },
    });
    if (!enrolled.ok) throw new Error(enrolled.code);
    const terminal = await testTerminal(enrolled.value);
    const post = async (request: Awaited<ReturnType<TestTerminal['seal']>>) => {
      const answer = await fetch(`${url}/v1/submissions`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${enrolled.value.credential}`,
          'content-type': 'application/json',
          'idempotency-key': request.envelope.id,
        },
        body: JSON.stringify(request),
      });
      return answer.status;
    };
    expect(await post(await terminal.seal(ADULT_01, { mode: 'practice' }))).toBe(201);
    // Marked as real by somebody: refused as what it is.
    expect(await post(await terminal.seal(ADULT_01))).toBe(400);
    await stop();
    const asLive = await openGatewayParts({ dataDir: folder.path, mode: 'live' });
    expect(asLive).toMatchObject({ ok: false, code: 'mode-differs' });
    folder.remove();
  });

  it('keeps drafts that say so, gives them back marked, and refuses one that claims to be real', async () => {
    const folder = temporaryFolder();
    const opened = await openGatewayParts({
      ...{ dataDir: folder.path, mode: 'practice', now: () => new Date(NOW) },
    });
    if (!opened.ok) throw new Error(opened.code);
    const { drafts, close } = opened.value;
    const marked = { ...DRAFT, mode: 'practice' } as const;
    expect(await drafts.keep(PRACTICE, 'a'.repeat(43), DRAFT)).toMatchObject({
      ok: false,
      code: 'malformed',
    });
    expect(await drafts.keep('K0127', 'a'.repeat(43), DRAFT)).toMatchObject({ code: 'live-refused' });
    expect(await drafts.keep(PRACTICE, 'a'.repeat(43), marked)).toEqual({ ok: true, value: null });
    expect(await drafts.fetch(PRACTICE, 'a'.repeat(43))).toEqual({ ok: true, value: marked });
    close();
    folder.remove();
  });

  it('is never made of a database that was for real', async () => {
    gateway = await startTestGateway();
    expect(await openGatewayParts({ dataDir: gateway.dataDir, mode: 'practice' })).toMatchObject({
      code: 'mode-differs',
    });
  });

  it('knows a live terminal, and live counts, for what they are', () => {
    expect(terminalFault('K0127', 'practice')).toBe('live-refused');
    expect(cellsFault([{ mode: 'live' }], 'practice')).toBe('live-refused');
    expect(markFault({ terminalId: PRACTICE }, 'practice')).toBe('malformed');
  });
});

describe('a drive from a terminal in practice', () => {
  it('is told from its manifest, before any part of it is opened', async () => {
    gateway = await startTestGateway();
    const terminal = await practiceTerminal(gateway);
    const drive = temporaryFolder();
    const submissions = [[await terminal.seal(ADULT_01, { mode: 'practice' })]];
    const folder = await writeBundle(drive.path, terminal, deviceKey(), { submissions });
    const parts = await openGatewayParts({ dataDir: gateway.dataDir });
    if (!parts.ok) throw new Error(parts.code);
    expect(await importBundle(parts.value, folder)).toMatchObject({ ok: false, code: 'practice-refused' });
    parts.value.close();
    drive.remove();
  });

  it('carries no practised item in the bundle of a live one', async () => {
    gateway = await startTestGateway();
    const { terminal } = gateway;
    const drive = temporaryFolder();
    const submissions = [
      [await terminal.seal(ADULT_01, { mode: 'practice' }), await terminal.seal(ADULT_01)],
    ];
    const folder = await writeBundle(drive.path, terminal, deviceKey(), { submissions });
    const parts = await openGatewayParts({ dataDir: gateway.dataDir });
    if (!parts.ok) throw new Error(parts.code);
    expect(await importBundle(parts.value, folder)).toMatchObject({
      ok: true,
      value: { taken: 0, refused: 1 },
    });
    parts.value.close();
    drive.remove();
  });
});
