import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import type { Bill } from '../../domain/wire/bill.ts';
import { enquiryResponseSchema } from '../../domain/wire/enquiry.ts';
import { outcomesPageSchema } from '../../domain/wire/outcomes.ts';
import { gatewayThatChecks, THREE } from '../row-checks/checking.fixture.ts';
import { remittance, type Remittance, rowsOf } from '../testing/remittances.ts';
import { billNumber } from './bill-number.ts';

const gateway = gatewayThatChecks();

async function billOf({ submission }: Remittance): Promise<Bill | null | undefined> {
  const { outcomes } = await gateway.parts().store.outcomesAfter('K0127', 0, 200);
  return outcomes.findLast(({ id }) => id === submission.envelope.id)?.bill;
}

const good = () => remittance(gateway.terminal(), rowsOf(...THREE), 3);

describe('a remittance gets the number of a bill', () => {
  it('when its rows were checked and it is accepted, and not before', async () => {
    const one = await good();
    await gateway.leave(one);
    const stored = async () => gateway.parts().store.findByReference(one.submission.envelope.reference);
    const waiting = await stored();
    expect(waiting === null ? null : await gateway.parts().store.billOf(waiting)).toBeNull();
    await gateway.parts().rowChecks.run();
    const bill = { number: billNumber(1), sample: true };
    expect(await billOf(one)).toEqual(bill);
    const accepted = await stored();
    expect(accepted === null ? null : await gateway.parts().store.billOf(accepted)).toEqual(bill);
  });

  it('each its own, and the same one after it was taken back and accepted again', async () => {
    const [one, other] = [await good(), await good()];
    for (const left of [one, other]) await gateway.leave(left);
    await gateway.parts().rowChecks.run();
    expect([await billOf(one), await billOf(other)].map((bill) => bill?.number)).toEqual([
      billNumber(1),
      billNumber(2),
    ]);
    const { reference } = one.submission.envelope;
    const { store } = gateway.parts();
    const at = '2026-11-22T03:20:00.000Z';
    await store.decide(reference, { state: 'needs-correction', code: 'evidence-unclear' }, at);
    expect(await billOf(one)).toBeUndefined();
    await store.decide(reference, { state: 'accepted' }, at);
    expect((await billOf(one))?.number).toBe(billNumber(1));
  });

  it('not when it is not accepted', async () => {
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 2);
    await gateway.leave(one);
    await gateway.parts().rowChecks.run();
    expect(await billOf(one)).toBeUndefined();
  });

  it('not for a period of zeros: there is nothing to pay', () => {
    const definition = definitionOf('employer-remittance');
    expect(definition.isBilled?.({ total: '0.00' })).toBe(false);
    expect(definition.isBilled?.({ total: '0.01' })).toBe(true);
    expect(definition.isBilled?.({ file: {}, totals: { total: '0.00' } })).toBe(false);
  });
});

describe('the number of a bill', () => {
  it('has a check digit by which one digit that is typed wrong is noticed', () => {
    const numbers = new Set(Array.from({ length: 1000 }, (_, index) => billNumber(index + 1)));
    for (const number of numbers) {
      const digits = number.slice(2, 10);
      const wrong = `S-${digits.slice(0, 7)}${String((Number(digits[7]) + 1) % 10)}-${number.slice(11)}`;
      expect(numbers.has(wrong)).toBe(false);
    }
  });

  it('that cannot be read counts as none, so that an answer is never lost over it', () => {
    const answer = {
      ...{ id: '0190d5a8-0000-7000-8000-00000000f0f0', status: 'accepted', code: null },
      ...{ receivedAt: '2026-11-22T03:20:00.000Z', bill: { number: '<b>' } },
    };
    expect(enquiryResponseSchema.parse(answer).bill).toBeNull();
    const page = {
      ...{ terminalId: 'K0127', issuedAt: answer.receivedAt, after: 0, head: 1 },
      outcomes: [
        {
          ...{ cursor: 1, id: answer.id, decidedAt: answer.receivedAt },
          outcome: { state: 'accepted' },
          bill: 7,
        },
      ],
    };
    expect(outcomesPageSchema.parse(page).outcomes[0]?.bill).toBeNull();
  });
});
