import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatReference } from '../../../domain/reference.ts';
import { MAX_SEALED_BYTES, type SubmissionRequest } from '../../../domain/wire/contract.ts';
import { verifyReceipt } from '../../../domain/wire/signing.ts';
import { readGatewayLedger } from '../../inspect.ts';
import { batchIn, expectProblem } from '../../testing/answers.ts';
import { callAs, startTestGateway, type TestGateway } from '../../testing/gateway.ts';
import { adultNumber } from '../../testing/people.ts';

const OF_ANOTHER = formatReference({ terminalId: 'K0128', epoch: 1, counter: 1 });

let gateway: TestGateway;
let nextPerson = 0;

beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

async function some(count: number, lane: (index: number) => number): Promise<SubmissionRequest[]> {
  const made: SubmissionRequest[] = [];
  for (let index = 0; index < count; index += 1) {
    nextPerson += 1;
    made.push(await gateway.terminal.seal(adultNumber(nextPerson), { lane: lane(index) }));
  }
  return made;
}

function countOf({ envelope }: SubmissionRequest): number {
  const { references } = readGatewayLedger(gateway.dataDir);
  return references.find(({ reference }) => reference === envelope.reference)?.count ?? 0;
}

const ownLanes = (index: number) => index;
const oneLane = () => 7;

function damaged({ envelope, sealed }: SubmissionRequest): SubmissionRequest {
  return { envelope, sealed: `${sealed.slice(0, -4)}AAAA` };
}

describe('fifty submissions come in one exchange', () => {
  it('are all taken in their order, each with a receipt of its own', async () => {
    const items = await some(50, ownLanes);
    const { words, batch } = batchIn(await gateway.postBatch(items));
    expect(words).toEqual(items.map(() => 'accepted'));
    expect(batch.results.map(({ id }) => id)).toEqual(items.map(({ envelope }) => envelope.id));
    expect(batch.drain).toEqual({ afterMs: 0, batch: 50 });
    for (const [index, result] of batch.results.entries()) {
      const envelope = items[index]?.envelope;
      if (!result.taken || envelope === undefined) throw new Error('not taken');
      expect(await verifyReceipt(result.response.receipt, gateway.terminal.keys, envelope)).toMatchObject({
        ok: true,
      });
    }
    const arrived = readGatewayLedger(gateway.dataDir).references.map(({ id }) => id);
    expect(arrived.slice(-50)).toEqual(items.map(({ envelope }) => envelope.id));
  });

  it('get the same answers when the first reply was lost, alone or together, and count once', async () => {
    const items = await some(5, ownLanes);
    const first = batchIn(await gateway.postBatch(items)).batch;
    expect(batchIn(await gateway.postBatch(items)).batch.results).toEqual(first.results);
    const [one] = items;
    const [result] = first.results;
    if (one === undefined || result?.taken !== true) throw new Error('not taken');
    const alone = await gateway.post(one);
    expect(alone.json).toEqual(result.response);
    expect(items.map(countOf)).toEqual([1, 1, 1, 1, 1]);
  });

  it('are two of one person: the earlier one counts', async () => {
    nextPerson += 1;
    const payload = adultNumber(nextPerson);
    const both = [
      await gateway.terminal.seal(payload, { lane: 1 }),
      await gateway.terminal.seal(payload, { lane: 1 }),
    ];
    expect(batchIn(await gateway.postBatch(both)).words).toEqual(['accepted', 'rejected']);
  });

  it('are taken with a lower sequence than one of their lane that was taken before', async () => {
    const [early, late] = await some(2, oneLane);
    if (early === undefined || late === undefined) throw new Error('two were made');
    expect(batchIn(await gateway.postBatch([late])).words).toEqual(['accepted']);
    expect(batchIn(await gateway.postBatch([early])).words).toEqual(['accepted']);
  });
});

