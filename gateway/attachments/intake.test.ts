import { createHash, randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AttachmentState, attachmentStateSchema, CHUNK_BYTES } from '../../domain/wire/attachment.ts';
import { EMBEDDED_POLICY, type Policy } from '../../domain/wire/policy.ts';
import { openAttachment } from '../../domain/wire/sealed/attachment-sealing.ts';
import { verifyReceipt } from '../../domain/wire/signing.ts';
import { addKey, openGatewayParts, revokeKey } from '../index.ts';
import { setPolicy } from '../policy/policies.ts';
import { databasePath } from '../store/database.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { expectProblem, outcomeIn, outcomesAfter } from '../testing/answers.ts';
import { type Answer, callAs, NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { adultNumber } from '../testing/people.ts';
import type { SealedFile } from '../testing/terminal.ts';

let gateway: TestGateway;
let nextPerson = 0;

beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.stop());

const chunkPath = (file: SealedFile, index: number) =>
  `/v1/attachments/${file.manifest.id}/chunks/${String(index)}`;
const announce = (file: SealedFile) => gateway.call('POST', '/v1/attachments', file.manifest);
const put = (file: SealedFile, index: number) =>
  gateway.call('PUT', chunkPath(file, index), file.chunk(index));

function stateIn(answer: Answer): AttachmentState {
  expect(answer.status).toBe(200);
  return attachmentStateSchema.parse(answer.json);
}

/** A file of a submission that names it; `bytes` long before it is sealed. */
async function submissionWithFile(bytes: number) {
  nextPerson += 1;
  const submission = await gateway.terminal.seal(adultNumber(nextPerson));
  const file = await gateway.terminal.attach(randomBytes(bytes), submission.envelope.id);
  const mention = { id: file.manifest.id, digest: file.manifest.digest };
  const naming = await gateway.terminal.seal(adultNumber(nextPerson), {
    id: submission.envelope.id,
    attachments: [mention],
  });
  return { submission: naming, file };
}

async function putAll(file: SealedFile): Promise<AttachmentState> {
  for (;;) {
    const state = stateIn(await announce(file));
    if (state.receipt !== null) return state;
    for (const index of state.wants) expect((await put(file, index)).json).toEqual({ taken: true });
  }
}

async function policySet(change: Partial<Policy['attachments']>): Promise<void> {
  const opened = openSqliteStore(gateway.dataDir);
  if (!opened.ok) throw new Error(opened.code);
  const policy = {
    ...EMBEDDED_POLICY,
    version: 2,
    attachments: { ...EMBEDDED_POLICY.attachments, ...change },
  };
  expect(await setPolicy(opened.value, policy, NOW)).toEqual({ ok: true, value: 2 });
  opened.value.close();
}

describe('a file comes in chunks', () => {
  it('of which those that are missing are wanted, 64 at a time, until it is whole', async () => {
    const { file } = await submissionWithFile(70 * CHUNK_BYTES);
    const first = stateIn(await announce(file));
    expect(first).toEqual({ wants: [...Array(64).keys()], missing: 71, receipt: null });
    await put(file, 5);
    expect(stateIn(await announce(file))).toMatchObject({ missing: 70 });
    expect(stateIn(await announce(file)).wants).not.toContain(5);
    const { receipt } = await putAll(file);
    const { id, digest } = file.manifest;
    const expected = { id, digest, terminalId: 'K0127' };
    expect(await verifyReceipt(receipt ?? '', gateway.terminal.keys, expected)).toEqual({
      ok: true,
      value: { ...expected, receivedAt: NOW },
    });
  });

  it('that are kept as they were sealed, and can be opened by the platform', async () => {
    const { file } = await submissionWithFile(3 * CHUNK_BYTES + 17);
    await putAll(file);
    const parts = await openGatewayParts({ dataDir: gateway.dataDir });
    if (!parts.ok) throw new Error(parts.code);
    const { store, keys, close } = parts.value;
    const { terminalId, id, chunks, kid } = file.manifest;
    const here: Uint8Array[] = [];
    for (const index of chunks.keys())
      here.push((await store.readChunk(terminalId, id, index)) ?? Buffer.alloc(0));
    const sealed = Buffer.concat(here);
    expect(sealed.equals(file.sealed)).toBe(true);
    const key = await keys.sealingKey(kid);
    if (!key.ok) throw new Error(key.code);
    const opened = await openAttachment(sealed, file.manifest, key.value);
    expect(opened.ok && opened.value.byteLength).toBe(3 * CHUNK_BYTES + 17);
    close();
  });

  it('and the same chunk and manifest any number of times, in any order', async () => {
    const { file } = await submissionWithFile(2 * CHUNK_BYTES);
    await announce(file);
    for (const index of [2, 0, 2, 1, 0]) expect((await put(file, index)).status).toBe(200);
    const first = stateIn(await announce(file));
    expect(first.receipt).not.toBeNull();
    expect(stateIn(await announce(file))).toEqual(first);
    expect((await put(file, 0)).status).toBe(200);
  });

  it('of which one was damaged on the gateway’s disk: it is wanted again, and no receipt is given', async () => {
    const { file } = await submissionWithFile(2 * CHUNK_BYTES);
    await announce(file);
    for (const index of file.manifest.chunks.keys()) await put(file, index);
    const database = new Database(databasePath(gateway.dataDir));
    database.prepare('UPDATE attachment_chunks SET bytes = ? WHERE chunk = 1').run(randomBytes(CHUNK_BYTES));
    database.close();
    expect(stateIn(await announce(file))).toEqual({ wants: [1], missing: 1, receipt: null });
    expect(stateIn(await putAll(file).then(() => announce(file))).receipt).not.toBeNull();
  });
});

