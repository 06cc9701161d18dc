import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { ItemState } from '../../domain/terminal/ports/queue/submission.ts';
import { demoStaff, enrolTerminal, openGatewayParts, startGateway } from '../../gateway/index.ts';
import { ADULT_01 } from '../../gateway/testing/people.ts';
import { openKeyStore, openQueue, type QueueWorker, startQueueWorker } from '../../queue/index.ts';
import { backupPaths } from '../../queue/rescue/backup.ts';
import { exportPending } from '../../queue/transfer/export.ts';
import { watchedEvents } from '../../queue/testing/watched-events.ts';
import { findPersonalData } from '../support/personal-data.ts';

vi.setConfig({ testTimeout: 60_000 });

const { person, contact, identification } = ADULT_01;
const CODE = 'K7M29XQA';
/** As somebody's data stands in a payload: number in every form, names, telephone, the code on the slip. */
const DATA: readonly string[] = [
  person.hkid,
  person.hkid.slice(0, -1),
  `${person.hkid.slice(0, -1)}(${person.hkid.slice(-1)})`,
  person.surname,
  person.givenNames,
  person.nameChinese ?? '',
  contact.channel === 'mobile' ? contact.mobile : '',
  CODE,
];
/** What must be nowhere. */
const CANARY: readonly string[] = [...DATA, person.surname.toLowerCase(), person.givenNames.toLowerCase()];
const DELAYS = { idleProbe: 100, auditUpload: 100, maintenanceLook: 50, maintenanceAfter: 50 };

let folder = '';
let worker: QueueWorker | null = null;
let stopGateway: (() => Promise<void>) | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'empf-canary-'));
});
afterEach(async () => {
  await worker?.stop();
  await stopGateway?.();
  worker = null;
  stopGateway = null;
  rmSync(folder, { recursive: true, force: true });
});

function good<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

function registration(changes: Partial<RegistrationPayload> = {}) {
  const payload: RegistrationPayload = { ...ADULT_01, enquiryCode: CODE, ...changes };
  return { id: v7(), kind: 'member-registration', payload } as const;
}

/** A terminal's queue in its own thread and the reference gateway, with everything either writes below `folder`. */
async function terminalAndGateway() {
  const dataDir = join(folder, 'gateway');
  const log: string[] = [];
  const gateway = good(
    await startGateway({
      dataDir,
      processing: { afterMs: 3_600_000 },
      logLevel: 'debug',
      logSink: { write: (line) => log.push(line) },
    }),
  );
  stopGateway = gateway.stop;
  const enrolment = good(
    await enrolTerminal({ dataDir, terminalId: 'K0127', gatewayUrl: gateway.url, staff: await demoStaff() }),
  );
  const paths = {
    databasePath: join(folder, 'terminal', 'terminal.db'),
    keyFolder: join(folder, 'terminal', 'keys'),
  };
  const started = startQueueWorker({
    workerUrl: new URL('../../queue/worker/main.ts', import.meta.url),
    ...paths,
    enrolment,
    profile: 'kiosk',
    delays: DELAYS,
  });
  worker = started;
  const { events, until } = watchedEvents(started.port);
  const reached = (id: string, state: ItemState): Promise<void> =>
    until(() => events.some((event) => event.type === 'ITEM' && event.id === id && event.state === state));
  const offline = (): Promise<void> =>
    until(() => events.findLast((event) => event.type === 'CONNECTION')?.online === false);
  return { dataDir, log, enrolment, paths, port: started.port, reached, offline };
}

