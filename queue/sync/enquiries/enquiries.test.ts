import { describe, expect, test, vi } from 'vitest';
import type { Enquiry } from '../../../domain/terminal/ports/queue/enquiry.ts';
import {
  correctionRequestSchema,
  enquiryRequestSchema,
  identityClaimSchema,
  leftRequestSchema,
  type IdentityClaim,
} from '../../../domain/wire/enquiry.ts';
import { open, seal } from '../../../domain/wire/sealed/sealing.ts';
import { type Act, blackHole, hangUp, json, page, problem } from '../../testing/exchange.ts';
import { RECEIVED_AT } from '../../testing/platform-acts.ts';
import { ADULT_01, registration } from '../../testing/submissions.ts';
import { startedTerminal, testTerminal, type TestTerminal } from '../../testing/terminal.ts';
import { good } from '../../testing/values.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

const ID = '0195bb00-0000-7000-8000-000000000001';
const REFERENCE = 'K0127-A0001-4';
const claim: IdentityClaim = {
  person: { hkid: ADULT_01.hkid },
  identification: registration().identification,
};
const byCode: Enquiry = { reference: REFERENCE, by: 'code', code: 'k7m2 9xqa' };
const byDocument: Enquiry = { reference: REFERENCE, by: 'document', ...claim };

const said = {
  id: ID,
  kind: 'fund-switch',
  status: 'accepted',
  code: null,
  receivedAt: RECEIVED_AT,
} as const;

const answering =
  (told: (body: unknown) => void, answer: object = said): Act =>
  ({ body, response }) => {
    told(JSON.parse(body.toString('utf8')));
    json(response, 200, answer);
  };

