import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COLUMNS } from '../../domain/remittance/columns.ts';
import { columnName } from '../../domain/remittance/problems/describe.ts';
import { runCheckRemittance } from './run.ts';

const document = readFileSync(new URL('../../docs/remittance-file.md', import.meta.url), 'utf8');
const block = (begin: string): string => document.split(`${begin}\n`)[1]?.split('```')[0] ?? '';

it('the document for payroll vendors names every column', () => {
  for (const { letter, key } of COLUMNS) {
    const line = `| ${letter} | ${columnName(key, 'en')} | ${columnName(key, 'zh-Hant')} |`;
    expect(document).toContain(line);
  }
  expect(document).not.toContain('undefined');
});

it('its worked example gives what it says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'remittance-document-'));
  const place = (name: string) => join(folder, name);
  writeFileSync(place('november.csv'), block('```csv'));
  writeFileSync(place('rules.json'), block('```json'));
  let said = '';
  const code = await runCheckRemittance(
    [
      ...[place('november.csv'), '--employer', place('rules.json')],
      ...['--payer', 'Sample Trading', '--out', place('stay.csv')],
    ],
    { out: (text) => (said += text), err: (text) => (said += text) },
  );
  const stays = readFileSync(place('stay.csv'), 'utf8');
  rmSync(folder, { recursive: true });
  expect(code).toBe(1);
  expect(block('--out stay.csv')).toBe(said.replaceAll(`${folder}/`, ''));
  expect(stays.trimEnd()).toBe(block('```csv').trimEnd().split('\n')[5]);
});
