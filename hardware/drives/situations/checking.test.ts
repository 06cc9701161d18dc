import { chmodSync, readFileSync, readdirSync, truncateSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { voluntaryRuleSetSchema } from '../../../domain/contributions/voluntary/schema.ts';
import { enrolment, fileOf } from '../../../domain/remittance/row.fixture.ts';
import { asNobody } from './as-nobody.ts';
import { lists, rowsOf, stand, type Stand } from './stick.ts';

/** A drive with one file on it, already in sight. */
async function withFile(
  content: string | Uint8Array,
  name = 'october.csv',
): Promise<Stand & { path: string }> {
  const at = stand();
  const path = at.put(`KINGSTON/${name}`, content);
  await at.seen(lists(name));
  return { ...at, path };
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
/** 陳 and 美 in Big5. */
const BIG5_NAME = Buffer.from([0xb3, 0xaf, 0xac, 0xfc]);

/** A new member with a Chinese name, in Big5: the name is put where a mark stood. */
function big5(): Uint8Array {
  const text = fileOf(enrolment({ surnameEnglish: '', givenNameEnglish: '', surnameChinese: '@@' }));
  const bytes = Buffer.from(text, 'latin1');
  const place = bytes.indexOf('@@');
  return Buffer.concat([bytes.subarray(0, place), BIG5_NAME, bytes.subarray(place + 2)]);
}

describe('a file that nothing is wrong with', { timeout: 120_000 }, () => {
  it('is held as it travels, with its digest, until the visit ends; then it is overwritten', async () => {
    const at = await withFile(rowsOf(300));
    const found = await at.check('october.csv');
    if (found.type !== 'CHECKED' || found.facts === null) throw new Error(JSON.stringify(found));
    const { id, digest, bytes, rows } = found.facts;
    expect(rows).toBe(300);
    expect(at.files.held()).toBe(id);
    const held = at.files.bytesOf(id);
    if (held === null) throw new Error('not held');
    expect(held.byteLength).toBe(bytes);
    expect(createHash('sha256').update(held).digest('base64url')).toBe(digest);
    expect(Buffer.from(held).toString('utf8')).toBe(readFileSync(at.path, 'utf8'));
    at.files.forget();
    expect(at.files.held()).toBeNull();
    expect(held.every((byte) => byte === 0)).toBe(true);
  });

  it('travels after the drive was taken out: all of it was read before', async () => {
    const at = await withFile(rowsOf(3));
    await at.check('october.csv');
    at.pull('KINGSTON');
    expect(at.files.bytesOf(at.files.held() ?? '')).not.toBeNull();
  });

  it.each([
    ['UTF-16', utf16(rowsOf(2)), 'encoding-utf-16'],
    ['UTF-8 with a byte order mark', `\ufeff${rowsOf(2)}`, 'encoding-byte-order-mark'],
    ['Big5 with a Chinese name', big5(), 'encoding-big5'],
  ])('in %s is read, said to be so, and travels as plain UTF-8', async (_name, content, code) => {
    const at = await withFile(content, '十月供款.csv');
    const found = await at.check('十月供款.csv');
    if (found.type !== 'CHECKED') throw new Error(JSON.stringify(found));
    expect(found.findings.groups.map((group) => group.code)).toContain(code);
    const text = Buffer.from(at.files.bytesOf(at.files.held() ?? '') ?? []).toString('utf8');
    expect(text.startsWith('MT00298,')).toBe(true);
    if (code === 'encoding-big5') expect(text).toContain('陳美');
  });

  it('tells how far it has come, and never backwards', async () => {
    const at = await withFile(rowsOf(20_000));
    await at.check('october.csv');
    const done = at.progress.map((event) => (event.type === 'PROGRESS' ? event.progress.done : -1));
    expect(done.length).toBeGreaterThan(1);
    expect([...done].sort((one, other) => one - other)).toEqual(done);
  });
});

describe('a file that is held back', { timeout: 120_000 }, () => {
  it('in every row is not held for submission, and shows the cell', async () => {
    const at = await withFile(rowsOf(1, { total: '1.00' }));
    const found = await at.check('october.csv');
    expect(found).toMatchObject({
      type: 'CHECKED',
      facts: null,
      findings: {
        rows: 1,
        held: 1,
        groups: [{ code: 'total-differs', problems: [{ row: 1, column: 'total' }] }],
      },
    });
    expect(at.files.held()).toBeNull();
  });

  it('of a company that does not pay is held back in every row', async () => {
    const at = await withFile(rowsOf(3));
    const found = await at.check('october.csv', { name: 'Ash Ltd', account: '12345678' });
    expect(found).toMatchObject({
      findings: { held: 3, groups: [{ code: 'payer-other-company', count: 3 }] },
    });
  });

  it('is listed on the drive beside it, without numbers of documents, and never over another list', async () => {
    const at = await withFile(rowsOf(2, { total: '1.00' }));
    await at.check('october.csv');
    expect(await at.files.saveProblems('zh-Hant', false)).toEqual({
      ok: true,
      value: { name: 'remittance-problems-20261123-1542.csv' },
    });
    expect(await at.files.saveProblems('en', false)).toEqual({
      ok: true,
      value: { name: 'remittance-problems-20261123-1542-2.csv' },
    });
    const folder = dirname(at.path);
    const lists = readdirSync(folder).filter((name) => name.startsWith('remittance-problems'));
    expect(lists).toHaveLength(2);
    for (const name of lists) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text).toContain('S00001');
      expect(text).not.toMatch(/K100000/);
    }
  });

  it('cannot be listed on a drive that was taken out', async () => {
    const at = await withFile(rowsOf(1, { total: '1.00' }));
    await at.check('october.csv');
    at.pull('KINGSTON');
    expect(await at.files.saveProblems('en', false)).toEqual({ ok: false, code: 'drive-gone' });
  });

  it('cannot be listed on a drive that is locked against writing', async () => {
    const at = await withFile(rowsOf(1, { total: '1.00' }));
    await at.check('october.csv');
    chmodSync(dirname(dirname(at.path)), 0o755);
    chmodSync(dirname(at.path), 0o555);
    expect(await asNobody(() => at.files.saveProblems('en', false))).toEqual({
      ok: false,
      code: 'drive-read-only',
    });
  });

  it.each([
    ['a spreadsheet that was renamed', Buffer.from('504b030414000600', 'hex'), 'file-spreadsheet'],
    ['an empty file', '', 'file-empty'],
    ['semicolons between the cells', rowsOf(1).replaceAll(',', ';'), 'file-delimiter'],
  ])('%s', async (_name, content, code) => {
    const at = await withFile(content);
    expect(await at.check('october.csv')).toMatchObject({
      type: 'CHECKED',
      facts: null,
      findings: { groups: [{ code, severity: 'fatal' }] },
    });
  });
});