describe('a chunk is refused, and stored nowhere', () => {
  it('when its digest is not the manifest’s', async () => {
    const { file } = await submissionWithFile(CHUNK_BYTES);
    await announce(file);
    expectProblem(await gateway.call('PUT', chunkPath(file, 0), file.chunk(1)), 422, 'digest-differs');
    expect(stateIn(await announce(file)).missing).toBe(2);
  });

  it('without a manifest, beyond its end, or from another terminal', async () => {
    const { file } = await submissionWithFile(100);
    expectProblem(await put(file, 0), 404, 'chunk-unknown');
    await announce(file);
    expectProblem(await gateway.call('PUT', chunkPath(file, 1), file.chunk(0)), 404, 'chunk-unknown');
    const other = await gateway.enrol('K0400');
    const answer = await callAs(gateway.url, other, 'PUT', chunkPath(file, 0), file.chunk(0));
    expectProblem(answer, 404, 'chunk-unknown');
  });

  it.each(['x', '-1', '1.5'])('under the index %s', async (index) => {
    const { file } = await submissionWithFile(100);
    await announce(file);
    const path = `/v1/attachments/${file.manifest.id}/chunks/${index}`;
    expectProblem(await gateway.call('PUT', path, file.chunk(0)), 400, 'malformed');
  });

  it('when it is larger than a chunk, or not bytes', async () => {
    const { file } = await submissionWithFile(100);
    await announce(file);
    expectProblem(
      await gateway.call('PUT', chunkPath(file, 0), Buffer.alloc(CHUNK_BYTES + 1)),
      413,
      'too-large',
    );
    expectProblem(await gateway.call('PUT', chunkPath(file, 0), { a: 1 }), 415, 'malformed');
    expectProblem(await gateway.call('POST', '/v1/attachments', Buffer.from('{}')), 415, 'malformed');
  });
});

describe('a manifest is refused', () => {
  it('in the name of another terminal', async () => {
    const { file } = await submissionWithFile(100);
    const other = await gateway.enrol('K0400');
    const answer = await callAs(gateway.url, other, 'POST', '/v1/attachments', file.manifest);
    expectProblem(answer, 401, 'terminal-unknown');
  });

  it('when another one came under its id', async () => {
    const { file, submission } = await submissionWithFile(100);
    await announce(file);
    const other = await gateway.terminal.attach(randomBytes(200), submission.envelope.id, {
      id: file.manifest.id,
    });
    expectProblem(await announce(other), 422, 'idempotency-key-reused');
  });

  it('when it was sealed to a key nobody knows', async () => {
    const { file } = await submissionWithFile(100);
    const manifest = { ...file.manifest, kid: 'seal-of-nobody' };
    expectProblem(await gateway.call('POST', '/v1/attachments', manifest), 422, 'sealing-key-unknown');
  });

  it('when its chunks are not the whole file', async () => {
    const { file } = await submissionWithFile(CHUNK_BYTES);
    const manifest = { ...file.manifest, chunks: file.manifest.chunks.slice(1) };
    expectProblem(await gateway.call('POST', '/v1/attachments', manifest), 400, 'malformed');
  });

  it('when the whole has another digest than it says: no receipt, whatever the chunks', async () => {
    const { file } = await submissionWithFile(100);
    const digest = createHash('sha256').update('another').digest('base64url');
    const wrong = { ...file, manifest: { ...file.manifest, digest } };
    expect(stateIn(await announce(wrong)).wants).toEqual([0]);
    await put(wrong, 0);
    expectProblem(await announce(wrong), 422, 'digest-differs');
  });

  it('when it names no file of its submission', async () => {
    const { submission, file } = await submissionWithFile(100);
    await gateway.post(submission);
    const stray = await gateway.terminal.attach(randomBytes(100), submission.envelope.id);
    expectProblem(await announce(stray), 422, 'digest-differs');
    expect(stateIn(await announce(file)).wants).toEqual([0]);
  });

  it('when the policy does not allow its type, its size or its number', async () => {
    await policySet({ mediaTypes: ['image/png'], mostBytes: 1000, mostPerSubmission: 1 });
    const { submission, file } = await submissionWithFile(1000);
    expectProblem(await announce(file), 422, 'attachment-type');
    const { id } = submission.envelope;
    const picture = { mediaType: 'image/png' } as const;
    expectProblem(
      await announce(await gateway.terminal.attach(randomBytes(1001), id, picture)),
      413,
      'attachment-too-large',
    );
    const first = await gateway.terminal.attach(randomBytes(1000), id, picture);
    expect(stateIn(await announce(first)).missing).toBe(1);
    expectProblem(
      await announce(await gateway.terminal.attach(randomBytes(10), id, picture)),
      413,
      'attachment-too-large',
    );
    expect(stateIn(await announce(first)).missing).toBe(1);
  });
});

