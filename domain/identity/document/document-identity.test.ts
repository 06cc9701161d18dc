import { expect, test } from 'vitest';
import { adult01, readAdult01 } from '../../registration/draft.fixture.ts';
import { documentIdentity } from './document-identity.ts';

test('a card read and the same number typed are the same person, another number is another', () => {
  const typed = documentIdentity({ means: 'typed', number: adult01.number });
  expect(documentIdentity(readAdult01)).toBe(typed);
  expect(documentIdentity({ means: 'typed', number: { body: 'AB987654', check: '3' } })).not.toBe(typed);
});
