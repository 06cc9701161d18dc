import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { UsabilityTally } from '../../../domain/usability/cell.ts';
import { dataFolder } from '../../testing/data-folder.ts';
import { good } from '../../testing/values.ts';
import { openQueue } from '../../store/queue.ts';
import type { GatewayClient } from '../exchange/gateway-client.ts';
import { createUsabilityCourier } from './usability-courier.ts';

const HOUR_MS = 3_600_000;
const tally: UsabilityTally = {
  mode: 'live',
  profile: 'kiosk',
  flow: 'call-back',
  step: 'visit',
  locale: 'en',
  textSize: 'largest',
  assist: true,
  measure: 'begun',
  count: 1,
};

/** A queue whose first day is over, and a platform that answers as it is told to. */
function setUp() {
  let at = Date.parse('2026-11-22T04:00:00.000Z');
  let uptime = 0;
  let budget = 0;
  let says: object = { kind: 'answered', body: { stored: true } };
  const sent: { readonly path: string; readonly body: string }[] = [];
  const troubles: unknown[] = [];
  const queue = good(
    openQueue(join(dataFolder(), 'queue.db'), {
      now: () => new Date(at).toISOString(),
      budget: () => budget,
    }),
  );
  onTestFinished(() => queue.close());
  good(queue.usability.add([tally]));
  at += 24 * HOUR_MS;
  budget += 24 * HOUR_MS;
  const gateway = {
    call: ({ path, body }: { path: string; body: string }) => {
      sent.push({ path, body });
      return Promise.resolve({ verdict: says, wait: null, took: 1 });
    },
  } as unknown as GatewayClient;
  const courier = createUsabilityCourier({
    queue,
    gateway,
    gate: { troubled: (verdict: unknown) => troubles.push(verdict), jitter: () => 5_000 } as never,
    uptime: () => uptime,
    interval: HOUR_MS,
    retryCap: HOUR_MS,
  });
  return {
    queue,
    courier,
    sent,
    troubles,
    says: (verdict: object) => (says = verdict),
    wait: (milliseconds: number) => (uptime += milliseconds),
  };
}

test('a day that is over is told once, as counts, and then nothing is for an hour', async () => {
  const { courier, sent, queue } = setUp();
  await courier.run();
  expect(sent).toEqual([
    { path: `/v1/usability/${String(queue.epoch)}/2026-11-22`, body: JSON.stringify({ cells: [tally] }) },
  ]);
  await courier.run();
  expect(sent).toHaveLength(1);
  expect(courier.until()).toBe(HOUR_MS);
});

test('without a network it waits by itself, and the day stays', async () => {
  const { courier, sent, says, wait, troubles } = setUp();
  says({ kind: 'no-network' });
  await courier.run();
  expect(troubles).toEqual([{ kind: 'no-network' }]);
  expect(courier.until()).toBe(5_000);
  wait(5_000);
  expect(courier.until()).toBe(0);
  says({ kind: 'answered', body: { stored: true } });
  await courier.run();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
});

test('what the platform refuses for good is not brought again', async () => {
  const { courier, sent, says } = setUp();
  says({ kind: 'refused', code: 'malformed' });
  await courier.run();
  await courier.run();
  expect(sent).toHaveLength(1);
});