describe('somebody asks what became of a submission', () => {
  test('with the code of the slip, however it was typed', async () => {
    const terminal = await startedTerminal();
    let asked: unknown;
    terminal.gateway.script.enquiries.push(answering((body) => (asked = body)));
    expect(good(await terminal.agent.enquire(byCode))).toEqual(said);
    expect(asked).toEqual({ reference: REFERENCE, proof: { by: 'code', code: 'K7M29XQA' } });
    expect(terminal.audited()).toContain('enquiry.made');
  });

  test('with the document: who it is goes sealed, and only the platform can open it', async () => {
    const terminal = await startedTerminal();
    let asked: unknown;
    terminal.gateway.script.enquiries.push(answering((body) => (asked = body)));
    good(await terminal.agent.enquire(byDocument));
    expect(JSON.stringify(asked)).not.toContain(ADULT_01.hkid);
    const { proof } = enquiryRequestSchema.parse(asked);
    if (proof.by !== 'document') throw new Error('by code');
    const { sealed, ...facts } = proof.claim;
    const opened = good(
      await open(
        new Uint8Array(Buffer.from(sealed, 'base64url')),
        { ...facts, kind: 'identity-proof', schemaVersion: 1 },
        terminal.gateway.platform.sealingPrivateKey,
      ),
    );
    expect(identityClaimSchema.parse(JSON.parse(new TextDecoder().decode(opened)))).toEqual(claim);
  });

  test('with the document alone, where the slip is lost: sealed as well, and no reference is asked for', async () => {
    const terminal = await startedTerminal();
    let asked: unknown;
    const left = { items: [{ ...said, reference: REFERENCE }], more: true };
    terminal.gateway.script['by-document'].push(answering((body) => (asked = body), left));
    expect(good(await terminal.agent.listLeft(claim))).toEqual(left);
    expect(JSON.stringify(asked)).not.toContain(ADULT_01.hkid);
    expect(leftRequestSchema.safeParse(asked).success).toBe(true);
  });

  test.each([
    [429, 'too-many-tries', 'too-many-tries'],
    [422, 'assurance-too-low', 'assurance-too-low'],
    [422, 'cannot-open', 'unavailable'],
  ])('with the document alone, the platform says %i %s: %s', async (status, code, fault) => {
    const terminal = await startedTerminal();
    terminal.gateway.script['by-document'].push(problem(status, code));
    expect(await terminal.agent.listLeft(claim)).toEqual({ ok: false, code: fault });
  });

  test.each([
    ['older than this terminal says no kind', undefined],
    ['newer than this terminal says one that nobody here knows', 'something-of-next-year'],
  ])('a platform %s: the status is told all the same', async (_, kind) => {
    const terminal = await startedTerminal();
    terminal.gateway.script.enquiries.push(answering(() => undefined, { ...said, kind }));
    const answer = good(await terminal.agent.enquire(byCode));
    expect(answer.status).toBe('accepted');
    expect(answer.kind ?? null).toBeNull();
  });

  test('a code that no slip has is not asked for: unknown and wrong look alike', async () => {
    const terminal = await startedTerminal();
    expect(await terminal.agent.enquire({ ...byCode, code: 'ABCD 1230' })).toEqual({
      ok: false,
      code: 'not-found',
    });
    expect(terminal.asked('POST /v1/enquiries')).toBe(0);
  });

  test.each([
    [404, 'not-found', 'not-found'],
    [429, 'too-many-tries', 'too-many-tries'],
    [403, 'assurance-too-low', 'assurance-too-low'],
    [409, 'not-correctable', 'not-correctable'],
    [422, 'cannot-open', 'unavailable'],
    [500, 'internal', 'unavailable'],
    [503, 'busy', 'unavailable'],
    [401, 'terminal-unknown', 'unavailable'],
  ])('the platform says %i %s: %s', async (status, code, fault) => {
    const terminal = await startedTerminal();
    terminal.gateway.script.enquiries.push(problem(status, code));
    expect(await terminal.agent.enquire(byDocument)).toEqual({ ok: false, code: fault });
  });

  test.each(['not-found', 'too-many-tries', 'assurance-too-low'])(
    'being told %s is no trouble with the platform: submissions go on at once',
    async (code) => {
      const terminal = await startedTerminal();
      terminal.gateway.script.enquiries.push(problem(429, code));
      await terminal.agent.enquire(byCode);
      expect(terminal.connection()).toBe('online');
      const id = terminal.keep();
      await terminal.until(() => terminal.state(id) === 'accepted');
    },
  );

  test('no network: said at once, without trying', async () => {
    const terminal = await testTerminal();
    await terminal.gateway.down();
    terminal.agent.start();
    await terminal.asleep();
    expect(await terminal.agent.enquire(byDocument)).toEqual({ ok: false, code: 'offline' });
    expect(await terminal.agent.listLeft(claim)).toEqual({ ok: false, code: 'offline' });
    expect(await terminal.agent.openCorrection({ reference: REFERENCE, ...claim })).toEqual({
      ok: false,
      code: 'offline',
    });
  });

  test.each([
    ['the connection breaks', hangUp, 'offline no-network'],
    ['a portal answers', page, 'offline not-the-platform'],
  ])('%s: offline, asked once, and looked for again', async (_, act, connection) => {
    const terminal = await startedTerminal();
    terminal.gateway.script.enquiries.push(act);
    expect(await terminal.agent.enquire(byCode)).toEqual({ ok: false, code: 'offline' });
    expect(terminal.asked('POST /v1/enquiries')).toBe(1);
    expect(terminal.connection()).toBe(connection);
    expect(await terminal.asleep()).toBeLessThanOrEqual(2_000);
    await terminal.sleepThrough();
    await terminal.until(() => terminal.connection() === 'online');
  });

  test('no answer within the deadline: offline', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.script.enquiries.push(blackHole);
    const answer = terminal.agent.enquire(byCode);
    await terminal.until(() => terminal.asked('POST /v1/enquiries') === 1);
    terminal.clock.advance(30_000);
    expect(await answer).toEqual({ ok: false, code: 'offline' });
  });

  test('the platform asked us to wait: nobody asks it', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(problem(503, 'busy', { 'retry-after': '60' }));
    terminal.keep();
    await terminal.asleep();
    expect(await terminal.agent.enquire(byCode)).toEqual({ ok: false, code: 'unavailable' });
    expect(terminal.asked('POST /v1/enquiries')).toBe(0);
  });
});

