import { describe, expect, test, vi } from 'vitest';
import { mobileClaimSchema, mobileCodeRequestSchema } from '../../../domain/wire/mobile-code.ts';
import { open } from '../../../domain/wire/sealed/sealing.ts';
import { hangUp, json, problem } from '../../testing/exchange.ts';
import { startedTerminal } from '../../testing/terminal.ts';
import { good } from '../../testing/values.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

const ID = 'B'.repeat(22);
const session = '0190d5a8-0000-7000-8000-00000000a001';
const request = { session, mobile: '61370948', locale: 'en' } as const;
const sent = { id: ID, secondsLeft: 300, againAfter: 30 };

describe('a member confirms a mobile number', () => {
  test('the number goes sealed, under a name of its own, and only the platform can open it', async () => {
    const terminal = await startedTerminal();
    let asked = '';
    terminal.gateway.script['mobile-codes'].push(({ body, response }) => {
      asked = body.toString('utf8');
      json(response, 201, sent);
    });
    expect(good(await terminal.agent.sendMobileCode(request))).toEqual(sent);
    expect(asked).not.toContain(request.mobile);
    const { number, locale } = mobileCodeRequestSchema.parse(JSON.parse(asked));
    expect(locale).toBe('en');
    const { sealed, ...facts } = number;
    const openedAs = (kind: string) =>
      open(
        new Uint8Array(Buffer.from(sealed, 'base64url')),
        { ...facts, kind, schemaVersion: 1 },
        terminal.gateway.platform.sealingPrivateKey,
      );
    const opened = good(await openedAs('mobile-number'));
    expect(mobileClaimSchema.parse(JSON.parse(new TextDecoder().decode(opened))).mobile).toBe(request.mobile);
    expect((await openedAs('identity-proof')).ok).toBe(false);
  });

  test('what was typed goes with the visit, and the answer comes back', async () => {
    const terminal = await startedTerminal();
    const wrong = { state: 'wrong', triesLeft: 2 };
    let asked: unknown;
    terminal.gateway.script['mobile-codes'].push(({ body, response }) => {
      asked = JSON.parse(body.toString('utf8'));
      json(response, 200, wrong);
    });
    expect(good(await terminal.agent.tryMobileCode({ id: ID, session, code: '123456' }))).toEqual(wrong);
    expect(asked).toEqual({ session, code: '123456' });
    expect(terminal.asked(`POST /v1/mobile-codes/${ID}/tries`)).toBe(1);
  });

  test.each([
    [404, 'not-found', 'not-found'],
    [429, 'too-many-tries', 'too-many-tries'],
    [500, 'internal', 'unavailable'],
  ])('the platform says %i %s: %s', async (status, code, fault) => {
    const terminal = await startedTerminal();
    terminal.gateway.script['mobile-codes'].push(problem(status, code));
    expect(await terminal.agent.sendMobileCode(request)).toEqual({ ok: false, code: fault });
  });

  test('a platform that sends no messages is not taken for a broken connection', async () => {
    const terminal = await startedTerminal();
    await terminal.agent.sendMobileCode(request);
    expect(terminal.connection()).toBe('online');
  });

  test('no network: offline', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.script['mobile-codes'].push(hangUp);
    expect(await terminal.agent.sendMobileCode(request)).toEqual({ ok: false, code: 'offline' });
  });
});
