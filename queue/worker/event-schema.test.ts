import { expect, it } from 'vitest';
import { queueEventSchema } from './event-schema.ts';

it('a remittance is accepted and has its bill: the number comes out of the thread', () => {
  const item = {
    type: 'ITEM',
    id: '0190d5a8-0000-7000-8000-00000000f11e',
    reference: 'K0127-A0042-N',
    state: 'accepted',
    receivedAt: null,
    outcome: null,
  };
  const bill = { number: 'B2026-000001', sample: true };
  expect(queueEventSchema.parse({ ...item, bill })).toEqual({ ...item, bill });
  expect(queueEventSchema.parse(item)).toEqual(item);
});
