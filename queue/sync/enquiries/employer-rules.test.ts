import { describe, expect, test, vi } from 'vitest';
import { SAMPLE_RULES } from '../../../domain/catalogue/testing/sample-rules.ts';
import { employerRulesRequestSchema, factsOfRulesAnswer } from '../../../domain/wire/employer-rules.ts';
import { seal } from '../../../domain/wire/sealed/sealing.ts';
import { type Act, json, problem } from '../../testing/exchange.ts';
import { ADULT_01, registration } from '../../testing/submissions.ts';
import { startedTerminal, testTerminal } from '../../testing/terminal.ts';
import { good } from '../../testing/values.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

const { employerAccount, scheme } = SAMPLE_RULES;
const question = {
  ...{ employerAccount, scheme, person: { hkid: ADULT_01.hkid } },
  identification: registration().identification,
};

/** As the platform does it. */
const answering =
  (rules: object, told: (body: string) => void = () => undefined): Act =>
  async ({ body, response }) => {
    told(body.toString('utf8'));
    const { claim, sessionKey } = employerRulesRequestSchema.parse(JSON.parse(body.toString('utf8')));
    const plaintext = new TextEncoder().encode(JSON.stringify(rules));
    const sealed = good(await seal(plaintext, factsOfRulesAnswer(claim), sessionKey));
    json(response, 200, { sealed: Buffer.from(sealed).toString('base64url') });
  };

describe('a terminal asks what an employer described', () => {
  test('and opens it with a key of this one question; the number goes sealed', async () => {
    const terminal = await startedTerminal();
    const bodies: string[] = [];
    const act = answering(SAMPLE_RULES, (body) => bodies.push(body));
    terminal.gateway.script['employer-rules'].push(act, act);
    expect(good(await terminal.agent.employerRules(question))).toEqual(SAMPLE_RULES);
    good(await terminal.agent.employerRules(question));
    expect(bodies.join()).not.toContain(ADULT_01.hkid);
    expect(bodies.join()).not.toContain('"d"');
    const keys = bodies.map((body) =>
      JSON.stringify(employerRulesRequestSchema.parse(JSON.parse(body)).sessionKey),
    );
    expect(new Set(keys).size).toBe(2);
  });

  test.each([
    ['of another account', { ...SAMPLE_RULES, employerAccount: '99990000' }],
    ['of another scheme', { ...SAMPLE_RULES, scheme: 'my-choice' }],
    ['that fit no rule set', { ...SAMPLE_RULES, ruleSet: {} }],
  ])('rules %s are held against nothing', async (_, rules) => {
    const terminal = await startedTerminal();
    terminal.gateway.script['employer-rules'].push(answering(rules));
    expect(await terminal.agent.employerRules(question)).toEqual({ ok: false, code: 'unavailable' });
  });

  test.each([
    [404, 'not-found', 'not-found'],
    [429, 'too-many-tries', 'too-many-tries'],
    [422, 'assurance-too-low', 'assurance-too-low'],
  ])('the platform says %i %s: %s', async (status, code, fault) => {
    const terminal = await startedTerminal();
    terminal.gateway.script['employer-rules'].push(problem(status, code));
    expect(await terminal.agent.employerRules(question)).toEqual({ ok: false, code: fault });
  });

  test('without a network it is not asked', async () => {
    const terminal = await testTerminal();
    await terminal.gateway.down();
    terminal.agent.start();
    await terminal.asleep();
    expect(await terminal.agent.employerRules(question)).toEqual({ ok: false, code: 'offline' });
  });
});