describe('one of a batch is refused', () => {
  it('and holds up only what comes after it in its lane', async () => {
    const [a, b, c, d, e] = await some(5, (index) => [1, 2, 1, 2, 1][index] ?? 0);
    if (!a || !b || !c || !d || !e) throw new Error('five were made');
    const answer = await gateway.postBatch([a, b, damaged(c), d, e]);
    const { words, batch } = batchIn(answer);
    expect(words).toEqual(['accepted', 'accepted', '422 digest-differs', 'accepted', '503 busy']);
    expect(batch.results[4]).toMatchObject({ retryAfterSeconds: 1 });
    expect([a, b, c, d, e].map(countOf)).toEqual([1, 1, 0, 1, 0]);
    // Once the terminal has set the refused one aside, the rest of its lane goes on.
    expect(batchIn(await gateway.postBatch([e])).words).toEqual(['accepted']);
  });

  it('while those behind it that were taken before are told so again', async () => {
    const [a, b, c] = await some(3, oneLane);
    if (!a || !b || !c) throw new Error('three were made');
    const before = batchIn(await gateway.postBatch([b])).batch;
    const { words, batch } = batchIn(await gateway.postBatch([damaged(a), b, c]));
    expect(words).toEqual(['422 digest-differs', 'accepted', '503 busy']);
    expect(batch.results[1]).toEqual(before.results[0]);
  });

  it.each<[string, string, (item: SubmissionRequest) => unknown]>([
    [
      'an envelope of the wrong shape',
      '400 malformed',
      (item) => ({ ...item, envelope: { ...item.envelope, v: 2 } }),
    ],
    ['a field too many', '400 malformed', (item) => ({ ...item, extra: 1 })],
    ['no sealed bytes', '400 malformed', ({ envelope }) => ({ envelope })],
    [
      'a reference of another terminal',
      '400 malformed',
      (item) => ({ ...item, envelope: { ...item.envelope, reference: OF_ANOTHER } }),
    ],
    [
      'a kind of a newer terminal',
      '422 schema-unknown',
      (item) => ({ ...item, envelope: { ...item.envelope, kind: 'kind-of-a-newer-terminal' } }),
    ],
    [
      'too many sealed bytes',
      '413 too-large',
      (item) => ({ ...item, sealed: 'A'.repeat(Math.ceil((MAX_SEALED_BYTES * 4) / 3) + 4) }),
    ],
    [
      'the name of another terminal',
      '401 terminal-unknown',
      (item) => ({ ...item, envelope: { ...item.envelope, terminalId: 'K0128' } }),
    ],
  ])('for %s, as it would be alone', async (_what, word, change) => {
    const [wrong, sameLane, other] = await some(3, (index) => (index === 2 ? 3 : 4));
    if (!wrong || !sameLane || !other) throw new Error('three were made');
    const { words } = batchIn(await gateway.postBatch([change(wrong), sameLane, other]));
    const held = word.startsWith('401') ? 'accepted' : '503 busy';
    expect(words).toEqual([word, held, 'accepted']);
  });

  it('for a key that was used for another payload', async () => {
    const [used] = await some(1, oneLane);
    if (used === undefined) throw new Error('one was made');
    await gateway.post(used);
    nextPerson += 1;
    const other = await gateway.terminal.seal(adultNumber(nextPerson), { id: used.envelope.id });
    expect(batchIn(await gateway.postBatch([other])).words).toEqual(['422 idempotency-key-reused']);
    expect(countOf(used)).toBe(1);
  });

  it('for being there twice', async () => {
    const [one] = await some(1, oneLane);
    if (one === undefined) throw new Error('one was made');
    const { words } = batchIn(await gateway.postBatch([one, one]));
    expect(words).toEqual(['accepted', '409 idempotency-in-progress']);
    expect(countOf(one)).toBe(1);
  });
});

describe('the whole batch is refused', () => {
  it.each<[string, (items: SubmissionRequest[]) => unknown]>([
    ['nothing in it', () => ({ items: [] })],
    ['fifty-one in it', (items) => ({ items: Array.from({ length: 51 }, () => items[0]) })],
    ['one without an id', (items) => ({ items: [...items, { sealed: 'AAAA' }] })],
    ['a list in the place of an object', (items) => items],
  ])('with %s', async (_what, body) => {
    const items = await some(1, oneLane);
    const answer = await gateway.call('POST', '/v1/batches', body(items));
    expectProblem(answer, 400, 'malformed');
    expect(items.map(countOf)).toEqual([0]);
  });

  it('without a credential, before anything is read', async () => {
    const items = await some(1, oneLane);
    const stranger = {
      ...gateway.terminal,
      enrolment: { ...gateway.terminal.enrolment, credential: 'x'.repeat(43) },
    };
    expectProblem(
      await callAs(gateway.url, stranger, 'POST', '/v1/batches', { items }),
      401,
      'terminal-unknown',
    );
  });

  it('when it is larger than any batch', async () => {
    const items = await some(1, oneLane);
    const body = { items, padding: 'A'.repeat(2 * 1024 * 1024) };
    expectProblem(await gateway.call('POST', '/v1/batches', body), 413, 'too-large');
  });
});
