import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Details } from '../../domain/catalogue/kinds/employer-registration/employer-registration.ts';
import type { SubmissionRequest } from '../../domain/wire/contract.ts';
import { enquiryResponseSchema } from '../../domain/wire/enquiry.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Decision } from '../store/submission-store.ts';
import { expectProblem, outcomeIn } from '../testing/answers.ts';
import { NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { instructionOf } from '../testing/remittances.ts';

const CODE = 'K7M29XQA';

let gateway: TestGateway;
afterEach(() => gateway.stop());

type Company = Details['companies'][number];

function company(number: string, change: Partial<Company> = {}): Company {
  return {
    name: `Brightwater ${number} Ltd`,
    businessRegistration: number,
    form: 'incorporated',
    incorporation: '1234567',
    activationCode: 'AB12CD34',
    authority: { action: 'register-company', role: 'company-authorised' },
    papers: {
      route: 'company-papers',
      present: ['business-registration', 'incorporation', 'appointment-form'],
    },
    ...change,
  };
}

async function leave(companies: readonly Company[], others: Partial<Details> = {}) {
  const details = {
    standing: 'existing',
    companies,
    answer: { channel: 'email', email: 'office@example.hk', verification: 'none', language: 'en' },
    ...others,
  };
  const payload = { ...instructionOf('employer-registration', details), enquiryCode: CODE };
  const request = await gateway.terminal.seal(payload, { kind: 'employer-registration' });
  return { request, answer: await gateway.post(request) };
}

async function told({ envelope: { reference } }: SubmissionRequest) {
  const body = { reference, proof: { by: 'code', code: CODE } };
  const { status, companies } = enquiryResponseSchema.parse(
    (await gateway.call('POST', '/v1/enquiries', body)).json,
  );
  return { status, companies: companies?.map(({ ending, state, code }) => [ending, state, code]) };
}

async function decide({ envelope }: SubmissionRequest, decision: Decision): Promise<void> {
  const opened = openSqliteStore(gateway.dataDir);
  if (!opened.ok) throw new Error(opened.code);
  expect((await opened.value.decide(envelope.reference, decision, NOW)).ok).toBe(true);
  opened.value.close();
}

describe('a group leaves its companies in one submission', () => {
  beforeEach(async () => {
    gateway = await startTestGateway();
  });

  it('each is answered by itself: the good ones do not wait for the others', async () => {
    expect(outcomeIn((await leave([company('10000001')])).answer)).toEqual({ state: 'accepted' });
    const { request, answer } = await leave(
      [
        company('10000001'),
        company('10000002'),
        company('10000003', { papers: { route: 'trustee-document', issued: '2026-05-21' } }),
        company('10000004', { papers: { route: 'trustee-document', issued: '2026-05-22' } }),
        company('10000005', {
          papers: { route: 'company-papers', present: ['business-registration', 'appointment-form'] },
        }),
        company('10000006', { incorporation: null }),
        company('10000007', { activationCode: null }),
        company('10000008', { form: 'unincorporated', incorporation: null }),
      ],
      { list: { digest: 'd'.repeat(43), leftOut: 2 } },
    );
    expect(outcomeIn(answer)).toEqual({ state: 'accepted' });
    expect(await told(request)).toEqual({
      status: 'accepted',
      companies: [
        ['001', 'refused', 'already-registered'],
        ['002', 'registered', null],
        ['003', 'refused', 'document-date'],
        ['004', 'registered', null],
        ['005', 'refused', 'papers-missing'],
        ['006', 'refused', 'number-missing'],
        ['007', 'refused', 'code-missing'],
        ['008', 'registered', null],
      ],
    });
  });

  it('the same list again: nothing is registered twice, and the submission says so', async () => {
    const group = [company('10000001'), company('10000002')];
    await leave(group);
    const { request, answer } = await leave(group);
    expect(outcomeIn(answer)).toEqual({ state: 'rejected', code: 'already-registered' });
    expect((await told(request)).companies?.map(([, state]) => state)).toEqual(['refused', 'refused']);
  });

  it('sent twice by the terminal it counts once', async () => {
    const { request, answer } = await leave([company('10000001')]);
    expect((await gateway.post(request)).text).toBe(answer.text);
    expect((await told(request)).companies).toEqual([['001', 'registered', null]]);
  });

  it('a corrected list later registers what stayed out', async () => {
    const wrong = company('10000002', { incorporation: null });
    await leave([company('10000001'), wrong]);
    const { request } = await leave([company('10000002')]);
    expect((await told(request)).companies).toEqual([['002', 'registered', null]]);
  });

  it('taken back by hand: its companies are free again', async () => {
    const { request } = await leave([company('10000001')]);
    await decide(request, { state: 'rejected', code: 'trustee-declined' });
    expect((await told(request)).companies).toEqual([['001', 'waiting', null]]);
    expect(outcomeIn((await leave([company('10000001')])).answer)).toEqual({ state: 'accepted' });
  });

  it.each([
    ['one number twice', [company('10000001'), company('10000001')]],
    ['a number of seven figures', [company('1000001')]],
    [
      'nobody authorised',
      [{ ...company('10000001'), authority: { action: 'register-company', role: 'other-user' } }],
    ],
    ['more than a list may have', Array.from({ length: 101 }, (_, at) => company(String(20_000_000 + at)))],
    ['none at all', []],
  ])('%s is outside the contract', async (_what, companies) => {
    expectProblem((await leave(companies as Company[])).answer, 422, 'payload-invalid');
  });

  it('as many as a list may have', async () => {
    const { request, answer } = await leave(
      Array.from({ length: 100 }, (_, at) => company(String(20_000_000 + at))),
    );
    expect(outcomeIn(answer)).toEqual({ state: 'accepted' });
    expect((await told(request)).companies).toHaveLength(100);
  });
});

it('while a submission waits, so does each company; then the first that is processed has the number', async () => {
  let now = Date.parse(NOW);
  gateway = await startTestGateway({ processing: { afterMs: 60_000 }, now: () => new Date(now) });
  const first = await leave([company('10000001')]);
  const second = await leave([company('10000001'), company('10000002')]);
  expect((await told(second.request)).companies?.map(([, state]) => state)).toEqual(['waiting', 'waiting']);
  now += 61_000;
  expect(await told(first.request)).toMatchObject({ companies: [['001', 'registered', null]] });
  expect(await told(second.request)).toEqual({
    status: 'accepted',
    companies: [
      ['001', 'refused', 'already-registered'],
      ['002', 'registered', null],
    ],
  });
});
