import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseReference } from '../domain/reference.ts';
import type { CancellationPayload } from '../domain/kinds/cancellation.ts';
import type { SubmitRequest } from '../domain/terminal/ports/queue/submission.ts';
import { open } from '../domain/wire/sealed/sealing.ts';
import type { KeyStore } from './keys/key-store.ts';
import { openKeyStore } from './keys/key-store.ts';
import { openQueue, type Queue, type QueueOptions } from './store/queue.ts';
import { createSubmitter, type Withdrawn } from './submit.ts';
import { dataFolder } from './testing/data-folder.ts';
import { type TestPlatform, testPlatform } from './testing/platform.ts';
import { ADULT_01, ADULT_01_MOBILE, registration, submitRequest } from './testing/submissions.ts';
import { good, only } from './testing/values.ts';

let platform: TestPlatform;
let folder = '';
let keys: KeyStore;

beforeEach(async () => {
  platform = await testPlatform('http://127.0.0.1:1');
  folder = dataFolder();
  keys = good(await openKeyStore({ folder: join(folder, 'keys'), enrolment: platform.enrolment }));
});

function terminal(options: QueueOptions = {}) {
  const queue = good(openQueue(join(folder, 'queue.db'), options));
  const told: string[] = [];
  const withdrawn: (Withdrawn | null)[] = [];
  const submitter = createSubmitter({
    queue,
    keys,
    terminalId: 'K0127',
    onKept(kept, taken) {
      told.push(kept.id);
      withdrawn.push(taken);
    },
  });
  return { queue, submitter, told, withdrawn };
}

function cancellationOf(cancels: string, reference: string): SubmitRequest {
  const payload: CancellationPayload = {
    schemaVersion: 1,
    kind: 'cancellation',
    cancels,
    reference,
    person: { hkid: ADULT_01.hkid },
    identification: registration().identification,
  };
  return { id: v7(), kind: 'cancellation', payload };
}

function feedback(rating = 5): SubmitRequest {
  const payload = { schemaVersion: 1, kind: 'feedback', rating, locale: 'en' } as const;
  return { id: v7(), kind: 'feedback', payload };
}

/** What the platform reads in what was kept. */
async function openedBy(queue: Queue, id: string): Promise<unknown> {
  const envelope = good(queue.get(id))?.envelope ?? null;
  const sealed = good(queue.sealedOf(id));
  if (envelope === null || sealed === null) throw new Error('not stored');
  const opened = good(await open(sealed, envelope, platform.sealingPrivateKey));
  return JSON.parse(new TextDecoder().decode(opened));
}

describe('a member confirms', () => {
  test('it is sealed for the platform, which alone can open it', async () => {
    const { queue, submitter } = terminal();
    const request = submitRequest();
    const kept = good(await submitter.submit(request));
    expect(good(parseReference(kept.reference))).toEqual({ terminalId: 'K0127', epoch: 1, counter: 1 });
    expect(await openedBy(queue, kept.id)).toEqual(request.payload);
    expect(good(queue.get(kept.id))?.envelope).toMatchObject({
      kid: 'seal-1',
      kind: 'member-registration',
      lane: keys.laneOf(ADULT_01.hkid),
    });
    queue.close();
  });

  test('twice, also at the same moment: one number, sealed once', async () => {
    const { queue, submitter, told } = terminal();
    const request = submitRequest();
    const [first, second] = await Promise.all([submitter.submit(request), submitter.submit(request)]);
    const third = await submitter.submit(request);
    expect(good(first)).toEqual(good(second));
    expect(good(third)).toEqual(good(first));
    expect(good(queue.list())).toHaveLength(1);
    expect(told).toEqual([request.id]);
    queue.close();
  });

  test('again after the machine was restarted: the same number', async () => {
    const request = submitRequest();
    const before = terminal();
    const first = good(await before.submitter.submit(request));
    before.queue.close();
    const after = terminal();
    expect(good(await after.submitter.submit(request))).toEqual(first);
    after.queue.close();
  });

  test('two registrations of one person share a lane', async () => {
    const { queue, submitter } = terminal();
    good(await submitter.submit(submitRequest()));
    good(await submitter.submit(submitRequest()));
    const [first, second] = good(queue.list());
    expect(first?.lane).toBe(second?.lane);
    queue.close();
  });
});

