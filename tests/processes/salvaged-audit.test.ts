import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { demoStaff, enrolTerminal, openGatewayParts, startGateway } from '../../gateway/index.ts';
import { openQueue, type QueueWorker, startQueueWorker } from '../../queue/index.ts';
import { salvagedAuditFate } from '../../queue/rescue/salvaged-audit.ts';
import { good } from '../../queue/testing/values.ts';
import { watchedEvents } from '../../queue/testing/watched-events.ts';

vi.setConfig({ testTimeout: 60_000 });

it('the database is damaged before its log has left: the platform gets the old log, then the new one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'empf-salvaged-audit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'gateway');
  const gateway = good(await startGateway({ dataDir, processing: { afterMs: 3_600_000 } }));
  onTestFinished(gateway.stop);
  const enrolment = good(
    await enrolTerminal({ dataDir, terminalId: 'K0127', gatewayUrl: gateway.url, staff: await demoStaff() }),
  );
  const databasePath = join(folder, 'terminal', 'terminal.db');
  const keyFolder = join(folder, 'terminal', 'keys');
  const start = (auditUpload: number): QueueWorker => {
    const worker = startQueueWorker({
      workerUrl: new URL('../../queue/worker/main.ts', import.meta.url),
      ...{ databasePath, keyFolder, enrolment },
      profile: 'kiosk',
      delays: { auditUpload, idleProbe: 100 },
    });
    onTestFinished(() => worker.stop());
    return worker;
  };

  const first = start(3_600_000);
  const { events, until } = watchedEvents(first.port);
  for (let visit = 0; visit < 5; visit += 1) first.port.audit({ event: 'session.started', actor: 'member' });
  await until(() => events.some((event) => event.type === 'STATUS' && event.status.online));
  await first.stop();
  const queue = good(openQueue(databasePath));
  const { databaseId } = queue;
  const last = good(queue.auditSince(0, 1_000)).rows.at(-1);
  queue.close();
  expect(last?.number).toBeGreaterThan(4);

  const bytes = readFileSync(databasePath);
  bytes.fill(0, 0, 100);
  writeFileSync(databasePath, bytes);

  const parts = good(await openGatewayParts({ dataDir }));
  onTestFinished(() => {
    parts.close();
  });
  const second = start(50);
  const told = watchedEvents(second.port);
  await told.until(() => told.events.some((event) => event.type === 'STATUS' && event.status.online));
  while ((await parts.audit.overview()).chains < 2 || salvagedAuditFate(databasePath) === null)
    await new Promise((resolve) => setImmediate(resolve));
  expect(await parts.audit.overview()).toMatchObject({ chains: 2, breaks: 0 });
  expect(await parts.audit.heldChain({ terminalId: 'K0127', databaseId })).toMatchObject({
    number: last?.number,
    head: last?.hash,
  });
  expect(salvagedAuditFate(databasePath)).toBe('sent');
});
