import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CATALOGUE } from '../../domain/catalogue/catalogue.ts';
import type { Definition, Facts } from '../../domain/catalogue/definition.ts';
import { endingOf, needsIamSmart } from '../../domain/catalogue/ending.ts';
import { buildInstruction, type InstructionPayload } from '../../domain/catalogue/instruction.ts';
import { completed } from '../../domain/catalogue/testing/answering.ts';
import type { FileFacts } from '../../domain/remittance/summary/file-facts.ts';
import { cellsOf, csvLine } from '../../domain/remittance/row/write-row.ts';
import { inventedRow } from '../../scripts/remittance/generate/rows.ts';
import { parseHkid } from '../../domain/identity/document/hkid.ts';
import type { IamSmartEvidence } from '../../domain/identity/proof/iam-smart.ts';
import { KIND_FACTS } from '../../domain/kinds/kinds.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { IdentifiedMember } from '../../domain/registration/draft.ts';
import type { SubmitRequest } from '../../domain/terminal/ports/queue/submission.ts';
import { hongKongDate } from '../../domain/time.ts';
import {
  demoStaff,
  enrolTerminal,
  type GatewayParts,
  openGatewayParts,
  startGateway,
} from '../../gateway/index.ts';
import { ADULT_01 } from '../../gateway/testing/people.ts';
import { type QueueWorker, startQueueWorker } from '../../queue/index.ts';
import { checkBytes } from '../../hardware/drives/check-file.ts';
import { watchedEvents } from '../../queue/testing/watched-events.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder = '';
let worker: QueueWorker;
let stopGateway: () => Promise<void>;
let parts: GatewayParts;
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
  parts = good(await openGatewayParts({ dataDir }));
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
  parts.close();
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

/** The invented member signs in with iAM Smart on their phone. */
async function signedIn(): Promise<IamSmartEvidence> {
  const session = v7();
  const { hkid } = ADULT_01.person;
  const { identification } = ADULT_01;
  const claim = { person: { hkid }, identification: { ...identification, attestation: null } };
  const { id, code } = good(await worker.port.beginSignIn({ session, ...claim }));
  const drawn = new URL(code).searchParams.get('code') ?? '';
  good(await parts.signIns.tell(drawn, { is: 'approved', number: good(parseHkid(hkid)) }));
  const { token } = good(await worker.port.signInState({ id, session }));
  worker.port.endSignIn({ id, session });
  if (token === null) throw new Error('not approved');
  return { sessionId: session, token };
}

/** With staff's attestation, and with a sign-in beside it where there is one. */
function payloadOf(
  definition: Definition,
  file?: FileFacts,
  iamSmart: IamSmartEvidence | null = null,
): InstructionPayload {
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
  const draft = {
    identified,
    attestation,
    iamSmart,
    answers: facts.answers,
    notice: shown,
    declaration: shown,
  };
  return good(buildInstruction(definition, draft, facts));
}

/** Answers of an employer who brought a file. */
function factsByFile(start: Facts, file: FileFacts): Facts {
  const answers = {
    ...{ authorised: 'yes', way: 'file', group: 'no', payer: 'Lantern Street Bakery Ltd' },
    ...{ 'employer-account': file.employerAccountNo, scheme: 'bea-value', file: JSON.stringify(file) },
    ...{ 'stored-rules': 'read', rules: 'none' },
    ...{ timing: 'read', 'pay-by': 'cheque', slip: 'read' },
  };
  return { ...start, answers, heldFile: file.id };
}

/** A file of so many invented employees, read and checked as the terminal does it. */
async function checkedFile(
  employees: number,
): Promise<{ readonly file: FileFacts; readonly rows: Uint8Array }> {
  const lines = Array.from(
    { length: employees },
    (_, index) => `${csvLine(cellsOf(inventedRow(index)))}\r\n`,
  );
  const checked = await checkBytes(new TextEncoder().encode(lines.join('')), {
    data: EMBEDDED_REFERENCE_DATA,
    payer: { name: 'Lantern Street Bakery Ltd', account: '3777463656273' },
    today: hongKongDate(new Date().toISOString()),
    ...{ given: null, stored: null, id: v7() },
    stopped: () => false,
    progress: () => undefined,
  });
  if (typeof checked === 'string' || checked.facts === null || checked.rows === null) {
    throw new Error('something is wrong with the invented rows');
  }
  return { file: checked.facts, rows: checked.rows };
}

const definitions = Object.values(CATALOGUE);
const submitted = definitions.filter(({ kind }) => endingOf(kind, true).how !== 'prepare');

it('every kind can be submitted while the platform can be reached', () => {
  expect(submitted).toHaveLength(definitions.length);
});

it.each(submitted.map((definition) => [definition.kind, definition] as const))(
  '%s is sealed, kept, sent, opened at the gateway, and accepted',
  async (kind, definition) => {
    await watched.until(() => watched.events.some((event) => event.type === 'CONNECTION' && event.online));
    const payload = payloadOf(definition, undefined, needsIamSmart(kind) ? await signedIn() : null);
    const request = { id: v7(), kind, payload: { ...payload, enquiryCode: 'K7M29XQA' } } as SubmitRequest;
    const { id } = good(await worker.port.submit(request));
    const news = () => watched.events.filter((event) => event.type === 'ITEM' && event.id === id);
    await watched.until(() =>
      news().some((event) => event.type === 'ITEM' && event.state !== 'kept' && event.state !== 'received'),
    );
    expect(news().at(-1)).toMatchObject({ state: 'accepted', outcome: null });
  },
);

it('a file of employees travels sealed beside its submission, which is accepted when its rows were checked again', async () => {
  const definition = CATALOGUE['employer-remittance'];
  const { file, rows } = await checkedFile(900);
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

it('what needs iAM Smart is not built at all without it', () => {
  const beyond = definitions.filter(({ kind }) => needsIamSmart(kind));
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
