import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PERMISSIONS_PATH, permissionsText } from './table-text.ts';

it('the printed table of permissions is the one in the code (npm run permissions makes it anew)', () => {
  expect(readFileSync(PERMISSIONS_PATH, 'utf8')).toBe(permissionsText());
});