describe('reading does not come to an end', { timeout: 120_000 }, () => {
  it('when the drive is taken out before the file is read', async () => {
    const at = await withFile(rowsOf(1));
    at.pull('KINGSTON');
    expect(await at.check('october.csv')).toEqual({ type: 'TROUBLE', trouble: 'drive-gone', places: [] });
  });

  it('when the file is larger than what is read here', async () => {
    const at = await withFile(rowsOf(1));
    truncateSync(at.path, 20 * 1024 * 1024 + 1);
    expect(await at.check('october.csv')).toEqual({ type: 'TROUBLE', trouble: 'file-too-large', places: [] });
  });

  it('when the clerk stops it: nothing is told any more, and another file can be checked at once', async () => {
    const at = await withFile(rowsOf(20_000));
    at.put('KINGSTON/small.csv', rowsOf(1));
    const listing = await at.seen(lists('small.csv'));
    const entry = listing.at?.entries.find(({ name }) => name === 'october.csv')?.id ?? '';
    const told: string[] = [];
    const payer = { name: 'Lantern Street Bakery Ltd', account: '3777463656273' };
    const stop = at.files.check(
      { entry, payer, rules: false, stored: null, today: '2026-12-01' },
      ({ type }) => told.push(type),
    );
    stop();
    expect(await at.check('small.csv')).toMatchObject({ type: 'CHECKED', findings: { rows: 1 } });
    expect(told.filter((type) => type !== 'PROGRESS')).toEqual([]);
    expect(at.files.held()).not.toBeNull();
  });
});