it('the canary goes through every flow and is in no file, no log line and no audit entry', async () => {
  const { dataDir, log, enrolment, paths, port, reached, offline } = await terminalAndGateway();
  const claim = { person: { hkid: person.hkid }, identification };

  // Registration; sent, received.
  const first = good(await port.submit(registration()));
  await reached(first.id, 'received');

  // Enquiry: with the code, with the document, with both wrong.
  const { reference } = first;
  expect(good(await port.enquire({ reference, by: 'code', code: CODE }))).toMatchObject({
    status: 'received',
  });
  expect(good(await port.enquire({ reference, by: 'document', ...claim }))).toMatchObject({
    status: 'received',
  });
  expect((await port.enquire({ reference, by: 'code', code: 'ABCD2345' })).ok).toBe(false);
  expect((await port.enquire({ reference: 'K0127-A0099-0', by: 'document', ...claim })).ok).toBe(false);

  // Correction: the platform asks for it, the member is identified again and sends a new one.
  const parts = good(await openGatewayParts({ dataDir }));
  const decision = { state: 'needs-correction', code: 'details-differ' } as const;
  good(await parts.store.decide(reference, decision, new Date().toISOString()));
  await reached(first.id, 'needs-correction');
  const correction = good(await port.openCorrection({ reference, ...claim }));
  expect(correction.payload.person).toEqual(person);
  const { person: read, ...rest } = correction.payload;
  const corrected = good(
    await port.submit({
      ...registration({ ...rest, person: { ...read, sex: null } }),
      supersedes: correction.id,
    }),
  );
  await reached(corrected.id, 'received');

  // Withdrawal of what the platform has.
  const withdrawal = {
    schemaVersion: 1,
    kind: 'cancellation',
    cancels: corrected.id,
    reference: corrected.reference,
    ...claim,
  } as const;
  const cancelled = good(await port.submit({ id: v7(), kind: 'cancellation', payload: withdrawal }));
  await reached(cancelled.id, 'received');

  // What is wrong and refused, and what somebody tries to put into the audit log.
  const { contact: _left, ...incomplete } = ADULT_01;
  const broken = incomplete as RegistrationPayload;
  expect((await port.submit({ id: v7(), kind: 'member-registration', payload: broken })).ok).toBe(false);
  for (const text of DATA) {
    const entry = {
      event: 'session.ended',
      actor: 'member',
      sessionId: text,
      detail: { how: text },
    } as const;
    port.audit(entry satisfies AuditEntry);
  }

  // The audit chain has reached the platform, whole.
  while ((await parts.audit.overview()).chains === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(await parts.audit.overview()).toMatchObject({ chains: 1, breaks: 0 });

  // Kept while the platform is away, withdrawn before it was sent, exported to a drive.
  await stopGateway?.();
  stopGateway = null;
  // An item whose sending was broken off may have arrived; only one that was never tried can be withdrawn here.
  await offline();
  const left = good(await port.submit(registration()));
  const taken = { ...withdrawal, cancels: left.id, reference: left.reference };
  good(await port.submit({ id: v7(), kind: 'cancellation', payload: taken }));
  good(await port.submit(registration()));
  const feedback = { schemaVersion: 1, kind: 'feedback', rating: 4, locale: 'zh-Hant' } as const;
  good(await port.submit({ id: v7(), kind: 'feedback', payload: feedback }));
  // The copy of the database is made when nothing has been asked for a moment.
  const [copy] = backupPaths(paths.databasePath);
  await vi.waitFor(() => expect(existsSync(copy)).toBe(true), { timeout: 20_000 });
  await worker?.stop();
  parts.close();

  const drive = join(folder, 'drive');
  mkdirSync(drive);
  const keys = good(await openKeyStore({ folder: paths.keyFolder, enrolment }));
  const queue = good(openQueue(paths.databasePath));
  const exported = good(await exportPending({ queue, keys, terminalId: 'K0127', targetFolder: drive }));
  expect(exported.submissions).toBeGreaterThan(0);
  const audited = good(queue.auditSince(0, 1_000)).rows.map(({ entry }) => entry);
  queue.close();

  const names = audited.map((entry) => (JSON.parse(entry) as AuditEntry).event);
  expect(names).toEqual(
    expect.arrayContaining([
      'submission.kept',
      'submission.received',
      'submission.outcome',
      'submission.cancelled',
      'enquiry.made',
      'correction.opened',
      'export.completed',
      'database.backed-up',
    ]),
  );
  writeFileSync(join(folder, 'log.txt'), log.join(''));
  writeFileSync(join(folder, 'audit.txt'), audited.join('\n'));
  expect(log.length).toBeGreaterThan(10);
  expect(findPersonalData(folder, CANARY)).toEqual([]);

  // The search finds what is there.
  writeFileSync(join(folder, 'control.txt'), JSON.stringify(registration().payload));
  const found = findPersonalData(folder, CANARY);
  expect(new Set(found.map(({ file }) => file))).toEqual(new Set(['control.txt']));
});
