import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lists, rowsOf, stand, type Stand } from './stick.ts';
import { asNobody } from './as-nobody.ts';

const wrongOne = rowsOf(1, { idNo: 'K9999999Z', staffNo: 'S99999', total: '1.00' });
const wrongTwo = rowsOf(1, { idNo: 'K9999998Z', staffNo: 'S99998', payrollPeriodStart: '2026/11/01' });
const right = rowsOf(3);
const [first = '', ...rest] = right.split(/(?<=\n)/);
/** Two of five rows are wrong, between the others. */
const SPLIT = `${wrongOne}${first}${wrongTwo}${rest.join('')}`;

const LIST = 'remittance-problems-20261123-1542.csv';
const ROWS = 'remittance-rows-to-correct-20261123-1542.csv';

async function split(content: string | Uint8Array = SPLIT): Promise<Stand & { folder: string }> {
  const at = stand();
  const path = at.put('KINGSTON/october.csv', content);
  await at.seen(lists('october.csv'));
  return { ...at, folder: dirname(path) };
}

async function facts(at: Stand, name = 'october.csv') {
  const found = await at.check(name);
  if (found.type !== 'CHECKED' || found.facts === null) throw new Error(JSON.stringify(found));
  return found.facts;
}

const saved = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith('remittance-'))
    .sort();

describe('a file with two wrong rows', { timeout: 120_000 }, () => {
  it('is held for submission without them, with the digest of the rows that go alone', async () => {
    const at = await split();
    const { id, digest, bytes, rows, held } = await facts(at);
    expect([rows, held]).toEqual([3, 2]);
    const travelling = at.files.bytesOf(id);
    if (travelling === null) throw new Error('not held');
    expect(Buffer.from(travelling).toString('utf8')).toBe(right);
    expect(travelling.byteLength).toBe(bytes);
    expect(createHash('sha256').update(travelling).digest('base64url')).toBe(digest);
    at.files.forget();
    expect(travelling.every((byte) => byte === 0)).toBe(true);
  });

  it('gets them back beside the list of problems, each as it came', async () => {
    const at = await split();
    await facts(at);
    expect(await at.files.saveProblems('en', true)).toEqual({ ok: true, value: { name: LIST, rows: ROWS } });
    expect(readFileSync(join(at.folder, ROWS), 'utf8')).toBe(`${wrongOne}${wrongTwo}`);
    const list = readFileSync(join(at.folder, LIST), 'utf8');
    expect(list).toContain('1,1,AC,Total,S99999,');
    expect(list).toContain('3,2,E,Payroll Contribution Period Start,S99998,');
    expect(readFileSync(join(at.folder, 'october.csv'), 'utf8')).toBe(SPLIT);
  });

  it('gets them back a second time: never over what was saved before', async () => {
    const at = await split();
    await facts(at);
    await at.files.saveProblems('en', true);
    writeFileSync(join(at.folder, ROWS), 'being corrected');
    expect(await at.files.saveProblems('en', true)).toMatchObject({
      ok: true,
      value: { rows: ROWS.replace('.csv', '-2.csv') },
    });
    expect(readFileSync(join(at.folder, ROWS), 'utf8')).toBe('being corrected');
  });

  it('brings the returned file corrected: it goes as a file of its own', async () => {
    const at = await split();
    await facts(at);
    await at.files.saveProblems('en', true);
    const returned = readFileSync(join(at.folder, ROWS), 'utf8');
    at.put(`KINGSTON/${ROWS}`, returned.replace(',1.00,', ',2000.00,').replace('2026/11/01', '20261101'));
    await at.seen(lists(ROWS));
    const again = await facts(at, ROWS);
    expect(again.rows).toBe(2);
    expect(again.held).toBeUndefined();
  });

  it.each([
    ['UTF-16', Buffer.from(`\ufeff${SPLIT}`, 'utf16le')],
    ['UTF-8 with a byte order mark', `\ufeff${SPLIT}`],
  ])(
    'in %s gets them back in UTF-8 with its mark, and the others travel without one',
    async (_name, content) => {
      const at = await split(content);
      const { id } = await facts(at);
      await at.files.saveProblems('en', true);
      expect(readFileSync(join(at.folder, ROWS), 'utf8')).toBe(`\ufeff${wrongOne}${wrongTwo}`);
      expect(Buffer.from(at.files.bytesOf(id) ?? []).toString('utf8')).toBe(right);
    },
  );

  it('of which only the list is asked for: no row is written anywhere', async () => {
    const at = await split();
    await facts(at);
    expect(await at.files.saveProblems('en', false)).toEqual({ ok: true, value: { name: LIST } });
    expect(saved(at.folder)).toEqual([LIST]);
  });

  it('pulls the drive out before saving: it is told, and nothing is written where the drive was', async () => {
    const at = await split();
    await facts(at);
    at.pull('KINGSTON');
    expect(await at.files.saveProblems('en', true)).toEqual({ ok: false, code: 'drive-gone' });
    expect(() => readdirSync(at.folder)).toThrow();
  });

  it('has a drive that is locked against writing: nothing is saved', async () => {
    const at = await split();
    await facts(at);
    chmodSync(dirname(at.folder), 0o755);
    chmodSync(at.folder, 0o555);
    expect(await asNobody(() => at.files.saveProblems('en', true))).toEqual({
      ok: false,
      code: 'drive-read-only',
    });
  });

  it('has no room for the list beside the rows: the rows alone are not left there', async () => {
    const at = await split();
    await facts(at);
    for (let number = 1; number <= 50; number += 1) {
      const name = number === 1 ? LIST : LIST.replace('.csv', `-${String(number)}.csv`);
      writeFileSync(join(at.folder, name), 'x');
    }
    expect(await at.files.saveProblems('en', true)).toEqual({ ok: false, code: 'drive-fault' });
    expect(saved(at.folder).filter((name) => name.startsWith('remittance-rows'))).toEqual([]);
  });
});

describe('a file that is held back as a whole', { timeout: 120_000 }, () => {
  it('by a row of headings is not cut: nothing goes, and no rows are given back', async () => {
    const at = await split(`${Array.from({ length: 47 }, () => 'Column').join(',')}\r\n${SPLIT}`);
    expect(await at.check('october.csv')).toMatchObject({ type: 'CHECKED', facts: null });
    expect(at.files.held()).toBeNull();
    expect(await at.files.saveProblems('en', true)).toEqual({ ok: true, value: { name: LIST } });
  });
});
