import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cellsOf, csvLine } from '../../domain/remittance/row/write-row.ts';
import { faultyRow, inventedRow } from './generate/rows.ts';
import { writeInventedFile } from './generate/write.ts';
import { runCheckRemittance } from './run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-remittance-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string) => join(folder, name);
function file(content: string | Uint8Array, name = 'november.csv'): string {
  writeFileSync(place(name), content);
  return place(name);
}
const lines = (...rows: Parameters<typeof cellsOf>[0][]) =>
  rows.map((row) => `${csvLine(cellsOf(row))}\r\n`).join('');

const wrong = (row: number) => csvLine(cellsOf({ ...inventedRow(row), total: '1.00' }));
const right = (row: number) => csvLine(cellsOf(inventedRow(row)));

async function run(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const code = await runCheckRemittance(args, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { code, ...said };
}

async function runJson(...args: readonly string[]) {
  const { code, out } = await run(...args, '--json');
  return { code, report: JSON.parse(out) as Record<string, unknown> };
}

describe('how it ends', () => {
  it('0 when every row of a file of a thousand invented people goes', async () => {
    writeInventedFile(place('right.csv'), 1000);
    const { code, report } = await runJson(place('right.csv'));
    expect(report).toMatchObject({
      result: 'all-valid',
      rows: 1000,
      valid: 1000,
      rejected: 0,
      warnings: 0,
      problems: [],
    });
    expect(code).toBe(0);
  });

  it('1 when rows stay: each is told with its cell, and only they are in the file of rejected rows', async () => {
    writeInventedFile(place('mixed.csv'), 2000, 6);
    const { code, report } = await runJson(place('mixed.csv'), '--out', place('stay.csv'));
    expect(code).toBe(1);
    expect(report).toMatchObject({
      result: 'some-rejected',
      rows: 2000,
      valid: 1988,
      rejected: 12,
      problemsTotal: 12,
    });
    const wanted = [0, 1, 2, 3, 4, 5, 1000, 1001, 1002, 1003, 1004, 1005].map((index) => faultyRow(index));
    expect(readFileSync(place('stay.csv'), 'utf8')).toBe(lines(...wanted));
    expect(statSync(place('stay.csv')).mode & 0o077).toBe(0);
  });

  it('0 again when the rejected rows were corrected and sent alone', async () => {
    const path = file(lines(inventedRow(0), inventedRow(1)), 'stay.csv');
    expect((await run(path)).code).toBe(0);
  });

  it('1 for a header row, which is not one of the rejected rows', async () => {
    const header = `${Array.from({ length: 47 }, () => 'Column').join(',')}\r\n`;
    const { code, report } = await runJson(file(header + lines(inventedRow(0))), '--out', place('stay.csv'));
    expect(code).toBe(1);
    expect(report).toMatchObject({
      rows: 1,
      valid: 1,
      rejected: 0,
      problems: [{ code: 'header-row', row: 1 }],
    });
    expect(readFileSync(place('stay.csv'), 'utf8')).toBe('');
  });

  it.each([
    ['an empty file', '', 'file-empty'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'file-spreadsheet'],
    ['semicolons', lines(inventedRow(0)).replaceAll(',', ';'), 'file-delimiter'],
    ['blank lines alone', '\r\n\r\n', 'file-no-rows'],
  ])('2 for %s, in both languages', async (_, content, code) => {
    const path = file(content);
    const english = await run(path);
    const chinese = await run(path, '--language', 'zh-Hant');
    expect([english.code, chinese.code]).toEqual([2, 2]);
    expect(english.out).toContain(code);
    expect(chinese.out).toMatch(/\p{Script=Han}/u);
    expect(await runJson(path)).toMatchObject({
      code: 2,
      report: { result: 'unreadable', problems: [{ code }] },
    });
  });

  it.each([
    ['no file named', [], 'arguments'],
    ['a file that is not there', ['nowhere.csv'], 'file-not-found'],
    ['a folder instead of a file', ['.'], 'file-not-readable'],
    ['an unknown option', ['--fast'], 'arguments'],
    ['an unknown language', ['november.csv', '--language', 'fr'], 'arguments'],
    ['a payer without rules', ['november.csv', '--payer', 'Sample'], 'payer'],
    ['rules that are not there', ['november.csv', '--employer', 'nowhere.json'], 'rules'],
    ['the file itself as the file of rejected rows', ['november.csv', '--out', 'november.csv'], 'arguments'],
    ['a folder as the file of rejected rows', ['november.csv', '--out', '.'], 'not-written'],
    ['an option without its value', ['november.csv', '--out'], 'arguments'],
    ['a place that does not exist', ['november.csv', '--out', 'nowhere/stay.csv'], 'not-written'],
  ])('2 for %s', async (_, args, refused) => {
    file(lines(inventedRow(0)));
    const placed = args.map((word) => (/^(?:nowhere|november)/.test(word) ? place(word) : word));
    expect(await runJson(...placed)).toEqual({
      code: 2,
      report: { result: 'refused', refused, reason: expect.any(String) as string },
    });
    expect((await run(...placed)).err).toMatch(/^check-remittance: ./);
    if (!placed.includes('--language')) {
      expect((await run(...placed, '--language', 'zh-Hant')).err).toMatch(/\p{Script=Han}/u);
    }
    expect(readdirSync(folder)).toEqual(['november.csv']);
  });
});

describe('the file of rejected rows', () => {
  it.each([
    ['LF, from another system', '\n'],
    ['CRLF', '\r\n'],
    ['CR, from an old one', '\r'],
  ])('has the rows byte for byte, line ends included: %s', async (_, end) => {
    const path = file([wrong(0), right(1), wrong(2), ''].join(end));
    await run(path, '--out', place('stay.csv'));
    expect(readFileSync(place('stay.csv'), 'utf8')).toBe([wrong(0), wrong(2), ''].join(end));
  });

  it('keeps the quotation marks that a spreadsheet wrote, and ends a last line that had no end', async () => {
    const quoted = wrong(0)
      .split(',')
      .map((cell) => `"${cell}"`)
      .join(',');
    await run(file(`${right(1)}\n${quoted}`), '--out', place('stay.csv'));
    expect(readFileSync(place('stay.csv'), 'utf8')).toBe(`${quoted}\n`);
  });

  it('is not written for a file that cannot be read, for an empty one says that every row went', async () => {
    writeFileSync(place('stay.csv'), 'from the last run');
    for (const content of ['', lines(inventedRow(0)).replaceAll(',', ';')]) {
      const { code, report } = await runJson(file(content), '--out', place('stay.csv'));
      expect([code, report['rejectedFile']]).toEqual([2, null]);
      expect(readFileSync(place('stay.csv'), 'utf8')).toBe('from the last run');
    }
    expect(readdirSync(folder).sort()).toEqual(['november.csv', 'stay.csv']);
  });

  it('leaves nothing behind when the other file cannot be written', async () => {
    const path = file(`${wrong(0)}\n`);
    const { code, err } = await run(path, '--out', place('stay.csv'), '--problems', folder);
    expect([code, err]).toEqual([2, `check-remittance: Cannot write ${folder}. Choose another place.\n`]);
    expect(readdirSync(folder)).toEqual(['november.csv']);
  });
});

describe('what it shows', () => {
  it('the row that stays, however many points to check stand before it', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ` ${right(index)}`);
    const header = Array.from({ length: 47 }, () => 'Column').join(',');
    const path = file([header, ...rows, wrong(40), ''].join('\n'));
    const { report } = await runJson(path, '--limit', '5');
    const codes = (report['problems'] as readonly { readonly code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(['spaces-around', 'spaces-around', 'spaces-around', 'total-differs', 'header-row']);
    expect(report).toMatchObject({ problemsTotal: 32, problemsLeftOut: 27 });
  });

  it('no whole number and no name, in any form of output', async () => {
    const secret = inventedRow(7);
    const faulty = { ...secret, total: '1.00', surnameEnglish: 'CHAN2', email: 'not-an-address' };
    // All columns one to the left: the name stands where a code belongs.
    const shifted = `${csvLine(cellsOf(inventedRow(57)).slice(1))},\r\n`;
    const path = file(lines(faulty) + shifted);
    const outputs = [
      await run(path),
      await run(path, '--language', 'zh-Hant'),
      await run(path, '--json'),
      await run(path, '--problems', place('problems.jsonl')),
    ].map(({ out, err }) => out + err);
    outputs.push(readFileSync(place('problems.jsonl'), 'utf8'));
    for (const output of outputs) {
      expect(output).toContain('A00***(*)');
      for (const row of [secret, inventedRow(57), faulty]) {
        for (const key of [
          'idNo',
          'surnameEnglish',
          'givenNameEnglish',
          'surnameChinese',
          'email',
          'mobileNo',
        ] as const) {
          expect(output).not.toContain(row[key] ?? 'CHAN');
        }
      }
    }
  });

  it('a list that ends, the number of what was left out, and all of it as lines of JSON', async () => {
    writeInventedFile(place('bad.csv'), 300, 300);
    const { out } = await run(place('bad.csv'), '--limit', '2', '--problems', place('problems.jsonl'));
    expect(out.split('\n').filter((line) => line.startsWith('row '))).toHaveLength(2);
    expect(out).toContain('more problems are not shown');
    const all = readFileSync(place('problems.jsonl'), 'utf8').trimEnd().split('\n');
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(JSON.parse(all[0] ?? '')).toMatchObject({
      row: 1,
      column: 'J',
      code: 'hkid-check-digit',
      severity: 'error',
    });
  });

  it('Big5 and UTF-16 files are read, and the report says so', async () => {
    const text = lines({ ...inventedRow(7), surnameChinese: '', givenNameChinese: '' });
    const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
    expect(await runJson(file(utf16))).toMatchObject({
      code: 0,
      report: { encoding: 'utf-16le', warnings: 1 },
    });
    const [before = '', after = ''] = lines({ ...inventedRow(7), surnameChinese: '@' }).split('@,');
    const big5 = Buffer.concat([Buffer.from(before), Buffer.of(0xb3, 0xaf), Buffer.from(`,${after}`)]);
    expect(await runJson(file(big5))).toMatchObject({ code: 0, report: { encoding: 'big5', warnings: 1 } });
  });

  it('the paying company of the rules', async () => {
    const rules = {
      companies: [
        { name: 'Sample Trading', employerAccountNo: '3777463656273', schemeRegistrationNo: 'MT00298' },
      ],
    };
    writeFileSync(place('rules.json'), JSON.stringify(rules));
    const path = file(lines(inventedRow(0)));
    const { out, code } = await run(path, '--employer', place('rules.json'), '--payer', '3777463656273');
    expect(out).toContain('Paying company: Sample Trading.');
    expect(code).toBe(0);
    expect((await run(path, '--employer', place('rules.json'), '--payer', 'Other')).err).toContain(
      'Sample Trading',
    );
    expect(existsSync(place('stay.csv'))).toBe(false);
  });

  it('help', async () => {
    expect(await run('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('--employer') as string,
    });
  });
});
