import { describe, expect, it } from 'vitest';
import { REPORT_FAULTS } from '../simulator/faults.ts';
import { startBench } from './bench.ts';

const FIRST = 'read-1 read: Z900142';

describe('the card', () => {
  it('pulled out while reading, then put in again', async () => {
    const { clock, driver, insert, reader, results, events } = await startBench();
    driver.arm('read-1');
    reader.device.prepare('pull-mid-read');
    insert('adult-01');
    await clock.advance(1_000);
    expect(results()).toEqual(['read-1 failed: removed-while-reading']);
    expect(events).toContainEqual({ type: 'CARD_REMOVED', device: 'id-reader' });
    driver.arm('read-2');
    insert('adult-01');
    await clock.advance(1_000);
    expect(results().at(-1)).toBe('read-2 read: Z900142');
  });

  it('pulled out before the first report, by hand', async () => {
    const { clock, driver, insert, reader, results } = await startBench();
    driver.arm('read-1');
    insert('adult-01');
    await clock.advance(100);
    reader.device.remove();
    await clock.advance(5_000);
    expect(results()).toEqual(['read-1 failed: removed-while-reading']);
  });

  it('unreadable, then a good one', async () => {
    const { clock, driver, insert, reader, results } = await startBench();
    driver.arm('read-1');
    reader.device.prepare('unreadable');
    insert('adult-01');
    await clock.advance(1_000);
    expect(results()).toEqual(['read-1 failed: unreadable']);
    reader.device.remove();
    driver.arm('read-2');
    insert('adult-02');
    await clock.advance(1_000);
    expect(results().at(-1)).toBe('read-2 read: K803917');
  });

  it('damaged on the way every time: asked for twice more, then unreadable', async () => {
    const { clock, driver, insert, reader, results } = await startBench();
    driver.arm('read-1');
    reader.device.prepare('corrupt');
    insert('adult-01');
    await clock.advance(5_000);
    expect(results()).toEqual(['read-1 failed: unreadable']);
    expect(driver.health().problems).toEqual({ 'message-checksum': 3 });
    reader.device.remove();
    driver.arm('read-2');
    insert('adult-01');
    await clock.advance(1_000);
    expect(results().at(-1)).toBe('read-2 read: Z900142');
  });

  it.each(REPORT_FAULTS.filter((fault) => fault !== 'corrupt'))(
    'arrives with %s reports once: read all the same, and the member notices nothing',
    async (fault) => {
      const { clock, driver, insert, reader, results } = await startBench();
      driver.arm('read-1');
      reader.device.prepare(fault);
      insert('adult-01');
      await clock.advance(5_000);
      expect(results()).toEqual([FIRST]);
      expect(Object.keys(driver.health().problems)).not.toEqual([]);
    },
  );
});

describe('the reader', () => {
  it('unplugged while reading, plugged in again, asked again', async () => {
    const { clock, driver, insert, reader, results, statuses } = await startBench();
    driver.arm('read-1');
    insert('adult-01');
    await clock.advance(401);
    reader.unplug();
    await clock.advance(1_000);
    expect(results()).toEqual(['read-1 failed: absent']);
    expect(statuses().at(-1)).toBe('absent');
    reader.replug();
    await clock.advance(100);
    expect(statuses().at(-1)).toBe('ready');
    driver.arm('read-2');
    await clock.advance(3_000);
    expect(results().at(-1)).toBe('read-2 read: Z900142');
    expect(driver.health()).toMatchObject({ reconnects: 1, serial: 'SIM-0001' });
  });

  it('unplugged while the terminal waits for a card: the wait goes on when it is back', async () => {
    const { clock, driver, insert, reader, results } = await startBench();
    driver.arm('read-1');
    reader.unplug();
    await clock.advance(60_000);
    reader.replug();
    await clock.advance(100);
    insert('adult-01');
    await clock.advance(1_000);
    expect(results()).toEqual([FIRST]);
  });

  it('not there at first', async () => {
    const { clock, driver, insert, reader, results, statuses } = await startBench({ plugged: false });
    expect(statuses()).toEqual(['absent']);
    driver.arm('read-1');
    await clock.advance(120_000);
    expect(results()).toEqual([]);
    reader.replug();
    await clock.advance(100);
    insert('adult-01');
    await clock.advance(1_000);
    expect(results()).toEqual([FIRST]);
  });

  it('falls silent while reading: the wait has an end, and it is tried again until it is replaced', async () => {
    const { clock, driver, insert, reader, results, statuses, events } = await startBench();
    driver.arm('read-1');
    insert('adult-01');
    await clock.advance(100);
    reader.device.mute();
    await clock.advance(8_100);
    expect(results()).toEqual(['read-1 failed: faulted']);
    expect(statuses().at(-1)).toBe('faulted');
    expect(events).toContainEqual(expect.objectContaining({ status: 'faulted', detail: 'stuck' }));
    await clock.advance(120_000);
    expect(statuses().slice(-2).sort()).toEqual(['connecting', 'faulted']);
    reader.unplug();
    reader.replug();
    await clock.advance(100);
    expect(statuses().at(-1)).toBe('ready');
  });

  it('lives but never answers: the read has a deadline, and the reader is taken up anew', async () => {
    const { clock, driver, insert, results, statuses } = await startBench({ readTime: 3_600_000 });
    driver.arm('read-1');
    insert('adult-01');
    await clock.advance(8_100);
    expect(results()).toEqual(['read-1 failed: timed-out']);
    await clock.advance(2_000);
    expect(statuses().slice(-4)).toEqual(['busy', 'faulted', 'connecting', 'ready']);
  });

  it('falls silent while nobody is there: noticed without a read', async () => {
    const { clock, reader, statuses } = await startBench();
    reader.device.mute();
    await clock.advance(6_600);
    expect(statuses().at(-1)).toBe('faulted');
  });

  it('waits longer after each failed attempt, 30 seconds at most', async () => {
    const { clock, reader, events } = await startBench();
    reader.device.mute();
    const attempts: number[] = [];
    const seen = events.length;
    for (let second = 0; second < 180; second += 1) {
      const before = events.length;
      await clock.advance(1_000);
      if (
        events.slice(before).some((event) => event.type === 'DEVICE_STATE' && event.status === 'connecting')
      ) {
        attempts.push(second);
      }
    }
    expect(events.length).toBeGreaterThan(seen);
    const waits = attempts.slice(1).map((second, index) => second - (attempts[index] ?? 0));
    expect(waits.slice(0, 3)).toEqual([2, 3, 6]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(32);
  });

  it('stopped: settles, closes, and says nothing more', async () => {
    const { clock, driver, insert, reader, events } = await startBench();
    driver.arm('read-1');
    await driver.stop();
    await driver.stop();
    const said = events.length;
    insert('adult-01');
    reader.unplug();
    driver.forget();
    await clock.advance(60_000);
    expect(events.length).toBe(said);
  });
});

describe('time', () => {
  it('two seconds without the next report end a message, and the reader is asked again', async () => {
    const { clock, driver, reader, results, insert } = await startBench();
    driver.arm('read-1');
    reader.device.prepare('short');
    insert('adult-06');
    await clock.advance(420);
    expect(results()).toEqual([]);
    await clock.advance(4_000);
    expect(results()).toEqual(['read-1 read: V482071']);
  });

  it('a listener that throws does not stop the driver', async () => {
    const { clock, driver, insert, results } = await startBench();
    driver.subscribe(() => {
      throw new Error('a bug of the listener');
    });
    driver.arm('read-1');
    insert('adult-01');
    await clock.advance(1_000);
    expect(results()).toEqual([FIRST]);
  });
});
