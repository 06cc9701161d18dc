import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeJwt } from 'jose';
import { describe, expect, test, vi } from 'vitest';
import type { StaffMember } from '../../../domain/identity/staff.ts';
import { verifyJson } from '../../../domain/wire/signing.ts';
import { z } from 'zod';
import { type KeyStore, openKeyStore } from '../../keys/key-store.ts';
import { dataFolder } from '../../testing/data-folder.ts';
import { good } from '../../testing/values.ts';
import { backUp } from '../backup.ts';
import { readAuditFile } from '../old-audit.ts';
import { filledQueue, type FilledQueue, withFile } from '../testing/filled-queue.ts';
import { wipe, type WipeRequest } from './wipe.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

const supervisor = (staffId: string): StaffMember => ({
  staffId,
  role: 'supervisor',
  identityTrainedOn: null,
});

interface Terminal {
  readonly filled: FilledQueue;
  readonly keys: KeyStore;
  readonly request: WipeRequest;
}

async function terminal(): Promise<Terminal> {
  const filled = await filledQueue();
  const keyFolder = join(dirname(filled.path), 'keys');
  const { enrolment } = filled.platform;
  const keys = good(await openKeyStore({ folder: keyFolder, enrolment }));
  const request: WipeRequest = {
    queue: filled.queue,
    keys,
    terminalId: 'K0127',
    databasePath: filled.path,
    keyFolder,
    proofFolder: dataFolder(),
  };
  return { filled, keys, request };
}

describe('a terminal goes out of use', () => {
  test('everything was received: it is wiped, and a signed proof is left', async () => {
    const { filled, keys, request } = await terminal();
    filled.keep(3);
    await filled.receive(3);
    good(await backUp(filled.path, filled.queue));
    writeFileSync(`${filled.path}.damaged-1`, 'set aside');
    const { deviceKey } = keys.introduction();
    const wiped = good(await wipe(request));
    expect(wiped.unreceived).toBe(0);
    expect(readdirSync(dirname(filled.path))).toEqual([]);
    const proof = await verifyJson(readFileSync(wiped.proofPath, 'utf8'), deviceKey, z.looseObject({}));
    expect(proof).toMatchObject({
      ok: true,
      value: { terminalId: 'K0127', phase: 'completed', unreceived: 0, supervisors: [] },
    });
    const saved = readAuditFile(join(request.proofFolder, `wipe-${wiped.proof}.audit.jsonl`));
    expect(saved.at(-1)?.entry).toContain('terminal.wiped');
  });

  test('something was not received: refused with the count, and nothing has changed', async () => {
    const { filled, request } = await terminal();
    filled.keep(3);
    await filled.receive(1);
    expect(await wipe(request)).toEqual({ ok: false, code: 'not-received', params: { count: 2 } });
    expect(good(filled.queue.counts())).toMatchObject({ kept: 2, accepted: 1 });
    expect(readdirSync(request.proofFolder)).toEqual([]);
    filled.queue.close();
  });

  test('a file of a received submission was not received: refused', async () => {
    const { filled, request } = await terminal();
    withFile(filled.queue, 1);
    await filled.receive(1);
    expect(await wipe(request)).toMatchObject({ code: 'not-received', params: { count: 1 } });
    filled.queue.close();
  });

  test.each([
    ['one supervisor', [supervisor('S2001')], 'supervisors-needed'],
    ['the same supervisor twice', [supervisor('S2001'), supervisor('S2001')], 'supervisors-same'],
    [
      'a supervisor and an officer',
      [supervisor('S2001'), { ...supervisor('S2002'), role: 'officer' as const }],
      'supervisors-needed',
    ],
  ])('%s is not enough', async (_, supervisors, code) => {
    const { filled, request } = await terminal();
    filled.keep(1);
    expect(await wipe({ ...request, supervisors })).toEqual({ ok: false, code, params: { count: 1 } });
    expect(existsSync(filled.path)).toBe(true);
    filled.queue.close();
  });

  test('two different supervisors take it upon themselves: the proof names them and what was lost', async () => {
    const { filled, request } = await terminal();
    filled.keep(2);
    const wiped = good(await wipe({ ...request, supervisors: [supervisor('S2001'), supervisor('S2002')] }));
    expect(decodeJwt(readFileSync(wiped.proofPath, 'utf8'))).toMatchObject({
      unreceived: 2,
      ids: filled.confirmed.map(({ id }) => id),
      supervisors: ['S2001', 'S2002'],
    });
    expect(existsSync(filled.path)).toBe(false);
    expect(existsSync(request.keyFolder)).toBe(false);
  });

  test('a receipt under a key that was revoked since counts for nothing', async () => {
    const { filled, keys, request } = await terminal();
    filled.keep(1);
    await filled.receive(1);
    const { platform } = filled;
    const { document } = platform;
    const revoked = document.keys.map((key) =>
      key.use === 'receipt' ? { ...key, revokedAt: '2026-03-03T00:00:00.000Z' } : key,
    );
    good(await keys.offer(await platform.signDocument({ ...document, version: 2, keys: revoked })));
    expect(await wipe(request)).toMatchObject({ code: 'not-received', params: { count: 1 } });
    filled.queue.close();
  });

  test('the proof may not lie in what is wiped', async () => {
    const { filled, request } = await terminal();
    const proofFolder = join(request.keyFolder, 'proof');
    mkdirSync(proofFolder);
    expect(await wipe({ ...request, proofFolder })).toEqual({ ok: false, code: 'proof-inside' });
    filled.queue.close();
  });
});
