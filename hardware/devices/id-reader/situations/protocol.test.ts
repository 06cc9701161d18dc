import { describe, expect, it } from 'vitest';
import type { HardwareEvent } from '../../../../domain/terminal/ports/hardware.ts';
import { createManualClock } from '../../../testing/manual-clock.ts';
import { TRANSPORT_FAULTS } from '../../../transport/transport.ts';
import { encodeToHost } from '../codec.ts';
import { createReferenceIdReader } from '../reference-reader.ts';
import { reportedDocument } from '../simulator/documents.ts';
import { createScriptedTransport } from './scripted-transport.ts';

const HELLO = { type: 'hello', serial: 'SN-9', firmware: '2', capabilities: 3 } as const;
const PERSON = reportedDocument('adult-01');
const OTHER = reportedDocument('adult-02');

function start() {
  const clock = createManualClock();
  const script = createScriptedTransport();
  const driver = createReferenceIdReader({ transport: script.transport, clock, random: () => 0.5 });
  const events: HardwareEvent[] = [];
  driver.subscribe((event) => events.push(event));
  driver.start();
  const states = (): string[] =>
    events.flatMap((event) => (event.type === 'DEVICE_STATE' ? [event.status] : []));
  const connect = async (): Promise<void> => {
    script.present('one');
    await clock.settle();
    script.say(HELLO);
    await clock.settle();
  };
  return { clock, script, driver, events, states, connect };
}

describe('a reader that does not keep to the order of things', () => {
  it('answers a read of before after a new one was armed: dropped and counted', async () => {
    const { clock, script, driver, events, connect } = start();
    await connect();
    driver.arm('read-1');
    await clock.settle();
    const old = script.lastNonce();
    script.say({ type: 'card-present' });
    driver.arm('read-2');
    await clock.settle();
    script.say({ type: 'document', nonce: old, document: PERSON });
    expect(events.some((event) => event.type === 'DOCUMENT_READ')).toBe(false);
    expect(driver.health().dropped).toBe(1);
    script.say({ type: 'document', nonce: script.lastNonce(), document: OTHER });
    expect(events).toContainEqual(expect.objectContaining({ type: 'DOCUMENT_READ', readId: 'read-2' }));
  });

  it('sends a document after the session ended: dropped and counted', async () => {
    const { clock, script, driver, events, connect } = start();
    await connect();
    driver.arm('read-1');
    await clock.settle();
    const old = script.lastNonce();
    script.say({ type: 'card-present' });
    driver.forget();
    script.say({ type: 'document', nonce: old, document: PERSON });
    script.say({ type: 'read-error', nonce: old, code: 'unreadable' });
    expect(events.some((event) => event.type === 'DOCUMENT_READ' || event.type === 'READ_FAILED')).toBe(
      false,
    );
    expect(driver.health().dropped).toBe(2);
  });

  it('sends the same answer twice: one result', async () => {
    const { clock, script, driver, events, connect } = start();
    await connect();
    driver.arm('read-1');
    await clock.settle();
    script.say({ type: 'card-present' });
    const nonce = script.lastNonce();
    script.say({ type: 'document', nonce, document: PERSON });
    script.say({ type: 'document', nonce, document: PERSON });
    expect(events.filter((event) => event.type === 'DOCUMENT_READ')).toHaveLength(1);
  });

  it('sends the document without saying that a card came', async () => {
    const { clock, script, driver, events, connect } = start();
    await connect();
    driver.arm('read-1');
    await clock.settle();
    script.say({ type: 'document', nonce: script.lastNonce(), document: PERSON });
    expect(events).toContainEqual(expect.objectContaining({ type: 'DOCUMENT_READ', readId: 'read-1' }));
  });

  it('loses the arming: its status gives it away, and it is armed again', async () => {
    const { clock, script, driver, connect } = start();
    await connect();
    driver.arm('read-1');
    await clock.settle();
    const armings = (): number => script.heard.filter(({ type }) => type === 'arm').length;
    expect(armings()).toBe(1);
    script.say({ type: 'status', armed: true, cardPresent: false, reading: false });
    await clock.settle();
    expect(armings()).toBe(1);
    script.say({ type: 'status', armed: false, cardPresent: false, reading: false });
    await clock.settle();
    expect(armings()).toBe(2);
  });

  it('starts anew by itself while armed: it is armed again', async () => {
    const { clock, script, driver, connect } = start();
    await connect();
    driver.arm('read-1');
    await clock.settle();
    script.say(HELLO);
    script.say({ ...HELLO, firmware: '3' });
    await clock.settle();
    expect(script.heard.filter(({ type }) => type === 'arm').length).toBeGreaterThan(1);
  });

  it('says by its status that the card is gone, in the middle of a read', async () => {
    const { clock, script, driver, events, connect } = start();
    await connect();
    driver.arm('read-1');
    await clock.settle();
    script.say({ type: 'card-present' });
    script.say({ type: 'status', armed: true, cardPresent: false, reading: false });
    expect(events).toContainEqual({
      type: 'READ_FAILED',
      readId: 'read-1',
      trouble: 'removed-while-reading',
    });
  });

  it('stops in the middle of a document: what came is thrown away and it is asked again', async () => {
    const { clock, script, driver, events, connect } = start();
    await connect();
    driver.arm('read-1');
    await clock.settle();
    script.say({ type: 'card-present' });
    const first = script.lastNonce();
    const [report] = encodeToHost({ type: 'document', nonce: first, document: PERSON }, 77);
    script.sayBytes(report ?? new Uint8Array());
    await clock.advance(2_000);
    expect(driver.health().problems).toEqual({ 'message-incomplete': 1 });
    await clock.advance(300);
    expect(script.lastNonce()).not.toBe(first);
    script.say({ type: 'document', nonce: script.lastNonce(), document: PERSON });
    expect(events).toContainEqual(expect.objectContaining({ type: 'DOCUMENT_READ', readId: 'read-1' }));
  });

  it('has its reports overwritten as soon as they are read', async () => {
    const { clock, script, driver, connect } = start();
    await connect();
    driver.arm('read-1');
    await clock.settle();
    const reports = encodeToHost({ type: 'document', nonce: script.lastNonce(), document: PERSON }, 77);
    for (const report of reports) script.sayBytes(report);
    expect(reports.every((report) => report.every((byte) => byte === 0))).toBe(true);
  });

  it('never says hello: faulted, and tried again', async () => {
    const { clock, script, states } = start();
    script.present('one');
    await clock.advance(1_100);
    expect(states()).toEqual(['absent', 'connecting', 'faulted']);
    await clock.advance(600);
    expect(states().at(-1)).toBe('connecting');
    expect(script).toMatchObject({ opened: 2, closed: 1 });
  });

  it('is told to forget whatever it held for an earlier host', async () => {
    const { script, connect } = start();
    await connect();
    expect(script.heard).toEqual([{ type: 'hello' }, { type: 'forget' }]);
  });
});

