import { expect, test } from 'vitest';
import { z } from 'zod';
import { literal } from '../ask.ts';
import type { Definition } from '../definition.ts';
import { factsWith } from './facts.fixture.ts';
import { withoutStaleReading } from './reread.ts';

const definition: Definition = {
  kind: 'call-back',
  schemaVersion: 1,
  details: z.unknown(),
  sources: [],
  build: () => null,
  steps: [
    { id: 'amount', ask: () => ({ type: 'money' }) },
    ...['of-the-amount', 'always-the-same'].map((id) => ({
      id,
      ask: ({ answers }: { readonly answers: Readonly<Record<string, string>> }) => ({
        type: 'statement' as const,
        tone: 'plain' as const,
        paragraphs: [literal(id === 'of-the-amount' ? (answers['amount'] ?? '') : 'the same')],
        figures: [],
        agree: literal('read'),
      }),
    })),
  ],
};
const answers = { amount: '1.00', 'of-the-amount': 'read', 'always-the-same': 'read' };

test('an amount changed on the review page: what says that amount is read anew, the rest is not', () => {
  const after = factsWith({ ...answers, amount: '2.00' });
  expect(withoutStaleReading(definition, factsWith(answers), after)).toEqual({
    amount: '2.00',
    'always-the-same': 'read',
  });
});

test('the same answer given again loses nothing', () => {
  expect(withoutStaleReading(definition, factsWith(answers), factsWith(answers))).toEqual(answers);
});
