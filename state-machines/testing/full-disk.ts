import { inService, type TestTerminal } from './harness.ts';

/** A member has submitted, the disk was full, and now there is room again. */
export async function refusedByFullDisk(): Promise<TestTerminal> {
  const test = await inService();
  test.ports.store = 'disk-full';
  await test.goToReview();
  test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
  await test.settle();
  test.ports.store = 'keeps';
  return test;
}

/** The member went back from there, and submitted again. */
export async function submittedAgainAfterFullDisk(): Promise<TestTerminal> {
  const test = await refusedByFullDisk();
  test.press({ type: 'BACK' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
  await test.settle();
  return test;
}