describe(
  'the employer described its voluntary contributions once, in a file beside it',
  { timeout: 120_000 },
  () => {
    const rules = (change: object = {}) =>
      JSON.stringify({
        companies: [
          {
            name: 'Lantern Street Bakery Ltd',
            employerAccountNo: '3777463656273',
            schemeRegistrationNo: 'MT00298',
          },
        ],
        voluntary: {
          version: 1,
          from: '2026-01-01',
          memberClasses: [
            {
              memberClass: 'STAFF',
              rules: [
                { slot: 'ERVC', formula: 'percentage', base: 'relevant', tier: { by: 'none', value: '1%' } },
              ],
            },
          ],
        },
        ...change,
      });
    const withVoluntary = (ervc: string, total: string) => rowsOf(2, { ervc, total });

    it('a file that keeps to it goes, and says by which rules', async () => {
      const at = await withFile(withVoluntary('200.00', '2200.00'));
      const path = at.put('KINGSTON/empf-rules.json', rules());
      const found = await at.check('october.csv', undefined, true);
      const digest = createHash('sha256').update(readFileSync(path)).digest('base64url');
      expect(found).toMatchObject({ type: 'CHECKED', facts: { rules: digest, rows: 2 } });
    });

    it('a row that does not is held back with what it should be', async () => {
      const at = await withFile(withVoluntary('150.00', '2150.00'));
      at.put('KINGSTON/empf-rules.json', rules());
      expect(await at.check('october.csv', undefined, true)).toMatchObject({
        facts: null,
        findings: { groups: [{ code: 'voluntary-differs', count: 2 }] },
      });
    });

    it('and forgot to copy it to the drive', async () => {
      const at = await withFile(rowsOf(1));
      expect(await at.check('october.csv', undefined, true)).toMatchObject({ trouble: 'rules-missing' });
    });

    it('with a slip in it: the place is named', async () => {
      const at = await withFile(rowsOf(1));
      at.put('KINGSTON/empf-rules.json', rules({ companies: [{ name: 'Lantern Street Bakery Ltd' }] }));
      const found = await at.check('october.csv', undefined, true);
      expect(found).toMatchObject({ trouble: 'rules-do-not-fit' });
      expect(JSON.stringify(found)).toContain('companies[0].employerAccountNo');
    });

    it('which is no JSON at all', async () => {
      const at = await withFile(rowsOf(1));
      at.put('KINGSTON/empf-rules.json', 'our rules: 5%');
      expect(await at.check('october.csv', undefined, true)).toMatchObject({
        trouble: 'rules-do-not-fit',
        places: [],
      });
    });

    const stored = (value: string) => ({
      id: '0190d5a8-0000-7000-8000-000000005e75',
      ruleSet: voluntaryRuleSetSchema.parse({
        version: 1,
        from: '2026-01-01',
        memberClasses: [
          {
            memberClass: 'STAFF',
            rules: [{ slot: 'ERVC', formula: 'percentage', tier: { by: 'none', value } }],
          },
        ],
      }),
    });

    it('and to the platform, which says the same: by both of them', async () => {
      const at = await withFile(withVoluntary('200.00', '2200.00'));
      at.put('KINGSTON/empf-rules.json', rules());
      expect(await at.check('october.csv', undefined, true, stored('0.01'))).toMatchObject({
        facts: { rows: 2, stored: stored('0.01').id, rules: expect.any(String) as string },
      });
    });

    it('and otherwise to the platform: neither is chosen, the rule is named', async () => {
      const at = await withFile(withVoluntary('200.00', '2200.00'));
      at.put('KINGSTON/empf-rules.json', rules());
      expect(await at.check('october.csv', undefined, true, stored('2%'))).toMatchObject({
        trouble: 'rules-differ-from-stored',
        places: [{ path: 'voluntary: STAFF, ERVC', code: 'differs-from-stored' }],
      });
    });

    it('only to the platform: every row is held against that', async () => {
      const at = await withFile(withVoluntary('200.00', '2200.00'));
      expect(await at.check('october.csv', undefined, false, stored('1%'))).toMatchObject({
        facts: { rules: null, stored: stored('1%').id },
      });
      expect(await at.check('october.csv', undefined, false, stored('2%'))).toMatchObject({
        facts: null,
        findings: { groups: [{ code: 'voluntary-differs', count: 2 }] },
      });
    });

    it('of another company than the one that pays', async () => {
      const at = await withFile(rowsOf(1));
      at.put('KINGSTON/empf-rules.json', rules());
      const other = { name: 'Ash Ltd', account: '12345678' };
      expect(await at.check('october.csv', other, true)).toMatchObject({ trouble: 'rules-other-payer' });
    });
  },
);
