import { afterEach, expect, it } from 'vitest';
import { batchResponseSchema } from '../../domain/wire/batch.ts';
import { problemSchema, type SubmissionRequest } from '../../domain/wire/contract.ts';
import { type Failure, fail, type Result } from '../../domain/result.ts';
import { enrolTerminal } from '../enrolment.ts';
import { demoStaff } from '../demo-staff.ts';
import { readGatewayLedger } from '../inspect.ts';
import { openKeyRing } from '../keys/key-ring.ts';
import { assembleParts } from '../parts.ts';
import { createDrainControl, USUAL_RATES } from '../drain/drain-control.ts';
import { openDatabase } from '../store/database.ts';
import { createSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import type { Committed } from '../store/submission-store.ts';
import { temporaryFolder } from '../testing/gateway.ts';
import { ADULT_01, adultNumber } from '../testing/people.ts';
import { testTerminal, type TestTerminal } from '../testing/terminal.ts';
import { createApp } from '../http/app.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { createLogger } from '../http/logging.ts';

interface Faulty {
  readonly app: GatewayApp;
  readonly terminal: TestTerminal;
  readonly dataDir: string;
  readonly log: string[];
}

const cleanUp: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

function must<T>(result: Result<T, Failure<string>>): T {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** The real gateway with a store of which one part is replaced. */
async function gatewayWith(part: (store: Store) => Partial<Store>): Promise<Faulty> {
  const folder = temporaryFolder();
  const dataDir = folder.path;
  const now = () => new Date('2026-11-22T03:10:00.000Z');
  const staff = await demoStaff();
  const gatewayUrl = 'http://127.0.0.1:1';
  const terminal = await testTerminal(
    must(await enrolTerminal({ dataDir, terminalId: 'K0127', gatewayUrl, staff, now })),
  );
  const database = must(openDatabase(dataDir));
  const store = createSqliteStore(database);
  const faulty: Store = { ...store, ...part(store) };
  const keys = must(await openKeyRing(dataDir, store));
  const log: string[] = [];
  const logger = createLogger({ level: 'debug', sink: { write: (line) => log.push(line) } });
  const parts = assembleParts({ database, store: faulty, keys, mode: 'live', now, processing: 'at-once' });
  const app = await createApp({ ...parts, drain: createDrainControl(USUAL_RATES, () => 0), logger });
  cleanUp.push(
    () => folder.remove(),
    () => store.close(),
    () => app.close(),
  );
  return { app, terminal, dataDir, log };
}

function post({ app, terminal }: Faulty, request: SubmissionRequest) {
  return app.inject({
    method: 'POST',
    url: '/v1/submissions',
    headers: {
      authorization: `Bearer ${terminal.enrolment.credential}`,
      'idempotency-key': request.envelope.id,
      'content-type': 'application/json',
    },
    payload: JSON.stringify(request),
  });
}

it('answers 500 without a word of what happened when the disk is full, and takes the item later', async () => {
  let full = true;
  const gateway = await gatewayWith((store) => ({
    commitSubmissions: (submissions) =>
      full
        ? Promise.reject(
            Object.assign(new Error(`CANARY ${ADULT_01.person.surname}`), { code: 'SQLITE_FULL' }),
          )
        : store.commitSubmissions(submissions),
  }));
  const request = await gateway.terminal.seal(ADULT_01);
  const refused = await post(gateway, request);
  expect(refused.statusCode).toBe(500);
  expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(problemSchema.parse(refused.json()).code).toBe('internal');
  expect(refused.body).not.toMatch(/CANARY|SQLITE/);
  const log = gateway.log.join('');
  expect(log).toContain('SQLITE_FULL');
  expect(log).not.toContain('CANARY');
  expect(readGatewayLedger(gateway.dataDir).references).toEqual([]);

  full = false;
  expect((await post(gateway, request)).statusCode).toBe(201);
  expect(readGatewayLedger(gateway.dataDir).references).toMatchObject([{ count: 1 }]);
});

it('asks to come again when another process holds the database', async () => {
  const gateway = await gatewayWith(() => ({ commitSubmissions: () => Promise.resolve(fail('busy')) }));
  const answer = await post(gateway, await gateway.terminal.seal(ADULT_01));
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe('5');
  expect(problemSchema.parse(answer.json()).code).toBe('busy');
});

it('answers 409 while the first request is still being committed, and 422 to another payload under its key', async () => {
  let release: (() => void) | null = null;
  let entered: (() => void) | null = null;
  const inCommit = new Promise<void>((resolve) => (entered = resolve));
  const gateway = await gatewayWith((store) => ({
    commitSubmissions: async (submissions) => {
      await new Promise<void>((resolve) => {
        release = resolve;
        entered?.();
      });
      return store.commitSubmissions(submissions);
    },
  }));
  const request = await gateway.terminal.seal(ADULT_01);
  const other = await gateway.terminal.seal(ADULT_01, { id: request.envelope.id });
  const first = post(gateway, request);
  await inCommit;
  expect((await post(gateway, request)).statusCode).toBe(409);
  expect(problemSchema.parse((await post(gateway, other)).json()).code).toBe('idempotency-key-reused');
  (release as (() => void) | null)?.();
  expect((await first).statusCode).toBe(201);
});

it('gives the earlier answer when another gateway process committed the same key in between', async () => {
  const gateway = await gatewayWith((store) => {
    let looks = 0;
    return {
      // The first look of the second request finds nothing, as if both had looked before either committed.
      findAnswer: (terminalId, id) => {
        looks += 1;
        return looks <= 2 ? Promise.resolve(null) : store.findAnswer(terminalId, id);
      },
    };
  });
  const request = await gateway.terminal.seal(ADULT_01);
  const first = await post(gateway, request);
  const second = await post(gateway, request);
  expect(second.statusCode).toBe(201);
  expect(second.body).toBe(first.body);
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect(readGatewayLedger(gateway.dataDir).references).toMatchObject([{ count: 1 }]);
});

it('asks to come again rather than keeping more than it can in memory', async () => {
  const releases: (() => void)[] = [];
  let waiting: (() => void) | null = null;
  const allIn = new Promise<void>((resolve) => (waiting = resolve));
  const gateway = await gatewayWith(() => ({
    commitSubmissions: () =>
      new Promise<Result<readonly Committed[], Failure<'busy'>>>((resolve) => {
        releases.push(() => resolve(fail('busy')));
        if (releases.length === 64) waiting?.();
      }),
  }));
  const requests: SubmissionRequest[] = [];
  for (let index = 0; index < 65; index += 1) requests.push(await gateway.terminal.seal(ADULT_01));
  const [last, ...others] = requests;
  const answers = others.map((request) => post(gateway, request));
  await allIn;
  if (last === undefined) throw new Error('no request');
  expect((await post(gateway, last)).statusCode).toBe(503);
  for (const release of releases) release();
  for (const answer of await Promise.all(answers)) expect(answer.statusCode).toBe(503);
});

it('stores a batch in one commit, and nothing of it when that fails', async () => {
  let full = true;
  const commits: number[] = [];
  const gateway = await gatewayWith((store) => ({
    commitSubmissions: (submissions) => {
      commits.push(submissions.length);
      return full ? Promise.reject(new Error('disk full')) : store.commitSubmissions(submissions);
    },
  }));
  const items: SubmissionRequest[] = [];
  for (let person = 0; person < 10; person += 1) items.push(await gateway.terminal.seal(adultNumber(person)));
  const postBatch = () =>
    gateway.app.inject({
      method: 'POST',
      url: '/v1/batches',
      headers: { authorization: `Bearer ${gateway.terminal.enrolment.credential}` },
      payload: { items },
    });
  expect((await postBatch()).statusCode).toBe(500);
  expect(readGatewayLedger(gateway.dataDir).references).toEqual([]);
  full = false;
  expect((await postBatch()).statusCode).toBe(200);
  expect(readGatewayLedger(gateway.dataDir).references).toHaveLength(10);
  expect(commits).toEqual([10, 10]);
});

it('holds back the rest of a lane when another process used the key of one for another payload', async () => {
  let hidden = true;
  const gateway = await gatewayWith((store) => ({
    findAnswer: (terminalId, id) => (hidden ? Promise.resolve(null) : store.findAnswer(terminalId, id)),
  }));
  const used = await gateway.terminal.seal(adultNumber(1));
  expect((await post(gateway, used)).statusCode).toBe(201);
  const items = [
    await gateway.terminal.seal(adultNumber(2), { id: used.envelope.id }),
    await gateway.terminal.seal(adultNumber(3)),
    await gateway.terminal.seal(adultNumber(4), { lane: 5 }),
  ];
  const answer = await gateway.app.inject({
    method: 'POST',
    url: '/v1/batches',
    headers: { authorization: `Bearer ${gateway.terminal.enrolment.credential}` },
    payload: { items },
  });
  const { results } = batchResponseSchema.parse(answer.json());
  expect(results.map((result) => (result.taken ? 'taken' : result.code))).toEqual([
    'idempotency-key-reused',
    'busy',
    'taken',
  ]);
  hidden = false;
  expect((await post(gateway, used)).statusCode).toBe(201);
});
