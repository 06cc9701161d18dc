import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditAcknowledgementSchema, auditResponseSchema } from '../../domain/wire/audit-upload.ts';
import { verifyUnder } from '../../domain/wire/signing.ts';
import { type Answer, callAs, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { link, type TestChain, testChain } from './terminal-chain.fixture.ts';

let gateway: TestGateway;
let chain: TestChain;

beforeEach(async () => {
  gateway = await startTestGateway();
  chain = chainOf(gateway);
});
afterEach(() => gateway.stop());

function chainOf({ terminal }: Pick<TestGateway, 'terminal'>): TestChain {
  const { terminalId, credential } = terminal.enrolment;
  const made = testChain({ terminalId, credential });
  made.add(250);
  return made;
}

function leave(upload: unknown): Promise<Answer> {
  return gateway.call('POST', '/v1/audit', upload);
}

describe('POST /v1/audit', () => {
  it('a whole chain in runs of the greatest length, acknowledged under a receipt key of the platform', async () => {
    expect((await leave(await chain.upload(1, 200))).json).toMatchObject({ next: 201 });
    const answer = auditResponseSchema.parse((await leave(await chain.upload(201, 250))).json);
    const acknowledged = await verifyUnder(
      answer.acknowledgement ?? '',
      gateway.terminal.keys,
      'receipt',
      auditAcknowledgementSchema,
      ({ receivedAt }) => receivedAt,
    );
    const { databaseId, rows } = chain;
    expect(acknowledged).toMatchObject({
      ok: true,
      value: { terminalId: 'K0127', databaseId, number: 250, head: rows[249]?.hash },
    });
  });

  it('entries as long as they may be fit into one request', async () => {
    const long = testChain({ ...gateway.terminal.enrolment });
    long.add(200);
    const upload = await long.upload(1, 200, (row) => ({ ...row, entry: row.entry.padEnd(4096, '"') }));
    const { status, json } = await leave(upload);
    expect({ status, json }).toMatchObject({ status: 422, json: { code: 'audit-broken' } });
  });

  it('more than fit are malformed, and a body beyond all measure is too large', async () => {
    expect((await leave(await chain.upload(1, 201))).status).toBe(400);
    expect((await leave({ entries: 'x'.repeat(3_000_000) })).status).toBe(413);
  });

  it.each([
    ['without a credential', { authorization: '' }],
    ['with a wrong one', { authorization: `Bearer ${'x'.repeat(43)}` }],
  ])('%s: 401, before anything is read', async (_, headers) => {
    const response = await fetch(`${gateway.url}/v1/audit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{',
    });
    expect(response.status).toBe(401);
  });

  it('a changed row that is held already: 422, and the log names terminal and number but no content', async () => {
    await leave(await chain.upload(1, 3));
    const upload = await chain.upload(1, 1, (row) => {
      const entry = row.entry.replace('session.ended', 'session.wiped');
      return { ...row, entry, hash: link(row.previous, entry) };
    });
    const { status, json } = await leave(upload);
    expect({ status, json }).toMatchObject({ status: 422, json: { code: 'audit-broken' } });
    const line = gateway.log.find((text) => text.includes('audit refused'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      terminalId: 'K0127',
      code: 'audit-broken',
      number: 1,
      what: 'changed',
    });
    expect(gateway.log.join('')).not.toContain('session.wiped');
  });

  it('another machine under the same credential: 409', async () => {
    await leave(await chain.upload(1, 1));
    const copy = chainOf(gateway);
    const { status, json } = await leave(await copy.upload(1, 1));
    expect({ status, json }).toMatchObject({ status: 409, json: { code: 'device-key-differs' } });
  });

  it('another terminal’s chain is not taken under one’s own credential', async () => {
    const other = await gateway.enrol('K0128');
    const upload = await chain.upload(1, 2);
    const { status } = await callAs(gateway.url, other, 'POST', '/v1/audit', upload);
    expect(status).toBe(409);
  });
});
