import { describe, expect, it } from 'vitest';
import { inService } from '../../testing/harness.ts';

type Test = Awaited<ReturnType<typeof inService>>;
const shown = (test: Test) =>
  test.ports.commands.flatMap((command) => (command.type === 'LIGHT' ? [command.pattern] : []));

describe('the status light', () => {
  it('follows a visit: nobody there, somebody there, nobody again', async () => {
    const test = await inService();
    expect(shown(test)).toEqual(['idle']);
    test.identify();
    expect(shown(test)).toEqual(['idle', 'in-use']);
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' }, { type: 'DONE' });
    expect(shown(test)).toEqual(['idle', 'in-use', 'idle']);
  });

  it('staff are called, somebody busy says that they come: others across the room see that, too', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    expect(shown(test).at(-1)).toBe('help-wanted');
    test.scanBadge('badge-assistant-01');
    await test.settle();
    test.press({ type: 'STAFF_SNOOZE' });
    await test.settle();
    expect(shown(test).at(-1)).toBe('help-coming');
    await test.wait(test.delays.helpSnoozed);
    expect(shown(test).at(-1)).toBe('help-wanted');
  });

  it('the program cannot go on: a fault, until the self-test has passed', async () => {
    const test = await inService();
    test.terminal.enterOutOfService('storage-fault');
    expect(shown(test).at(-1)).toBe('fault');
    await test.wait(test.delays.selfTestRetry);
    expect(shown(test).at(-1)).toBe('idle');
  });
});