describe('a member corrects what was submitted', () => {
  const original = {
    v: 1,
    id: ID,
    terminalId: 'K0999',
    kind: 'member-registration',
    schemaVersion: 1,
    capturedAt: '2026-02-02T04:05:06.789Z',
  } as const;

  /** As the platform does it: opens the claim, seals the payload to the session's key. */
  function correcting(changes: { facts?: unknown; payload?: unknown; kid?: string } = {}): Act {
    return async ({ body, response }) => {
      const request = correctionRequestSchema.parse(JSON.parse(body.toString('utf8')));
      const payload = changes.payload ?? registration();
      const sealed = good(
        await seal(
          new TextEncoder().encode(JSON.stringify(payload)),
          { ...original, kid: changes.kid ?? 'session' },
          request.sessionKey,
        ),
      );
      json(response, 200, {
        id: ID,
        code: 'details-differ',
        sealed: Buffer.from(sealed).toString('base64url'),
        facts: changes.facts ?? original,
      });
    };
  }

  const opened = (terminal: TestTerminal) =>
    terminal.agent.openCorrection({ reference: REFERENCE, ...claim });

  test('the fields come back, sealed to a key of this one question', async () => {
    const terminal = await startedTerminal();
    const keys: string[] = [];
    const remembering: Act = (exchange) => {
      keys.push(
        JSON.stringify(correctionRequestSchema.parse(JSON.parse(exchange.body.toString('utf8'))).sessionKey),
      );
      return correcting()(exchange);
    };
    terminal.gateway.script.corrections.push(remembering, remembering);
    expect(good(await opened(terminal))).toEqual({
      id: ID,
      code: 'details-differ',
      payload: registration(),
    });
    good(await opened(terminal));
    expect(new Set(keys).size).toBe(2);
    expect(keys.join()).not.toContain('"d"');
    expect(terminal.audited()).toContain('correction.opened');
  });

  test('of a submission of this terminal, when the platform says nothing about its envelope', async () => {
    const terminal = await startedTerminal();
    const id = terminal.keep();
    const envelope = good(terminal.queue.get(id))?.envelope;
    if (envelope === null || envelope === undefined) throw new Error('no envelope');
    terminal.gateway.script.corrections.push(async ({ body, response }) => {
      const { sessionKey } = correctionRequestSchema.parse(JSON.parse(body.toString('utf8')));
      const plaintext = new TextEncoder().encode(JSON.stringify(registration()));
      const sealed = good(await seal(plaintext, { ...envelope, kid: 'session' }, sessionKey));
      json(response, 200, { id, code: 'details-differ', sealed: Buffer.from(sealed).toString('base64url') });
    });
    expect(good(await opened(terminal))).toMatchObject({ id });
  });

  test.each([
    [
      'facts of another submission',
      correcting({ facts: { ...original, id: '0195bb00-0000-7000-8000-000000000002' } }),
    ],
    [
      'facts that were changed',
      correcting({ facts: { ...original, capturedAt: '2026-02-03T04:05:06.789Z' } }),
    ],
    ['sealed for another purpose', correcting({ kid: 'seal-1' })],
    ['something that is no registration', correcting({ payload: { kind: 'member-registration' } })],
  ])('%s: nothing is shown', async (_, act) => {
    const terminal = await startedTerminal();
    terminal.gateway.script.corrections.push(act);
    expect(await opened(terminal)).toEqual({ ok: false, code: 'unavailable' });
  });

  test.each([
    [403, 'assurance-too-low'],
    [409, 'not-correctable'],
    [404, 'not-found'],
    [429, 'too-many-tries'],
  ])('the platform says %i %s', async (status, code) => {
    const terminal = await startedTerminal();
    terminal.gateway.script.corrections.push(problem(status, code));
    expect(await opened(terminal)).toEqual({ ok: false, code });
  });
});
