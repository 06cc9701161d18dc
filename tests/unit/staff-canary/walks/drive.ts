import { inService } from '../../../../state-machines/testing/harness.ts';
import { ALL_WELL } from '../../../../state-machines/testing/status.ts';
import { EXPORTED, fakeTransfer } from '../../../../state-machines/testing/transfer.ts';
import { fakeWorkDay } from '../../../../state-machines/testing/work-day.ts';
import { type Eye, walkOn } from '../eye.ts';

/** A van's operator takes what is kept onto a drive, and reads receipts from it. */
export async function drive(eye: Eye): Promise<void> {
  eye.forget();
  const transfer = fakeTransfer();
  const test = await inService(
    {},
    { config: { profile: 'van' }, ports: { workDay: fakeWorkDay(), transfer } },
  );
  eye.watch(test, 'shared');
  await test.settle();
  test.ports.sendStatus({ ...ALL_WELL, pending: 12 });
  await test.signIn('badge-van-operator-01');
  const walk = walkOn(eye, test);
  await walk.go({ type: 'STAFF_STATUS' }, { type: 'TO_DRIVE' }, { type: 'DRIVE_EXPORT' });
  transfer.progress({ phase: 'writing', done: 5, of: 15 });
  await transfer.end(EXPORTED);
  await test.settle();
  await walk.go({ type: 'STAFF_CANCEL' });
  transfer.receipts = 'silent';
  await walk.go({ type: 'DRIVE_RECEIPTS' });
  await test.wait(test.delays.transferOverdue);
  await walk.go({ type: 'STAFF_CANCEL' }, { type: 'STAFF_CANCEL' }, { type: 'STAFF_CANCEL' });
}