describe('a handle that cannot be had, or not be used', () => {
  it.each(TRANSPORT_FAULTS)('opening gives %s: faulted, and tried again until it works', async (fault) => {
    const { clock, script, states, events, connect } = start();
    script.openWith(fault);
    script.present('one');
    await clock.settle();
    expect(states().at(-1)).toBe('faulted');
    expect(events.at(-1)).toMatchObject({ detail: fault });
    script.openWith(null);
    await clock.advance(700);
    await connect();
    expect(states().at(-1)).toBe('ready');
  });

  it('the native library is missing: said so, and nothing crashes', () => {
    const { script, events } = start();
    script.present('native-missing');
    expect(events.at(-1)).toMatchObject({ status: 'faulted', detail: 'native-missing' });
  });

  it('two readers of the same kind: refused, because nobody can say which is meant', () => {
    const { script, events } = start();
    script.present('several');
    expect(events.at(-1)).toMatchObject({ status: 'faulted', detail: 'ambiguous' });
  });

  it('sending never returns: the handle is dropped and taken up anew', async () => {
    const { clock, script, states, driver, events, connect } = start();
    await connect();
    script.sendWith('timed-out');
    driver.arm('read-1');
    await clock.settle();
    expect(events.at(-1)).toMatchObject({ status: 'faulted', detail: 'stuck' });
    script.sendWith(null);
    await clock.advance(600);
    script.say(HELLO);
    await clock.settle();
    expect(states().at(-1)).toBe('ready');
    expect(script.heard.at(-1)?.type).toBe('arm');
  });

  it('vanishes from the list without an error on the handle: absent', async () => {
    const { script, states, connect } = start();
    await connect();
    script.present('none');
    expect(states().at(-1)).toBe('absent');
  });

  it('is always closed before the next one is opened', async () => {
    const { clock, script, connect } = start();
    await connect();
    for (let turn = 0; turn < 5; turn += 1) {
      script.lose('io');
      await clock.advance(40_000);
      expect(script.opened - script.closed).toBeLessThanOrEqual(1);
    }
    expect(script.opened).toBeGreaterThan(3);
  });
});
