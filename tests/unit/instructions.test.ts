import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CATALOGUE } from '../../domain/catalogue/catalogue.ts';
import type { Definition, Facts } from '../../domain/catalogue/definition.ts';
import { endingOf } from '../../domain/catalogue/ending.ts';
import { buildInstruction, type InstructionPayload } from '../../domain/catalogue/instruction.ts';
import { completed } from '../../domain/catalogue/testing/answering.ts';
import { SAMPLE_FILE } from '../../domain/catalogue/testing/sample-file.ts';
import type { FileFacts } from '../../domain/remittance/summary/file-facts.ts';
import { cellsOf, csvLine } from '../../domain/remittance/row/write-row.ts';
import { inventedRow } from '../../scripts/remittance/generate/rows.ts';
import { parseHkid } from '../../domain/identity/hkid.ts';
import { KIND_FACTS } from '../../domain/kinds/kinds.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { IdentifiedMember } from '../../domain/registration/draft.ts';
import type { SubmitRequest } from '../../domain/terminal/ports.ts';
import { hongKongDate } from '../../domain/time.ts';
import { demoStaff, enrolTerminal, startGateway } from '../../gateway/index.ts';
import { ADULT_01 } from '../../gateway/testing/people.ts';
import { type QueueWorker, startQueueWorker } from '../../queue/index.ts';
import { watchedEvents } from '../../queue/testing/watched-events.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder = '';
let worker: QueueWorker;
let stopGateway: () => Promise<void>;
let watched: ReturnType<typeof watchedEvents>;

function good<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'empf-instructions-'));
  const dataDir = join(folder, 'gateway');
  const gateway = good(await startGateway({ dataDir }));
  stopGateway = gateway.stop;
  const enrolment = good(
    await enrolTerminal({ dataDir, terminalId: 'K0127', gatewayUrl: gateway.url, staff: await demoStaff() }),
  );
  worker = startQueueWorker({
    workerUrl: new URL('../../queue/worker/main.ts', import.meta.url),
    databasePath: join(folder, 'terminal', 'terminal.db'),
    keyFolder: join(folder, 'terminal', 'keys'),
    enrolment,
    profile: 'kiosk',
    // The outcome of what waits for its file comes with the next probe.
    delays: { idleProbe: 500 },
  });
  watched = watchedEvents(worker.port);
});
afterAll(async () => {
  await worker.stop();
  await stopGateway();
  rmSync(folder, { recursive: true, force: true });
});

/** The invented member of the gateway's tests, whose card was read. */
function member(year: number): IdentifiedMember {
  const { person, identification } = ADULT_01;
  return {
    means: 'reader',
    document: {
      kind: 'hkid',
      number: good(parseHkid(person.hkid)),
      surname: person.surname,
      givenNames: person.givenNames,
      nameChinese: person.nameChinese,
      dateOfBirth: { year, month: 3, day: 14 },
      sex: null,
      dateOfIssue: null,
      authenticity: identification.authenticity,
    },
  };
}

function payloadOf(definition: Definition, file?: FileFacts): InstructionPayload {
  const now = new Date().toISOString();
  const nobody = KIND_FACTS[definition.kind].assurance === 0;
  // Old enough to take money out, or young enough to pay in.
  const identified = nobody ? null : member(definition.kind === 'benefit-withdrawal' ? 1958 : 1971);
  const start: Facts = {
    answers: {},
    identified,
    online: true,
    now,
    today: hongKongDate(now),
    data: EMBEDDED_REFERENCE_DATA,
  };
  const facts = file === undefined ? completed(definition, start)?.facts : factsByFile(start, file);
  if (facts === undefined) throw new Error('nobody can complete it');
  const shown = { digest: 'd'.repeat(43), locale: 'zh-Hant', at: now } as const;
  const { attestation } = ADULT_01.identification;
  const draft = { identified, attestation, answers: facts.answers, notice: shown, declaration: shown };
  return good(buildInstruction(definition, draft, facts));
}

/** Answers of an employer who brought a file. */
function factsByFile(start: Facts, file: FileFacts): Facts {
  const answers = {
    ...{ authorised: 'yes', way: 'file', group: 'no', payer: 'Lantern Street Bakery Ltd' },
    ...{ 'employer-account': file.employerAccountNo, scheme: 'bea-value', file: JSON.stringify(file) },
    rules: 'none',
    ...{ timing: 'read', 'pay-by': 'cheque', slip: 'read' },
  };
  return { ...start, answers, heldFile: file.id };
}

const definitions = Object.values(CATALOGUE);
const submitted = definitions.filter(({ kind }) => endingOf(kind, true).how !== 'prepare');

it.each(submitted.map((definition) => [definition.kind, definition] as const))(
  '%s is sealed, kept, sent, opened at the gateway, and accepted',
  async (kind, definition) => {
    const payload = payloadOf(definition);
    const request = { id: v7(), kind, payload: { ...payload, enquiryCode: 'K7M29XQA' } } as SubmitRequest;
    const { id } = good(await worker.port.submit(request));
    const news = () => watched.events.filter((event) => event.type === 'ITEM' && event.id === id);
    await watched.until(() =>
      news().some((event) => event.type === 'ITEM' && event.state !== 'kept' && event.state !== 'received'),
    );
    expect(news().at(-1)).toMatchObject({ state: 'accepted', outcome: null });
  },
);

it('a file of employees travels sealed beside its submission, which is accepted when both are there', async () => {
  const definition = CATALOGUE['employer-remittance'];
  const rows = new TextEncoder().encode(`${csvLine(cellsOf(inventedRow(0)))}\r\n`.repeat(900));
  const file = {
    ...SAMPLE_FILE,
    id: v7(),
    bytes: rows.byteLength,
    digest: createHash('sha256').update(rows).digest('base64url'),
  };
  const payload = payloadOf(definition, file);
  expect(payload.details).toMatchObject({ file: { id: file.id, digest: file.digest } });
  const request = {
    ...{ id: v7(), kind: 'employer-remittance', files: [file.id] },
    payload: { ...payload, enquiryCode: 'K7M29XQA' },
  } as SubmitRequest;
  expect(await worker.port.submit(request)).toMatchObject({ ok: false, code: 'incomplete' });
  const bytes = { id: file.id, mediaType: 'text/csv', bytes: rows } as const;
  const { id } = good(await worker.port.submit(request, [bytes]));
  const news = () => watched.events.filter((event) => event.type === 'ITEM' && event.id === id);
  await watched.until(() => news().some((event) => event.type === 'ITEM' && event.state === 'accepted'));
  const onDisk = readFileSync(join(folder, 'terminal', 'terminal.db.attachments', file.id));
  expect(onDisk.byteLength).toBeGreaterThan(rows.byteLength);
  expect(onDisk.includes('MT00298')).toBe(false);
});

it('what nobody can identify themselves for at a terminal is not built at all', () => {
  const beyond = definitions.filter(({ kind }) => endingOf(kind, true).how === 'prepare');
  expect(beyond.map(({ kind }) => kind).sort()).toEqual(['benefit-withdrawal', 'particulars-change']);
  for (const definition of beyond) {
    expect(() => payloadOf(definition)).toThrow(/"field":"identification"/);
  }
});

it('a payload with a field too many is refused before it is sealed', async () => {
  const definition = CATALOGUE['call-back'];
  const payload = payloadOf(definition);
  const details = { ...(payload.details as object), more: 'than was asked' };
  const request = { id: v7(), kind: 'call-back', payload: { ...payload, details } } as const;
  expect(await worker.port.submit(request)).toMatchObject({ ok: false, code: 'incomplete' });
});
