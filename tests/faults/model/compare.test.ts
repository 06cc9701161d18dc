import { expect, test } from 'vitest';
import { openFindings } from '../runner/findings.ts';
import { compareLedgers, type Ledgers } from './compare.ts';
import type { ArrivedSubmission, ToldSubmission } from './ledger.ts';

const told = (number: number, change: Partial<ToldSubmission> = {}): ToldSubmission => ({
  id: `id-${String(number)}`,
  reference: `R-${String(number)}`,
  digest: `digest-${String(number)}`,
  lane: 1,
  sequence: number,
  received: true,
  ...change,
});
const arrived = (number: number, change: Partial<ArrivedSubmission> = {}): ArrivedSubmission => {
  const { id, reference, digest, lane, sequence } = told(number);
  return { id, reference, digest, bytes: digest, lane, sequence, ...change };
};

function faultsOf(ledgers: Partial<Ledgers>): string[] {
  const found = openFindings();
  compareLedgers({ told: [], arrived: [], held: [], ...ledgers }, found);
  return Object.entries(found.faults).flatMap(([name, count]) => (count > 0 ? [name] : []));
}

test('what was told and what arrived agree', () => {
  const held = [{ id: 'id-3', digest: 'digest-3' }];
  const ledgers = {
    told: [told(1), told(2), told(3, { received: false })],
    arrived: [arrived(1), arrived(2)],
    held,
  };
  expect(faultsOf(ledgers)).toEqual([]);
});

test.each([
  ['lost', { told: [told(1, { received: false })] }],
  ['falseConfirmations', { told: [told(1)], held: [{ id: 'id-1', digest: 'digest-1' }] }],
  ['duplicated', { told: [told(1)], arrived: [arrived(1), arrived(1)] }],
  ['duplicated', { arrived: [arrived(1), arrived(2, { reference: 'R-1' })] }],
  ['reordered', { arrived: [arrived(2), arrived(1)] }],
  ['corrupt', { arrived: [arrived(1, { bytes: 'others' })] }],
  ['corrupt', { told: [told(1)], arrived: [arrived(1, { digest: 'other', bytes: 'other' })] }],
  ['corrupt', { told: [told(1)], arrived: [arrived(1, { lane: 2 })] }],
  ['corrupt', { told: [told(1, { received: false })], held: [{ id: 'id-1', digest: 'other' }] }],
])('%s is found in %j', (fault, ledgers) => {
  expect(faultsOf(ledgers)).toEqual([fault]);
});

test('members do not wait for one another', () => {
  expect(faultsOf({ arrived: [arrived(2), arrived(1, { lane: 2 })] })).toEqual([]);
});
