import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkRoster } from '../../domain/roster/check-roster.ts';
import { ROSTER_COLUMNS } from '../../domain/roster/columns.ts';
import { numberOnCard, rosterFile } from '../../domain/roster/roster.fixture.ts';
import { runCheckRoster } from './run.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'roster-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function fileWith(content: string): string {
  const path = join(folder(), 'site-7.csv');
  writeFileSync(path, content);
  return path;
}

function run(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const code = runCheckRoster(args, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { code, ...said };
}

const HEADINGS = ['HKID', 'Mobile'];
const right = [numberOnCard(1), '91234567'];
const wrong = ['A123456(4)', '61234567'];

describe('somebody prepares a list of workers', () => {
  it('in which nothing is wrong: 0, and how many', () => {
    expect(run(fileWith(rosterFile(HEADINGS, right)))).toEqual({
      code: 0,
      out: 'Nothing is wrong in this list.\n1 rows: 1 workers ready, 0 rows left out.\n',
      err: '',
    });
  });

  it('with a wrong row: 1, with its cell, the reason and the fix; nobody is printed', () => {
    const path = fileWith(rosterFile(HEADINGS, right, wrong));
    for (const more of [[], ['--json'], ['--language', 'zh-Hant']]) {
      const { code, out } = run(path, ...more);
      expect(code).toBe(1);
      expect(out).not.toMatch(/A123456|61234567|91234567/);
    }
    expect(run(path).out).toContain('row 3, column A (HKID): A character of this HKID is wrong');
    expect(run(path, '--language', 'zh-Hant').out).toContain('第 3 行 A 欄（身份證號碼）：');
    expect(JSON.parse(run(path, '--json').out)).toMatchObject({ result: 'some-stay', people: 1, held: 1 });
  });

  it('draws the forms of the right rows; no name of a file says whose', () => {
    const forms = join(folder(), 'forms');
    expect(run(fileWith(rosterFile(HEADINGS, wrong, right)), '--forms', forms).code).toBe(1);
    expect(readdirSync(forms)).toEqual(['form-00001.svg']);
    expect(readFileSync(join(forms, 'form-00001.svg'), 'utf8')).toContain('<svg');
  });

  it.each([
    ['no file', []],
    ['a file that is not there', ['/nowhere/site-7.csv']],
    ['a folder', [tmpdir()]],
    ['an option that is not known', ['a.csv', '--shoes']],
  ])('and names %s: 2, with the reason', (_what, args) => {
    const { code, err } = run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(/^check-roster: \S/);
  });

  it('that cannot be read: 2', () => {
    expect(run(fileWith('PK\u0003\u0004')).code).toBe(2);
    expect(run(fileWith(rosterFile([...HEADINGS, 'Remarks'], [...right, 'x']))).code).toBe(2);
  });
});

describe('docs/van-roster.md', () => {
  const text = readFileSync(new URL('../../docs/van-roster.md', import.meta.url), 'utf8');

  it('shows a list in which nothing is wrong, and names every column', () => {
    const example = /```csv\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const { findings } = checkRoster(new TextEncoder().encode(example));
    expect(findings).toMatchObject({ people: 2, held: 0, groups: [] });
    for (const column of ROSTER_COLUMNS) expect(text).toContain(`\`${column}\``);
  });
});
