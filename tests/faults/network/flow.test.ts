import { expect, test } from 'vitest';
import { simulatedClock } from '../../../queue/testing/simulated-clock.ts';
import { createRandom } from '../runner/random.ts';
import { openFlow } from './flow.ts';
import { CALM, RETRANSMISSION_MS, type Weather } from './weather.ts';

function flow(weather: Partial<Weather>, more: { limit?: number; swallow?: boolean } = {}) {
  const clock = simulatedClock();
  const start = clock.uptime();
  const events: (readonly [number, string])[] = [];
  const note = (what: string) => () => void events.push([clock.uptime() - start, what]);
  const opened = openFlow({
    weather: { ...CALM, ...weather },
    clock,
    random: createRandom('flow', 3),
    limit: more.limit ?? null,
    swallow: more.swallow ?? false,
    onBytes: (bytes) => note(bytes.toString())(),
    onEnd: note('end'),
    onLimit: note('limit'),
    onDrained: note('drained'),
  });
  return { clock, events, flow: opened };
}

test('on a calm day bytes come through at once', () => {
  const { flow: calm, events } = flow({});
  calm.send(Buffer.from('one'));
  calm.end();
  expect(events).toEqual([
    [0, 'one'],
    [0, 'end'],
  ]);
});

test('they come late by the latency, and the end after them', () => {
  const { flow: late, events, clock } = flow({ latency: 40 });
  late.send(Buffer.from('one'));
  late.end();
  clock.advance(39);
  expect(events).toEqual([]);
  clock.advance(1);
  expect(events).toEqual([
    [40, 'one'],
    [40, 'end'],
  ]);
});

test('with jitter and losses they still keep their order', () => {
  const { flow: rough, events, clock } = flow({ jitter: 50, loss: 0.5, slice: 1 });
  rough.send(Buffer.from('abcdefgh'));
  clock.advance(10 * RETRANSMISSION_MS);
  expect(events.map(([, text]) => text).join('')).toBe('abcdefgh');
  expect(events.at(-1)?.[0]).toBeGreaterThanOrEqual(RETRANSMISSION_MS);
});

test('a narrow line takes as long as its bytes', () => {
  const { flow: narrow, events, clock } = flow({ bandwidth: 1_000 });
  narrow.send(Buffer.alloc(500, 'a'));
  narrow.send(Buffer.alloc(500, 'b'));
  clock.advance(2_000);
  expect(events.map(([at]) => at)).toEqual([500, 1_000]);
});

test('the sender is asked to wait while much is under way', () => {
  const { flow: full, events, clock } = flow({ latency: 10 });
  expect(full.send(Buffer.alloc(70_000))).toBe(false);
  clock.advance(10);
  expect(events.at(-1)).toEqual([10, 'drained']);
});

test('cut after so many bytes: what is within comes through, nothing after', () => {
  const { flow: cut, events } = flow({}, { limit: 4 });
  cut.send(Buffer.from('abcdef'));
  cut.send(Buffer.from('gh'));
  expect(events.map(([, text]) => text)).toEqual(['abcd', 'limit']);
});

test('a black hole says nothing, not even that it is over', () => {
  const { flow: hole, events, clock } = flow({}, { swallow: true });
  hole.send(Buffer.from('abc'));
  hole.end();
  clock.advance(60_000);
  expect(events).toEqual([]);
});