describe('a member withdraws what was left', () => {
  test('before it was sent: it leaves the line, and the withdrawal goes in the same lane', async () => {
    const { queue, submitter, withdrawn } = terminal();
    const left = good(await submitter.submit(submitRequest()));
    const request = cancellationOf(left.id, left.reference);
    const kept = good(await submitter.submit(request));
    expect(kept.reference).not.toBe(left.reference);
    expect(withdrawn).toEqual([null, { id: left.id, reference: left.reference }]);
    expect(good(queue.get(left.id))?.state).toBe('cancelled');
    expect(good(queue.get(kept.id))).toMatchObject({
      kind: 'cancellation',
      lane: keys.laneOf(ADULT_01.hkid),
    });
    expect(await openedBy(queue, kept.id)).toEqual(request.payload);
    queue.close();
  });

  test('before it was sent, with a card that nobody compared: it stays in the line, and the platform judges', async () => {
    const { queue, submitter, withdrawn } = terminal();
    const left = good(await submitter.submit(submitRequest()));
    const request = cancellationOf(left.id, left.reference);
    if (request.kind !== 'cancellation') throw new Error('no withdrawal');
    const { identification } = registration();
    const payload = { ...request.payload, identification: { ...identification, attestation: null } };
    good(await submitter.submit({ ...request, payload }));
    expect(withdrawn).toEqual([null, null]);
    expect(good(queue.get(left.id))?.state).toBe('kept');
    expect(good(queue.list())).toHaveLength(2);
    queue.close();
  });

  test('after it was sent, or at another terminal: the platform judges', async () => {
    const { queue, submitter, withdrawn } = terminal();
    const left = good(await submitter.submit(submitRequest()));
    const lease = only(good(queue.claim({ owner: 'test', limit: 1 })));
    good(queue.acknowledge(lease, 'receipt', '2026-03-02T04:10:00.000Z'));
    const other = v7();
    for (const id of [left.id, other]) good(await submitter.submit(cancellationOf(id, left.reference)));
    expect(withdrawn).toEqual([null, null, null]);
    expect(good(queue.get(left.id))?.state).toBe('received');
    expect(good(queue.list())).toHaveLength(3);
    queue.close();
  });

  test('after it came to its end here: the word is kept all the same', async () => {
    const { queue, submitter } = terminal();
    const left = good(await submitter.submit(submitRequest()));
    good(await submitter.submit(cancellationOf(left.id, left.reference)));
    const again = good(await submitter.submit(cancellationOf(left.id, left.reference)));
    expect(good(queue.get(again.id))?.state).toBe('kept');
    queue.close();
  });
});

describe('the other kinds', () => {
  test('a correction says what it takes the place of, and nobody can change that afterwards', async () => {
    const { queue, submitter } = terminal();
    const supersedes = v7();
    const request: SubmitRequest = { ...submitRequest(), supersedes };
    const kept = good(await submitter.submit(request));
    const envelope = good(queue.get(kept.id))?.envelope ?? null;
    const sealed = good(queue.sealedOf(kept.id));
    if (envelope === null || sealed === null) throw new Error('not stored');
    expect(envelope.supersedes).toBe(supersedes);
    const changed = { ...envelope, supersedes: v7() };
    expect((await open(sealed, changed, platform.sealingPrivateKey)).ok).toBe(false);
    queue.close();
  });

  test('feedback lapses after thirty days, a registration never', async () => {
    const { queue, submitter } = terminal();
    keys.time.note('2026-03-02T04:00:00.000Z', 'now');
    const opinion = good(await submitter.submit(feedback()));
    const registered = good(await submitter.submit(submitRequest()));
    const { capturedAt = '', validUntil = '' } = good(queue.get(opinion.id))?.envelope ?? {};
    expect(Date.parse(validUntil) - Date.parse(capturedAt)).toBe(30 * 24 * 3_600_000);
    expect(good(queue.get(registered.id))?.envelope).not.toHaveProperty('validUntil');
    queue.close();
  });

  test('opinions do not stand in one line: one that is refused holds up no other', async () => {
    const { queue, submitter } = terminal();
    for (let rating = 1; rating <= 5; rating += 1) good(await submitter.submit(feedback(rating)));
    expect(new Set(good(queue.list()).map(({ lane }) => lane)).size).toBeGreaterThan(1);
    queue.close();
  });

  test.each([
    ['an opinion beyond the scale', feedback(6)],
    ['a withdrawal of nothing', cancellationOf('', 'K0127-A0001-4')],
  ])('%s is refused', async (_, request) => {
    const { queue, submitter } = terminal();
    expect(await submitter.submit(request)).toEqual({ ok: false, code: 'incomplete' });
    expect(good(queue.list())).toEqual([]);
    queue.close();
  });
});

