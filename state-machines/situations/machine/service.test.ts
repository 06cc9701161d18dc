import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../domain/terminal/intent/intent.ts';
import { CANARIES } from '../../testing/people.ts';
import { assemble, inService } from '../../testing/harness.ts';

describe('the self-test finds something', () => {
  it('says why, tries again by itself, and goes into service when it is mended', async () => {
    const test = assemble();
    test.ports.selfTest = { reasons: [{ code: 'disk-full' }], keptItemsSafe: true };
    test.terminal.start();
    await test.settle();
    expect(test.view().screen).toMatchObject({
      id: 'out-of-service',
      reasons: [{ code: 'disk-full' }],
      keptItemsSafe: true,
    });
    expect(test.tap({ type: 'START', locale: 'en' })).toEqual({ accepted: false, reason: 'not-here' });
    await test.wait(test.delays.selfTestRetry);
    test.on('out-of-service');
    test.ports.selfTest = { reasons: [], keptItemsSafe: true };
    await test.wait(test.delays.selfTestRetry);
    test.on('attract');
  });

  it('says nothing about what is kept when the test does not answer', async () => {
    const test = assemble();
    test.ports.runSelfTest = () => new Promise(() => undefined);
    test.terminal.start();
    await test.wait(test.delays.selfTestOverdue);
    expect(test.view().screen).toMatchObject({
      id: 'out-of-service',
      reasons: [{ code: 'storage-fault' }],
      keptItemsSafe: false,
    });
  });
});

describe('the terminal is taken out of service', () => {
  it('in the middle of a visit: wiped first, then said', async () => {
    const test = await inService();
    await test.goToReview();
    test.terminal.enterOutOfService('screen-keeps-failing');
    expect(test.view()).toMatchObject({
      sessionId: null,
      screen: { id: 'out-of-service', reasons: [{ code: 'screen-keeps-failing' }] },
    });
    expect(test.ports.wiped).toHaveLength(1);
    expect(test.ports.commands).toContainEqual({ type: 'FORGET' });
    const text = JSON.stringify([test.view(), test.held()]);
    expect(CANARIES.filter((canary) => text.includes(canary))).toEqual([]);
    await test.wait(test.delays.selfTestRetry);
    test.on('attract');
  });

  it('by stopping: the visit is wiped', async () => {
    const test = await inService();
    test.identify();
    test.terminal.stop();
    expect(test.ports.wiped).toHaveLength(1);
  });
});

describe('a bug', () => {
  it('in the session machine: wipes, tests itself and starts afresh', async () => {
    const test = await inService();
    test.press({ type: 'START', locale: 'en' });
    test.ports.newId = () => {
      throw new Error('a bug');
    };
    test.press({ type: 'CONTINUE' });
    await test.settle();
    test.on('attract');
    expect(test.ports.wiped).toHaveLength(1);
    expect(test.ports.commands).toContainEqual({ type: 'FORGET' });
    expect(test.faults).toEqual([{ error: new Error('a bug'), outcome: 'healed' }]);
  });

  it('behind the hardware port: the page is wiped all the same', async () => {
    const test = await inService();
    test.press({ type: 'START', locale: 'en' });
    test.ports.hardware.command = () => {
      throw new Error('gone');
    };
    test.press({ type: 'CONTINUE' });
    await test.settle();
    test.on('attract');
    expect(test.ports.wiped).toHaveLength(1);
    expect(test.faults.every(({ outcome }) => outcome === 'healed')).toBe(true);
  });
});

describe('the view', () => {
  it('is sent once for each change, with a revision that grows by one', async () => {
    const test = await inService();
    const revisions: number[] = [];
    const stop = test.terminal.subscribe(({ rev }) => revisions.push(rev));
    const { rev } = test.terminal.current();
    test.press({ type: 'START', locale: 'en' });
    test.press({ type: 'ACTIVITY' });
    test.press({ type: 'CONTINUE' });
    await test.settle();
    expect(revisions).toEqual([rev + 1, rev + 2]);
    stop();
    test.press({ type: 'LEAVE' });
    expect(revisions).toHaveLength(2);
  });

  it('follows what happens without a tap', async () => {
    const test = await inService();
    const pages: string[] = [];
    test.terminal.subscribe(({ view }) => pages.push(view.stepId));
    test.layCard();
    await test.settle();
    expect(pages).toEqual(['language']);
  });

  it('says what is simulated, what is connected and what is pending', async () => {
    const test = await inService();
    expect(test.view().chrome).toMatchObject({ simulated: false, connection: { online: false, pending: 0 } });
    test.ports.sendHardware({ type: 'DEVICE_STATE', device: 'light', status: 'ready', simulated: true });
    test.ports.sendQueue({ type: 'CONNECTION', online: false, trouble: 'not-the-platform' });
    test.ports.sendQueue({ type: 'COUNTS', pending: 3, parked: 1 });
    expect(test.view().chrome).toMatchObject({
      simulated: true,
      connection: { online: false, trouble: 'not-the-platform', pending: 3 },
    });
  });
});

describe('an intent that cannot be', () => {
  it('is refused by its shape, its session, its page and its revision', async () => {
    const test = await inService();
    test.press({ type: 'START', locale: 'en' });
    const { rev, view } = test.terminal.current();
    const here = { sessionId: view.sessionId, stepId: view.stepId, rev };
    const refusal = (intent: unknown): unknown => {
      const answer = test.terminal.intent(intent as Intent);
      return answer.accepted ? null : answer.reason;
    };
    expect(refusal({ type: 'BADGE_SCANNED', text: 'x', ...here })).toBe('malformed');
    expect(refusal({ type: 'CONTINUE' })).toBe('malformed');
    expect(refusal({ type: 'CONTINUE', ...here, sessionId: null })).toBe('stale');
    expect(refusal({ type: 'CONTINUE', ...here, stepId: 'review' })).toBe('stale');
    expect(refusal({ type: 'CONTINUE', ...here, rev: rev + 1 })).toBe('stale');
    expect(refusal({ type: 'SUBMIT', ...here })).toBe('not-here');
    expect(refusal({ type: 'ATTEST', ...here })).toBe('not-here');
    expect(refusal({ type: 'CONTINUE', ...here, rev: rev - 1 })).toBeNull();
  });
});
