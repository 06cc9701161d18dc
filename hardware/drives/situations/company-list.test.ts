import { readFileSync, readdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFile } from '../../../domain/company-list/list.fixture.ts';
import { lists, rowsOf, stand } from './stick.ts';

const second = { 'company-name': 'Sunrise Catering Ltd', 'br-number': '22222222' };

async function withList(content: string | Uint8Array, name = 'companies.csv') {
  const at = stand();
  const path = at.put(`KINGSTON/${name}`, content);
  await at.seen(lists(name));
  return { ...at, path };
}

describe('a list of companies on a drive', { timeout: 60_000 }, () => {
  it('gives the companies that can go, with the digest of the file; nothing of it is held or changed', async () => {
    const at = await withList(listFile({}, second), '公司名單.csv');
    const before = readFileSync(at.path);
    const found = await at.checkList('公司名單.csv');
    expect(found).toMatchObject({
      type: 'LIST_CHECKED',
      findings: { rows: 2, held: 0, groups: [] },
      list: { leftOut: 0, digest: createHash('sha256').update(before).digest('base64url') },
    });
    expect(at.files.held()).toBeNull();
    expect(readFileSync(at.path)).toEqual(before);
  });

  it('with a wrong row: the others go, and what is wrong is listed beside the file', async () => {
    const at = await withList(listFile({ 'br-number': '1' }, second));
    expect(await at.checkList('companies.csv')).toMatchObject({
      findings: { held: 1, groups: [{ code: 'employer-br-shape' }] },
      list: { leftOut: 1, companies: [{ businessRegistration: '22222222' }] },
    });
    expect(await at.files.saveProblems('zh-Hant', false)).toEqual({
      ok: true,
      value: { name: 'company-list-problems-20261123-1542.csv' },
    });
    const folder = dirname(at.path);
    const [saved = ''] = readdirSync(folder).filter((name) => name.startsWith('company-list-problems'));
    const text = readFileSync(join(folder, saved), 'utf8');
    expect(text).toContain('2,B,商業登記號碼,要改正,');
    expect(text).not.toContain('Sunrise');
  });

  it('a remittance file chosen by mistake: no list, and the first line says why', async () => {
    const at = await withList(rowsOf(2));
    expect(await at.checkList('companies.csv')).toMatchObject({
      list: null,
      findings: { groups: [{ code: 'header-missing' }] },
    });
  });

  it('far larger than any list: not read', async () => {
    const at = await withList(new Uint8Array(2 * 1024 * 1024).fill(65));
    expect(await at.checkList('companies.csv')).toEqual({
      type: 'TROUBLE',
      trouble: 'file-too-large',
      places: [],
    });
  });

  it('on a drive that was taken out meanwhile', async () => {
    const at = await withList(listFile({}));
    at.pull('KINGSTON');
    expect(await at.checkList('companies.csv')).toMatchObject({ type: 'TROUBLE', trouble: 'drive-gone' });
  });

  it('after a remittance file: its list of problems is the one of the companies', async () => {
    const at = await withList(listFile({ form: 'club' }));
    at.put('KINGSTON/october.csv', rowsOf(1, { total: '1.00' }));
    await at.seen(lists('october.csv'));
    await at.check('october.csv');
    await at.checkList('companies.csv');
    expect(await at.files.saveProblems('en', false)).toMatchObject({
      value: { name: 'company-list-problems-20261123-1542.csv' },
    });
  });
});
