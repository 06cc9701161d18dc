import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkCompanyList } from '../../domain/company-list/check-list.ts';
import { LIST_COLUMNS } from '../../domain/company-list/columns.ts';
import { listFile } from '../../domain/company-list/list.fixture.ts';
import { runCheckCompanies } from './run.ts';

const NOW = '2026-11-23T02:00:00.000Z';
const second = { 'company-name': 'Sunrise Catering Ltd', 'br-number': '22222222' };

function fileWith(content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'companies-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'companies.csv');
  writeFileSync(path, content);
  return path;
}

function run(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const code = runCheckCompanies(args, {
    today: NOW,
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { code, ...said };
}

describe('somebody prepares a list', () => {
  it('in which nothing is wrong: 0, and how many', () => {
    expect(run(fileWith(listFile({}, second)))).toEqual({
      code: 0,
      out: 'Nothing is wrong in this list.\n2 companies: 2 ready, 0 to be corrected.\n',
      err: '',
    });
  });

  it('with a wrong row: 1, with its cell, the reason and the fix, in Chinese too', () => {
    const path = fileWith(listFile({ 'br-number': '1' }, second));
    expect(run(path)).toMatchObject({ code: 1 });
    expect(run(path).out).toContain('row 2, column B (BR number): A BR number has 8 figures. Take them');
    expect(run(path, '--language', 'zh-Hant').out).toContain('第 2 行 B 欄（商業登記號碼）：');
  });

  it('for a program: one JSON document', () => {
    const { code, out, err } = run(fileWith(listFile({ form: 'club' }, second)), '--json');
    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toMatchObject({
      result: 'some-stay',
      companies: 2,
      valid: 1,
      held: 1,
      problems: [{ row: 2, column: 'C', columnKey: 'form', code: 'choice', severity: 'error' }],
    });
  });

  it('of new employers: no activation code', () => {
    const path = fileWith(listFile({ 'activation-code': '', route: '' }));
    expect([run(path).code, run(path, '--new').code]).toEqual([1, 0]);
  });

  it.each([
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4]), 'unreadable'],
    ['nothing at all', '', 'unreadable'],
  ])('that is %s: 2', (_what, content, result) => {
    const { code, out } = run(fileWith(content), '--json');
    expect([code, (JSON.parse(out) as { result: string }).result]).toEqual([2, result]);
  });

  it.each([
    ['no file', []],
    ['a file that is not there', ['/nowhere/companies.csv']],
    ['a folder', [tmpdir()]],
    ['two files', ['a.csv', 'b.csv']],
    ['an option that is not known', ['a.csv', '--shoes']],
    ['a language that is not known', ['a.csv', '--language', 'fr']],
  ])('and names %s: 2, with the reason', (_what, args) => {
    const { code, err } = run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(/^check-companies: \S/);
  });

  it('far larger than any list: 2', () => {
    expect(run(fileWith(new Uint8Array(2 * 1024 * 1024).fill(65))).err).toContain('at most 1 MB');
  });

  it('and no company and no number is printed', () => {
    const path = fileWith(listFile({ form: 'club' }, { ...second, 'ci-number': 'X' }));
    for (const more of [[], ['--json'], ['--language', 'zh-Hant']]) {
      expect(run(path, ...more).out).not.toMatch(/Sunrise|11111111|22222222|club/);
    }
  });
});

describe('docs/company-list.md', () => {
  const text = readFileSync(new URL('../../docs/company-list.md', import.meta.url), 'utf8');
  const example = /```csv\n([\s\S]*?)```/.exec(text)?.[1] ?? '';

  it('shows a list in which nothing is wrong on the day it names', () => {
    const today = /judged on (\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? '';
    const bytes = new TextEncoder().encode(example);
    const { findings, list } = checkCompanyList(bytes, 'd'.repeat(43), { standing: 'existing', today });
    expect(findings.groups).toEqual([]);
    expect(list?.companies.length).toBeGreaterThan(2);
  });

  it('names every column', () => {
    for (const column of LIST_COLUMNS) expect(text).toContain(`| \`${column}\` |`);
  });
});
