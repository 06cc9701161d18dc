import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '../../domain/result.ts';
import type { AuditRow } from '../../domain/wire/audit-upload.ts';
import { auditAcknowledgementSchema } from '../../domain/wire/audit-upload.ts';
import { deviceKeySchema } from '../../domain/wire/device-key.ts';
import { signJson, verifyJson } from '../../domain/wire/signing.ts';
import { type DurableDatabase, openDatabase } from '../store/database.ts';
import { temporaryFolder } from '../testing/gateway.ts';
import { type AuditStore, createAuditStore } from './audit-store.ts';
import { type AuditAnswer, type AuditIntake, createAuditIntake } from './intake.ts';
import { link, type TestChain, testChain } from './terminal-chain.fixture.ts';

const NOW = '2026-11-22T03:10:00.000Z';
const pair = generateKeyPairSync('ed25519');
const receiptKey = deviceKeySchema.parse(pair.publicKey.export({ format: 'jwk' }));
const privateJwk = pair.privateKey.export({ format: 'jwk' }) as { kty: string };

let folder: ReturnType<typeof temporaryFolder>;
let database: DurableDatabase;
let store: AuditStore;
let intake: AuditIntake;
let signing = true;

beforeEach(() => {
  folder = temporaryFolder();
  const opened = openDatabase(join(folder.path, 'data'));
  if (!opened.ok) throw new Error(opened.code);
  database = opened.value;
  store = createAuditStore(database);
  signing = true;
  intake = createAuditIntake({
    store,
    keys: {
      sign: async (content) =>
        signing
          ? ok({ kid: 'receipt-1', jws: await signJson(content, 'receipt-1', privateJwk) })
          : fail('no-signing-key'),
    },
    now: () => new Date(NOW),
  });
});
afterEach(() => {
  database.close();
  folder.remove();
});

function chainOf(count: number, options: Parameters<typeof testChain>[0] = {}): TestChain {
  const chain = testChain(options);
  chain.add(count);
  return chain;
}

