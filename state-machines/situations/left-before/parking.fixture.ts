import { expect } from 'vitest';
import type { TestTerminal } from '../../testing/harness.ts';
import { adult01 } from '../../testing/people.ts';

export const LATER = { type: 'FINISH_LATER' } as const;
export const CONFIRM = { type: 'FINISH_LATER_CONFIRM' } as const;
export const CANCEL = { type: 'FINISH_LATER_CANCEL' } as const;

/** A registration with one answer given and a number half typed. */
export function begin(test: TestTerminal): void {
  test.identify();
  test.press({ type: 'CONTINUE' });
  test.answer('contact-channel', 'mobile');
  test.press({ type: 'FIELD_DRAFT', value: '9182' });
  test.liftCard();
}

export async function putAside(test: TestTerminal): Promise<string> {
  test.press(LATER, CONFIRM);
  await test.settle();
  return codeOf(test);
}

export function codeOf(test: TestTerminal): string {
  return test.on('resume-slip').rows.join('').replaceAll(' ', '');
}

/** The member goes, and the attract page is there again. */
export async function leave(test: TestTerminal): Promise<void> {
  test.press({ type: 'DONE' });
  expect(test.on('ended').how).toBe('parked');
  await test.wait(test.delays.endedCloses);
  test.on('attract');
}

export function scan(test: TestTerminal, code: string | null): void {
  test.ports.sendHardware({ type: 'SLIP_SCANNED', code });
}

export async function layAndRead(test: TestTerminal, document = adult01): Promise<void> {
  test.layCard();
  test.read(document);
  test.press({ type: 'CONTINUE' });
  await test.settle();
}

export const audited = (test: TestTerminal, event: string): unknown[] =>
  test.ports.audited.filter((entry) => entry.event === event);
