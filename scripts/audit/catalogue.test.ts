import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CATALOGUE_PATH, catalogueText } from './catalogue-text.ts';

it('the printed audit catalogue is the one in the code (npm run audit-catalogue makes it anew)', () => {
  expect(readFileSync(CATALOGUE_PATH, 'utf8')).toBe(catalogueText());
});