async function taken(
  chain: TestChain,
  from: number,
  to: number,
  change?: (row: AuditRow) => AuditRow,
): Promise<AuditAnswer> {
  const answer = await intake.take(chain.terminal, await chain.upload(from, to, change));
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

async function refusal(
  chain: TestChain,
  from: number,
  to: number,
  change?: (row: AuditRow) => AuditRow,
): Promise<unknown> {
  return intake.take(chain.terminal, await chain.upload(from, to, change));
}

/** What the terminal can prove the platform holds. */
async function heldBy({ acknowledgement }: AuditAnswer): Promise<unknown> {
  const verified = await verifyJson(acknowledgement ?? '', receiptKey, auditAcknowledgementSchema);
  return verified.ok ? verified.value : verified;
}

describe('a terminal brings its chain', () => {
  it('from the beginning, in runs, each acknowledged with a signature', async () => {
    const chain = chainOf(5);
    const { terminalId } = chain.terminal;
    const { databaseId, rows } = chain;
    const first = await taken(chain, 1, 3);
    expect(first.next).toBe(4);
    expect(await heldBy(first)).toEqual({
      terminalId,
      databaseId,
      number: 3,
      head: rows[2]?.hash,
      receivedAt: NOW,
    });
    expect((await taken(chain, 4, 5)).next).toBe(6);
    expect(await store.overview()).toEqual({ chains: 1, entries: 5, breaks: 0 });
  });

  it('twice, because the answer was lost: acknowledged again, held once', async () => {
    const chain = chainOf(3);
    await taken(chain, 1, 3);
    const again = await taken(chain, 1, 3);
    expect(again.next).toBe(4);
    expect(await heldBy(again)).toMatchObject({ number: 3 });
    expect((await store.overview()).entries).toBe(3);
  });

  it('overlapping what is held: only the rest is added', async () => {
    const chain = chainOf(6);
    await taken(chain, 1, 4);
    expect((await taken(chain, 3, 6)).next).toBe(7);
    expect((await store.overview()).entries).toBe(6);
  });

  it('with a gap: nothing is added, and it is told where to go on', async () => {
    const chain = chainOf(9);
    expect(await taken(chain, 4, 6)).toEqual({ next: 1, acknowledgement: null });
    await taken(chain, 1, 2);
    const answer = await taken(chain, 5, 9);
    expect(answer.next).toBe(3);
    expect(await heldBy(answer)).toMatchObject({ number: 2 });
    expect(await store.overview()).toEqual({ chains: 1, entries: 2, breaks: 0 });
  });

  it('of a new database after a salvage: a chain of its own', async () => {
    const before = chainOf(2);
    await taken(before, 1, 2);
    const after = chainOf(2, {
      databaseId: randomUUID(),
      credential: 'another-credential-after-0123456789ab',
    });
    await taken(after, 1, 2);
    expect((await store.overview()).chains).toBe(2);
  });

  it('at the same moment from two requests: each row once', async () => {
    const chain = chainOf(4);
    const upload = await chain.upload(1, 4);
    await Promise.all([intake.take(chain.terminal, upload), intake.take(chain.terminal, upload)]);
    expect((await taken(chain, 1, 4)).next).toBe(5);
    expect((await store.overview()).entries).toBe(4);
  });

  it('while no receipt key is in force: held, and acknowledged when it comes again', async () => {
    const chain = chainOf(2);
    signing = false;
    expect(await refusal(chain, 1, 2)).toEqual({ ok: false, code: 'busy' });
    signing = true;
    expect((await taken(chain, 1, 2)).next).toBe(3);
  });
});

describe('somebody changed the chain', () => {
  const otherEntry = (row: AuditRow): AuditRow => {
    const entry = row.entry.replace('session.ended', 'session.wiped');
    return row.number === 2 ? { ...row, entry, hash: link(row.previous, entry) } : row;
  };

  it.each<[string, (row: AuditRow) => AuditRow, { number: number; what: string }]>([
    [
      'an entry, without its hash',
      (row) => (row.number === 2 ? { ...row, entry: row.entry.replace('system', 'staff') } : row),
      { number: 2, what: 'hash' },
    ],
    ['an entry with its hash, so that the next does not fit', otherEntry, { number: 3, what: 'unlinked' }],
    [
      'the number inside an entry',
      (row) => {
        if (row.number !== 4) return row;
        const entry = row.entry.replace('"number":4', '"number":7');
        return { ...row, entry, hash: link(row.previous, entry) };
      },
      { number: 4, what: 'number' },
    ],
    [
      'the beginning: rows of another database',
      (row) =>
        row.number === 1 ? { ...row, previous: 'A'.repeat(43), hash: link('A'.repeat(43), row.entry) } : row,
      { number: 1, what: 'unlinked' },
    ],
  ])('%s', async (_, change, broken) => {
    const chain = chainOf(4);
    expect(await refusal(chain, 1, 4, change)).toEqual({ ok: false, code: 'audit-broken', params: broken });
    expect(await store.overview()).toEqual({ chains: 0, entries: 0, breaks: 1 });
  });

  it('left one out', async () => {
    const chain = chainOf(4);
    const upload = await chain.upload(1, 4);
    const entries = upload.entries.filter(({ number }) => number !== 3);
    expect(await intake.take(chain.terminal, { ...upload, entries })).toMatchObject({
      params: { number: 4, what: 'number' },
    });
  });

  it('made the chain anew from a row that the platform holds: refused, noted once, and the old stays', async () => {
    const chain = chainOf(4);
    await taken(chain, 1, 4);
    const honest = await chain.upload(1, 4);
    let previous = honest.entries[0]?.hash ?? '';
    const rewritten = honest.entries.map((row) => {
      if (row.number === 1) return row;
      const entry = row.entry.replace('session.ended', 'session.wiped');
      const made = { ...row, entry, previous, hash: link(previous, entry) };
      previous = made.hash;
      return made;
    });
    chain.rows.splice(0, 4, ...rewritten);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await refusal(chain, 1, 4)).toMatchObject({ params: { number: 2, what: 'changed' } });
    }
    expect((await store.heldRow({ terminalId: 'K0127', databaseId: chain.databaseId }, 2))?.hash).toBe(
      honest.entries[1]?.hash,
    );
    expect(await store.overview()).toEqual({ chains: 1, entries: 4, breaks: 1 });
  });

  it('goes on from another head than the one that is held', async () => {
    const chain = chainOf(2);
    await taken(chain, 1, 2);
    chain.rows.splice(1, 1, otherEntry(chain.rows[1] as AuditRow));
    chain.add(2);
    expect(await refusal(chain, 3, 4)).toMatchObject({ params: { number: 3, what: 'unlinked' } });
  });

  it('signed another head', async () => {
    const chain = chainOf(3);
    const upload = await chain.upload(1, 3);
    const shorter = { ...upload, entries: upload.entries.slice(0, 2) };
    expect(await intake.take(chain.terminal, shorter)).toMatchObject({ params: { what: 'checkpoint' } });
  });

  it('has the database in hand and cannot change what is held', async () => {
    const chain = chainOf(2);
    await taken(chain, 1, 2);
    expect(() => database.exec(`UPDATE audit_entries SET entry = '{}'`)).toThrow('audit-append-only');
    expect(() => database.exec('DELETE FROM audit_entries')).toThrow('audit-append-only');
  });
});

describe('whose chain it is', () => {
  it('a second machine with a copied credential is noticed', async () => {
    const chain = chainOf(2);
    await taken(chain, 1, 2);
    const copy = chainOf(1);
    expect(await refusal(copy, 1, 1)).toEqual({ ok: false, code: 'device-key-differs' });
    expect((await store.overview()).chains).toBe(1);
  });

  it('a terminal that was enrolled again may come with a new key', async () => {
    await taken(chainOf(1), 1, 1);
    const anew = chainOf(1, { credential: 'the-credential-of-the-new-enrolment-01' });
    expect((await taken(anew, 1, 1)).next).toBe(2);
  });

  it('a key that was introduced with another credential, or for another terminal, is not believed', async () => {
    const chain = chainOf(1);
    const upload = await chain.upload(1, 1);
    const other = testChain({ credential: 'some-other-credential-of-the-same-length' });
    const elsewhere = testChain({ terminalId: 'K0128' });
    for (const { terminal } of [other, elsewhere])
      expect(await intake.take(terminal, upload)).toEqual({ ok: false, code: 'device-key-differs' });
  });
});
