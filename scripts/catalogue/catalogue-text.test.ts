import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CATALOGUE_PATH, catalogueText } from './catalogue-text.ts';

it(
  'the printed catalogue is the one in the code (npm run catalogue makes it anew)',
  { timeout: 60_000 },
  () => {
    expect(readFileSync(CATALOGUE_PATH, 'utf8')).toBe(catalogueText());
  },
);
