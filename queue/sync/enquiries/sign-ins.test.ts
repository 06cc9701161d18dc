import { describe, expect, test, vi } from 'vitest';
import { identityClaimSchema } from '../../../domain/wire/enquiry.ts';
import { signInRequestSchema } from '../../../domain/wire/iam-smart.ts';
import { open } from '../../../domain/wire/sealed/sealing.ts';
import { type Act, blackHole, hangUp, json, problem } from '../../testing/exchange.ts';
import { ADULT_01, registration } from '../../testing/submissions.ts';
import { startedTerminal, testTerminal } from '../../testing/terminal.ts';
import { good } from '../../testing/values.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

const ID = 'A'.repeat(22);
const session = '0190d5a8-0000-7000-8000-00000000a001';
const begun = { id: ID, code: 'https://iam-smart.invalid/simulated?code=x', secondsLeft: 120 };
const request = { session, person: { hkid: ADULT_01.hkid }, identification: registration().identification };

const answering =
  (told: (body: string) => void, answer: object, status = 200): Act =>
  ({ body, response }) => {
    told(body.toString('utf8'));
    json(response, status, answer);
  };

describe('a member signs in with iAM Smart', () => {
  test('whose card it is goes sealed, and only the platform can open it', async () => {
    const terminal = await startedTerminal();
    let asked = '';
    terminal.gateway.script['iam-smart'].push(answering((body) => (asked = body), begun, 201));
    expect(good(await terminal.agent.beginSignIn(request))).toEqual(begun);
    expect(asked).not.toContain(ADULT_01.hkid);
    const { claim, session: forVisit } = signInRequestSchema.parse(JSON.parse(asked));
    expect(forVisit).toBe(session);
    const { sealed, ...facts } = claim;
    const opened = good(
      await open(
        new Uint8Array(Buffer.from(sealed, 'base64url')),
        { ...facts, kind: 'identity-proof', schemaVersion: 1 },
        terminal.gateway.platform.sealingPrivateKey,
      ),
    );
    const { person } = identityClaimSchema.parse(JSON.parse(new TextDecoder().decode(opened)));
    expect(person.hkid).toBe(ADULT_01.hkid);
  });

  test('it is asked how it stands, and ended, for this visit only', async () => {
    const terminal = await startedTerminal();
    const waiting = { state: 'waiting', token: null };
    terminal.gateway.script['iam-smart'].push(answering(() => undefined, waiting));
    expect(good(await terminal.agent.signInState({ id: ID, session }))).toEqual(waiting);
    terminal.gateway.script['iam-smart'].push(answering(() => undefined, { over: true }));
    terminal.agent.endSignIn({ id: ID, session });
    await terminal.until(() => terminal.asked(`DELETE /v1/iam-smart/sign-ins/${ID}`) === 1);
    expect(terminal.asked(`GET /v1/iam-smart/sign-ins/${ID}`)).toBe(1);
  });

  test.each([
    [429, 'too-many-tries', 'too-many-tries'],
    [422, 'assurance-too-low', 'assurance-too-low'],
    [422, 'cannot-open', 'unavailable'],
    [500, 'internal', 'unavailable'],
  ])('the platform says %i %s: %s', async (status, code, fault) => {
    const terminal = await startedTerminal();
    terminal.gateway.script['iam-smart'].push(problem(status, code));
    expect(await terminal.agent.beginSignIn(request)).toEqual({ ok: false, code: fault });
  });

  test('an answer that makes no sense is none', async () => {
    const terminal = await startedTerminal();
    const nonsense = { ...begun, code: 'no address', secondsLeft: 0 };
    terminal.gateway.script['iam-smart'].push(answering(() => undefined, nonsense, 201));
    expect(await terminal.agent.beginSignIn(request)).toMatchObject({ ok: false });
  });

  test('no network, or one that breaks: offline', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.script['iam-smart'].push(hangUp);
    expect(await terminal.agent.signInState({ id: ID, session })).toEqual({ ok: false, code: 'offline' });
    expect(terminal.connection()).toBe('offline no-network');
    const away = await testTerminal();
    await away.gateway.down();
    away.agent.start();
    await away.asleep();
    expect(await away.agent.beginSignIn(request)).toEqual({ ok: false, code: 'offline' });
  });

  test('no answer within the deadline: offline', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.script['iam-smart'].push(blackHole);
    const answer = terminal.agent.signInState({ id: ID, session });
    await terminal.until(() => terminal.asked(`GET /v1/iam-smart/sign-ins/${ID}`) === 1);
    terminal.clock.advance(30_000);
    expect(await answer).toEqual({ ok: false, code: 'offline' });
  });
});