describe('not saved', () => {
  test.each([
    ['something is missing', { ...registration(), contact: undefined }],
    ['something is there that has no place', { ...registration(), note: 'x' }],
    ['the number has no check digit', { ...registration(), person: { ...ADULT_01, hkid: 'C668668' } }],
  ])('%s', async (_, payload) => {
    const { queue, submitter } = terminal();
    // A page that was left by an older version could send this.
    const answer = await submitter.submit({
      id: v7(),
      kind: 'member-registration',
      payload: payload as ReturnType<typeof registration>,
    });
    expect(answer).toEqual({ ok: false, code: 'incomplete' });
    expect(good(queue.list())).toEqual([]);
    queue.close();
  });

  test('there is no key to seal to', async () => {
    const { queue, submitter } = terminal();
    const sealing = platform.document.keys.map((key) => ({ ...key, revokedAt: '2026-02-01T00:00:00.000Z' }));
    good(await keys.offer(await platform.signDocument({ ...platform.document, version: 2, keys: sealing })));
    expect(await submitter.submit(submitRequest())).toEqual({ ok: false, code: 'sealing-key' });
    queue.close();
  });

  test('the disk is full: nothing is told, and the same request works when there is room', async () => {
    terminal().queue.close();
    const { queue, submitter, told } = terminal({ mostPages: 20 });
    const requests = Array.from({ length: 40 }, () => submitRequest());
    const answers = [];
    for (const request of requests) answers.push(await submitter.submit(request));
    const refused = answers.findIndex((answer) => !answer.ok);
    expect(answers[refused]).toEqual({ ok: false, code: 'disk-full' });
    expect(told).toHaveLength(answers.filter((answer) => answer.ok).length);
    expect(good(queue.list())).toHaveLength(told.length);
    queue.close();
    const roomy = terminal();
    const again = requests[refused];
    if (again === undefined) throw new Error('none was refused');
    expect((await roomy.submitter.submit(again)).ok).toBe(true);
    roomy.queue.close();
  });

  test('the database is closed', async () => {
    const { queue, submitter } = terminal();
    queue.close();
    expect(await submitter.submit(submitRequest())).toEqual({ ok: false, code: 'storage-fault' });
  });
});

describe('a disk pulled out of a terminal', () => {
  const canaries = [
    ADULT_01.hkid,
    ADULT_01.hkid.slice(0, 7),
    ADULT_01.surname,
    ADULT_01.givenNames,
    ADULT_01.nameChinese ?? '',
    ADULT_01_MOBILE,
    ADULT_01.dateOfBirth.printed,
  ];

  test.each([
    ['while it runs', (queue: Queue) => queue],
    ['after it was closed', (queue: Queue) => (queue.close(), queue)],
  ])('%s, shows no name, number or telephone', async (_, then) => {
    const { queue, submitter } = terminal();
    for (let index = 0; index < 5; index += 1) good(await submitter.submit(submitRequest()));
    queue.park(only(good(queue.claim({ owner: 'test', limit: 1 }))), 'payload-invalid');
    keys.time.persist();
    then(queue);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const files = names
      .filter((name) => name !== 'keys')
      .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
    expect(files.length).toBeGreaterThan(3);
    for (const canary of canaries) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        for (const text of [
          canary,
          Buffer.from(canary, 'utf8').toString('base64').replace(/=+$/, ''),
          Buffer.from(canary, 'utf8').toString('hex'),
        ]) {
          const found = files
            .filter(({ bytes }) => bytes.includes(Buffer.from(text, encoding)))
            .map(({ name }) => name);
          expect(found).toEqual([]);
          expect(names.some((name) => name.includes(text))).toBe(false);
        }
      }
    }
    queue.close();
  });

  test('the search itself finds what is there', () => {
    expect(Buffer.from(JSON.stringify(registration())).includes(Buffer.from(ADULT_01.surname))).toBe(true);
  });
});
