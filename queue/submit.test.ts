import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseReference } from '../domain/reference.ts';
import { open } from '../domain/wire/sealing.ts';
import type { KeyStore } from './keys/key-store.ts';
import { openKeyStore } from './keys/key-store.ts';
import { openQueue, type Queue, type QueueOptions } from './store/queue.ts';
import { createSubmitter } from './submit.ts';
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
  const submitter = createSubmitter({
    queue,
    keys,
    terminalId: 'K0127',
    onKept: (kept) => told.push(kept.id),
  });
  return { queue, submitter, told };
}

describe('a member confirms', () => {
  test('it is sealed for the platform, which alone can open it', async () => {
    const { queue, submitter } = terminal();
    const request = submitRequest();
    const kept = good(await submitter.submit(request));
    expect(good(parseReference(kept.reference))).toEqual({ terminalId: 'K0127', epoch: 1, counter: 1 });
    const stored = good(queue.get(kept.id));
    const sealed = good(queue.sealedOf(kept.id));
    if (!stored?.envelope || sealed === null) throw new Error('not stored');
    const opened = good(await open(sealed, stored.envelope, platform.sealingPrivateKey));
    expect(JSON.parse(new TextDecoder().decode(opened))).toEqual(request.payload);
    expect(stored.envelope).toMatchObject({
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

describe('not saved', () => {
  test.each([
    ['something is missing', { ...registration(), contact: undefined }],
    ['something is there that has no place', { ...registration(), note: 'x' }],
    ['the number has no check digit', { ...registration(), person: { ...ADULT_01, hkid: 'C668668' } }],
  ])('%s', async (_, payload) => {
    const { queue, submitter } = terminal();
    // A page that was left by an older version could send this.
    const answer = await submitter.submit({
      ...submitRequest(),
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