describe('a submission has files', () => {
  it('and waits for the last of them', async () => {
    const { submission, file } = await submissionWithFile(CHUNK_BYTES);
    expect(outcomeIn(await gateway.post(submission))).toBeNull();
    await announce(file);
    await put(file, 0);
    await put(file, 1);
    expect((await outcomesAfter(gateway, 0)).outcomes).toEqual([]);
    await announce(file);
    expect((await outcomesAfter(gateway, 0)).outcomes).toMatchObject([
      { id: submission.envelope.id, outcome: { state: 'accepted' } },
    ]);
  });

  it('that came before it: it is processed at once', async () => {
    const { submission, file } = await submissionWithFile(100);
    await putAll(file);
    expect(outcomeIn(await gateway.post(submission))).toEqual({ state: 'accepted' });
  });

  it('of which another came under its id: it is refused', async () => {
    nextPerson += 1;
    const plain = await gateway.terminal.seal(adultNumber(nextPerson));
    const file = await gateway.terminal.attach(randomBytes(100), plain.envelope.id);
    await putAll(file);
    const digest = createHash('sha256').update('another').digest('base64url');
    const submission = await gateway.terminal.seal(adultNumber(nextPerson), {
      id: plain.envelope.id,
      attachments: [{ id: file.manifest.id, digest }],
    });
    expect(outcomeIn(await gateway.post(submission))).toEqual({ state: 'rejected', code: 'payload-refused' });
  });

  it('and shows on the admin page how many are here', async () => {
    const { submission, file } = await submissionWithFile(100);
    await gateway.post(submission);
    expect((await gateway.get('/admin')).text).toContain('<td>0 / 1</td>');
    await putAll(file);
    expect((await gateway.get('/admin')).text).toContain('<td>1 / 1</td>');
  });
});

describe('a whole file comes on a medium', () => {
  it('once, twice, and after half of it came by the network', async () => {
    const { submission, file } = await submissionWithFile(2 * CHUNK_BYTES);
    await announce(file);
    await put(file, 1);
    const parts = await openGatewayParts({ dataDir: gateway.dataDir, now: () => new Date(NOW) });
    if (!parts.ok) throw new Error(parts.code);
    const { attachments, close } = parts.value;
    const first = await attachments.acceptWhole(file.manifest, file.sealed);
    expect(first).toMatchObject({ ok: true, value: { wants: [], missing: 0 } });
    expect(await attachments.acceptWhole(file.manifest, file.sealed)).toEqual(first);
    expect(stateIn(await announce(file)).receipt).toBe(first.ok && first.value.receipt);
    expect(outcomeIn(await gateway.post(submission))).toEqual({ state: 'accepted' });
    close();
  });

  it('with a byte changed or cut off: nothing of it is taken', async () => {
    const { file } = await submissionWithFile(2 * CHUNK_BYTES);
    const parts = await openGatewayParts({ dataDir: gateway.dataDir, now: () => new Date(NOW) });
    if (!parts.ok) throw new Error(parts.code);
    const { attachments, store, close } = parts.value;
    const changed = Buffer.from(file.sealed);
    changed.writeUInt8(changed.readUInt8(CHUNK_BYTES) ^ 1, CHUNK_BYTES);
    for (const bytes of [changed, file.sealed.subarray(1)]) {
      expect(await attachments.acceptWhole(file.manifest, bytes)).toEqual({
        ok: false,
        code: 'digest-differs',
      });
    }
    expect(await store.chunksHere('K0127', file.manifest.id)).toEqual([]);
    close();
  });
});

it('gives a new receipt when the key of the first was revoked', async () => {
  const { file } = await submissionWithFile(100);
  const { receipt } = await putAll(file);
  const { dataDir } = gateway;
  const key = gateway.terminal.keys.keys.find(({ use }) => use === 'receipt');
  if (key === undefined) throw new Error('no receipt key');
  const now = () => new Date('2026-11-23T01:00:00.000Z');
  await revokeKey({ dataDir, kid: key.kid, now });
  await addKey({ dataDir, use: 'receipt', notBefore: key.notBefore, now });
  const again = stateIn(await announce(file));
  expect(again.receipt).not.toBe(receipt);
  expect(stateIn(await announce(file))).toEqual(again);
});
