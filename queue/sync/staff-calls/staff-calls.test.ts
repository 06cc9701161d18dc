import { describe, expect, test, vi } from 'vitest';
import { type Act, json, problem } from '../../testing/exchange.ts';
import { startedTerminal, testTerminal } from '../../testing/terminal.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

const PLACE = { placeId: 'station-kwun-tong' };
const CALL = {
  callId: '0195bb00-0000-7000-8000-000000000001',
  waitedSeconds: 12,
  locale: 'zh-Hant',
  step: 'reader',
} as const;
const SEEN = { ...CALL, terminalId: 'K0127', going: null };

const answering =
  (answer: object, told: (body: unknown) => void = () => undefined): Act =>
  ({ body, response }) => {
    told(JSON.parse(body.toString('utf8')));
    json(response, 200, answer);
  };
const refusing = (why: string): Act => answering({ result: 'refused', why });
const unavailable = { ok: false, code: 'unavailable' };

describe('a call for staff', () => {
  test('is told with the place, how long ago in seconds, the language and the step, and nothing else', async () => {
    const terminal = await startedTerminal(PLACE);
    const bodies: unknown[] = [];
    terminal.gateway.script['staff-calls'].push(
      answering({ result: 'told', standing: 'shown' }, (body) => bodies.push(body)),
    );
    expect(await terminal.agent.staffCalls.tell(CALL)).toEqual({ ok: true, value: 'shown' });
    expect(bodies).toEqual([{ place: PLACE.placeId, ...CALL }]);
  });

  test('is over, and somebody goes', async () => {
    const terminal = await startedTerminal(PLACE);
    const by = { counter: '3', here: true };
    terminal.gateway.script['staff-calls'].push(
      ...[answering({ result: 'ended' }), answering({ result: 'taken', by }), refusing('over')],
    );
    const { staffCalls } = terminal.agent;
    expect(await staffCalls.end(CALL.callId)).toEqual({ ok: true, value: null });
    expect(await staffCalls.go(CALL.callId, '3')).toEqual({ ok: true, value: by });
    expect(await staffCalls.go(CALL.callId, '3')).toEqual({ ok: false, code: 'over' });
  });

  test('of a newer gateway is read as far as its words are known', async () => {
    const terminal = await startedTerminal(PLACE);
    const newer = { ...SEEN, locale: 'ur', step: 'queueing', urgent: true };
    terminal.gateway.script['staff-calls'].push(
      answering({ result: 'calls', calls: [SEEN, newer] }),
      answering({ result: 'told', standing: 'arrived' }),
      refusing('too-late-at-night'),
    );
    const { staffCalls } = terminal.agent;
    expect(await staffCalls.open()).toEqual({
      ok: true,
      value: [SEEN, { ...SEEN, locale: null, step: 'other' }],
    });
    expect(await staffCalls.tell(CALL)).toEqual({ ok: true, value: 'open' });
    expect(await staffCalls.open()).toEqual(unavailable);
    expect(await terminal.agent.look()).toBe(true);
  });

  test('is nothing to an older gateway, and nothing else is held back by that', async () => {
    const terminal = await startedTerminal(PLACE);
    terminal.gateway.script['staff-calls'].push(problem(404, 'malformed'));
    expect(await terminal.agent.staffCalls.tell(CALL)).toEqual(unavailable);
    terminal.gateway.script['staff-calls'].push(answering({ result: 'told', standing: 'open' }));
    expect(await terminal.agent.staffCalls.tell(CALL)).toEqual({ ok: true, value: 'open' });
  });

  test('is dropped without a connection: nothing goes when it is back', async () => {
    const terminal = await testTerminal(PLACE);
    expect(await terminal.agent.staffCalls.tell(CALL)).toEqual({ ok: false, code: 'offline' });
    terminal.agent.start();
    await terminal.asleep();
    expect(terminal.asked('POST /v1/staff-calls')).toBe(0);
  });

  test('of a machine that is nowhere asks nobody', async () => {
    const terminal = await startedTerminal();
    expect(await terminal.agent.staffCalls.tell(CALL)).toEqual({ ok: false, code: 'no-place' });
    expect(await terminal.agent.staffCalls.open()).toEqual({ ok: false, code: 'no-place' });
    expect(terminal.asked('POST /v1/staff-calls')).toBe(0);
  });
});
