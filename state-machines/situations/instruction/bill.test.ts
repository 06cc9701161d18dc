import { describe, expect, it } from 'vitest';
import type { EnquiryStatus } from '../../../domain/wire/enquiry.ts';
import { clerk, leftByFile } from '../../testing/clerk.ts';
import { foundAs, type TestTerminal } from '../../testing/harness.ts';

const BILL = { number: 'S-00000012-5', sample: true };

/** The clerk at the receipt, with the platform answering in this way from then on. */
async function atReceipt(says: (test: TestTerminal) => void): Promise<TestTerminal> {
  const at = await clerk();
  says(at.test);
  await leftByFile(at);
  at.test.ports.sendPrinter('slips', 'ready');
  at.test.item('received');
  return at.test;
}

function answers(status: EnquiryStatus, bill?: typeof BILL) {
  return (test: TestTerminal): void => {
    const found = foundAs(
      status,
      status === 'needs-correction' ? 'rows-to-correct' : null,
      'employer-remittance',
    );
    test.ports.enquiryAnswer =
      typeof found === 'object' && found.ok && bill !== undefined
        ? { ok: true, value: { ...found.value, bill } }
        : found;
  };
}

const offered = (test: TestTerminal): readonly string[] => test.view().chrome.print.offered;

describe('an employer who has just left a remittance online waits for the number of the bill', () => {
  it('is told so, and the payment slip is printed with the number once it is there', async () => {
    const test = await atReceipt(answers('received'));
    expect(test.on('receipt').bill).toEqual({ state: 'waiting' });
    expect(offered(test)).toEqual(['receipt']);
    await test.wait(2 * test.delays.billAsk);
    expect(test.on('receipt').bill).toEqual({ state: 'waiting' });
    answers('accepted', BILL)(test);
    await test.wait(2 * test.delays.billAsk);
    expect(test.on('receipt')).toMatchObject({ state: 'accepted', bill: { state: 'known', ...BILL } });
    expect(offered(test)).toEqual(['receipt', 'payment-slip']);
    test.press({ type: 'PRINT', paper: 'payment-slip' });
    await test.settle();
    const slip = JSON.stringify(test.ports.printed);
    expect(slip).toContain(BILL.number);
    expect(slip).not.toContain(test.ports.enquiries[0]?.reference);
  });

  it('asks with the slip’s own code, and nobody is said to have enquired', async () => {
    const test = await atReceipt(answers('accepted', BILL));
    await test.wait(2 * test.delays.billAsk);
    expect(test.ports.enquiries).toMatchObject([{ by: 'code', forReceipt: true }]);
    expect(test.ports.audited.map(({ event }) => event)).not.toContain('enquiry.made');
  });

  it.each(['silent', 'rejects'] as const)('is not kept waiting while the platform %s', async (mood) => {
    const test = await atReceipt((terminal) => {
      terminal.ports.enquiryAnswer = mood;
    });
    await test.wait(test.delays.billWait + 1);
    expect(test.on('receipt').bill).toMatchObject({ state: 'later' });
    expect(offered(test)).toContain('payment-slip');
    test.press({ type: 'PRINT', paper: 'payment-slip' });
    await test.settle();
    const slip = JSON.stringify(test.ports.printed);
    expect(slip).toContain('bill.how');
    expect(slip).not.toContain('K0127-');
  });

  it('hears at once that rows have to be corrected, and no bill is spoken of', async () => {
    const test = await atReceipt(answers('needs-correction'));
    await test.wait(2 * test.delays.billAsk);
    expect(test.on('receipt')).toMatchObject({ state: 'needs-correction', outcome: 'rows-to-correct' });
    expect(test.on('receipt').bill).toBeUndefined();
  });
});
