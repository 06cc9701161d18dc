import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { companyList as english } from '../messages/en/company-list.ts';
import { companyList as chinese } from '../messages/zh-Hant/company-list.ts';
import { csvLine } from '../remittance/row/write-row.ts';
import { checkCompanyList, inOrder } from './check-list.ts';
import { LIST_CODES, type ListCode } from './codes.ts';
import { LIST_COLUMNS } from './columns.ts';
import { describeListProblem, listProblemTable } from './describe.ts';
import { COMPANY_LIST_LIMITS, type ListedCompany, type Standing } from './list.ts';
import { cellsOf, HEADINGS_ZH, listFile, listFileWith, SUNRISE, type CompanyCells } from './list.fixture.ts';

const TODAY = '2026-11-23';
const DIGEST = 'd'.repeat(43);

function check(content: string | Uint8Array, standing: Standing = 'existing') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return checkCompanyList(bytes, DIGEST, { standing, today: TODAY });
}
const codesOf = (content: string | Uint8Array, standing?: Standing) =>
  inOrder(check(content, standing).findings).map(({ code }) => code);
const second: CompanyCells = { 'company-name': 'Sunrise Catering Ltd', 'br-number': '22222222' };

describe('a list that nothing is wrong with', () => {
  it('gives its companies in their order; an empty cell is left to what all share', () => {
    const { findings, list } = check(listFile({ role: '', route: '', 'document-date': '' }, second));
    expect(findings).toEqual({ rows: 2, held: 0, groups: [] });
    expect(list).toMatchObject({
      digest: DIGEST,
      leftOut: 0,
      companies: [
        { name: 'Sunrise Holdings Ltd', role: null, route: null, documentDate: null },
        { name: 'Sunrise Catering Ltd', businessRegistration: '22222222', role: 'company-authorised' },
      ],
    });
  });

  it('has its headings in Chinese, and the words to choose too', () => {
    const row = { form: '非香港公司', 'ci-number': 'F0012345', role: '公司獲授權人', route: '受託人文件' };
    const { list } = check(listFileWith({ headings: HEADINGS_ZH }, row));
    expect(list?.companies).toMatchObject([
      {
        form: 'non-hong-kong',
        role: 'company-authorised',
        route: 'trustee-document',
        documentDate: '2026-10-01',
      },
    ]);
  });

  it('has its columns in another order', () => {
    const columns = [...LIST_COLUMNS].reverse();
    expect(check(listFileWith({ columns }, {}, second)).list?.companies).toEqual(
      check(listFile({}, second)).list?.companies,
    );
  });

  it('has only the columns that companies with shared papers need', () => {
    const columns = ['br-number', 'company-name', 'form', 'ci-number', 'activation-code'] as const;
    expect(check(listFileWith({ columns }, {})).list?.companies).toHaveLength(1);
  });

  it.each([
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${listFile({})}`), []],
    ['UTF-16', Buffer.from(`\ufeff${listFile({})}`, 'utf16le'), ['encoding-utf-16']],
    ['lines that end with CR', listFile({}).replaceAll('\r\n', '\r'), []],
    ['blank lines and commas behind the last row', `${listFile({})},,,\r\n\r\n`, []],
    ['no end of its last line', listFile({}).trimEnd(), ['last-row-open']],
  ])('is read with %s', (_what, content, notes) => {
    expect(codesOf(content)).toEqual(notes);
    expect(check(content).list?.companies).toHaveLength(1);
  });

  it('in Big5 is read and said to be so', () => {
    // 日 and 升 in Big5, where two marks stood.
    const bytes = Buffer.from(listFile({ 'company-name': '@@##' }), 'latin1');
    const place = bytes.indexOf('@@##');
    const big5 = Buffer.concat([
      bytes.subarray(0, place),
      Buffer.from([0xa4, 0xe9, 0xa4, 0xc9]),
      bytes.subarray(place + 4),
    ]);
    expect(codesOf(big5)).toEqual(['encoding-big5']);
    expect(check(big5).list?.companies[0]?.name).toBe('日升');
  });

  test('whatever right companies are written come out as they were', () => {
    const company = fc.record({
      name: fc
        .string({ unit: fc.constantFrom('A', 'b', ' ', '"', ',', '日', '升', '&', '1'), maxLength: 40 })
        .map((text) => `X${text}`.replace(/ +/g, ' ').trim()),
      code: fc.stringMatching(/^[A-Z0-9]{4,20}$/),
      form: fc.constantFrom('incorporated', 'non-hong-kong', 'unincorporated'),
      role: fc.constantFrom('', 'company-authorised'),
      route: fc.constantFrom('', 'company-papers', 'trustee-document'),
      date: fc.constantFrom('', '2026-06-01', '2026-11-23'),
    });
    fc.assert(
      fc.property(
        fc.array(company, { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        (companies, chineseHeading) => {
          const wanted = companies.map(({ name, code, form, role, route, date }, index): ListedCompany => ({
            name,
            businessRegistration: String(10_000_000 + index),
            form: form,
            incorporation: form === 'unincorporated' ? null : '1234567',
            activationCode: code,
            role: role === '' ? null : 'company-authorised',
            route: route === '' ? null : (route as ListedCompany['route']),
            documentDate: date === '' ? null : date,
          }));
          const rows = wanted.map((one) => cellsOf(one));
          const options = chineseHeading ? { headings: HEADINGS_ZH } : {};
          expect(check(listFileWith(options, ...rows)).list?.companies).toEqual(wanted);
        },
      ),
    );
  });
});

describe('a cell that is wrong keeps its company, with its place, and the others go', () => {
  const cases: readonly (readonly [ListCode, CompanyCells, Standing?])[] = [
    ['answer-needed', { 'company-name': ' ' }],
    ['answer-needed', { form: '' }],
    ['answer-needed', { 'ci-number': '' }],
    ['answer-needed', { 'activation-code': '' }],
    ['too-long', { 'company-name': 'A'.repeat(81) }],
    ['choice', { form: 'club' }],
    ['choice', { route: 'fax' }],
    ['employer-name-letters', { 'company-name': '888' }],
    ['employer-br-shape', { 'br-number': '1234567' }],
    ['employer-br-shape', { 'br-number': '1.1E+07' }],
    ['employer-ci-shape', { 'ci-number': 'ABC' }],
    ['ci-not-used', { form: 'unincorporated' }],
    ['employer-code-shape', { 'activation-code': 'A-1' }],
    ['code-not-used', { route: '' }, 'new'],
    ['employer-not-authorised', { role: 'Scheme Authorised Person' }],
    ['employer-not-authorised', { role: '其他用戶' }],
    ['route-not-new', { 'activation-code': '', route: 'trustee-document' }, 'new'],
    ['date-format', { 'document-date': '3/4/2026' }],
    ['date-format', { 'document-date': '2026-02-30' }],
    ['employer-document-too-old', { 'document-date': '2026-05-22' }],
    ['employer-document-in-future', { 'document-date': '2026-11-24' }],
  ];

  it.each(cases.map(([code, cells, standing = 'existing'], at) => ({ code, cells, standing, at })))(
    '$code: $cells ($at)',
    ({ code, cells, standing }) => {
      const fine: CompanyCells =
        standing === 'new' ? { ...second, 'activation-code': '', route: '' } : second;
      const { findings, list } = check(listFile({ 'br-number': '33333333', ...cells }, fine), standing);
      const column =
        code === 'code-not-used'
          ? 'activation-code'
          : code === 'ci-not-used'
            ? 'ci-number'
            : Object.keys(cells).at(-1);
      expect(inOrder(findings)).toMatchObject([{ row: 2, code, column }]);
      expect(list?.companies.map(({ businessRegistration }) => businessRegistration)).toEqual(['22222222']);
      expect(list?.leftOut).toBe(1);
    },
  );

  it('a date with its year first is taken however it is divided', () => {
    for (const date of ['2026-10-01', '20261001', '2026/10/1', '2026.10.01']) {
      expect(check(listFile({ 'document-date': date })).list?.companies[0]?.documentDate).toBe('2026-10-01');
    }
  });

  it('two wrong cells of one row are both named', () => {
    expect(codesOf(listFile({ 'company-name': '', 'br-number': '1' }))).toEqual([
      'answer-needed',
      'employer-br-shape',
    ]);
  });
});

describe('one number twice', () => {
  it('the same row again: the first goes, the second stays', () => {
    const { findings, list } = check(listFile({}, {}));
    expect(list?.companies).toHaveLength(1);
    expect(inOrder(findings)).toMatchObject([
      { row: 3, code: 'employer-br-twice', column: 'br-number', params: { otherRow: 2 } },
    ]);
  });

  it('two companies with one number: neither goes, for nobody here can tell whose it is', () => {
    const { findings, list } = check(listFile({}, { 'company-name': 'Another Ltd' }, second));
    expect(list?.companies.map(({ name }) => name)).toEqual(['Sunrise Catering Ltd']);
    expect(inOrder(findings).map(({ row, params }) => [row, params['otherRow']])).toEqual([
      [2, 3],
      [3, 2],
    ]);
  });
});

describe('a file that is no list', () => {
  const whole = listFile({});
  const cases: readonly (readonly [string, ListCode, string | Uint8Array])[] = [
    ['nothing in it', 'file-empty', ''],
    ['only blank lines', 'file-no-rows', '\r\n,,,\r\n'],
    ['only headings', 'file-no-rows', listFile()],
    ['a spreadsheet', 'file-spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 0, 1])],
    ['a PDF', 'file-pdf', new Uint8Array([0x25, 0x50, 0x44, 0x46])],
    ['a picture', 'file-not-text', new Uint8Array([0x89, 0, 1, 2, 0, 9])],
    ['bytes of no encoding', 'file-encoding-unknown', new Uint8Array([0xff, 0x41, 0x80])],
    ['a web page', 'file-markup', '<html>'],
    ['semicolons', 'file-delimiter', whole.replaceAll(',', ';')],
    ['tabs', 'file-delimiter', whole.replaceAll(',', '\t')],
    ['no headings', 'header-missing', whole.split('\r\n').slice(1).join('\r\n')],
    ['a heading of something else', 'heading-unknown', whole.replace('Role', 'Shoe size')],
    ['a heading twice', 'heading-twice', whole.replace('Role', 'BR number')],
    [
      'no column of codes',
      'column-missing',
      listFileWith({ columns: ['company-name', 'br-number', 'form'] }, {}),
    ],
    [
      'more companies than fit',
      'too-many-companies',
      listFile(
        {},
        ...Array.from({ length: COMPANY_LIST_LIMITS.companies }, (_, at) => ({
          'br-number': String(50_000_000 + at),
        })),
      ),
    ],
  ];

  it.each(cases)('%s: %s', (_what, code, content) => {
    const { list, findings } = check(content);
    expect(list).toBeNull();
    expect(inOrder(findings).map((problem) => problem.code)).toEqual([code]);
  });
});

describe('a file that broke off, or a row that does not fit its headings', () => {
  const two = listFile({}, second);

  it.each<readonly [ListCode, string]>([
    ['row-cut-short', two.slice(0, two.lastIndexOf(',') - 12)],
    ['cell-count', two.replace('Sunrise Catering Ltd', 'Sunrise, Catering Ltd')],
    ['quote-not-closed', two.replace('Sunrise Catering Ltd', '"Sunrise Catering Ltd')],
    ['quote-misplaced', two.replace('Sunrise Catering Ltd', 'Sunrise "Catering" Ltd')],
    ['row-too-long', two.replace('Sunrise Catering Ltd', 'A'.repeat(5000))],
  ])('%s: that company stays, the other goes', (code, content) => {
    expect(codesOf(content)).toEqual([code]);
    expect(check(content).list?.companies.map(({ name }) => name)).toEqual(['Sunrise Holdings Ltd']);
  });

  test('wherever a list breaks off, nothing is taken that was not written whole, or somebody is told to look', () => {
    const right = new Set(check(two).list?.companies.map((company) => JSON.stringify(company)));
    const bytes = new TextEncoder().encode(two);
    for (let end = 0; end < bytes.byteLength; end += 1) {
      const { findings, list } = check(bytes.subarray(0, end));
      const told = findings.groups.some(({ code }) => code === 'last-row-open');
      const whole = list?.companies.every((company) => right.has(JSON.stringify(company))) ?? true;
      expect([end, whole || told]).toEqual([end, true]);
    }
  });

  test('no bytes make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { findings, list } = check(bytes);
        expect(list !== null || findings.groups.length > 0).toBe(true);
      }),
    );
  });
});

describe('in words', () => {
  test('every code has its reason and its fix in both languages', () => {
    for (const messages of [english, chinese]) {
      const known = Object.keys(messages);
      for (const code of LIST_CODES) {
        expect(known).toContain(`company-list.${code}`);
        expect(known).toContain(`company-list.${code}.fix`);
      }
    }
  });

  test('every code has its example above or is said of a file', () => {
    const problem = { row: 3, column: 'form', letter: 'C', params: { letter: 'C' } } as const;
    for (const code of LIST_CODES) {
      const { place, reason, fix } = describeListProblem({ ...problem, code }, 'en');
      expect(place).toBe('row 3, column C (Form of business)');
      expect(reason).not.toBe('');
      expect(fix).not.toBe('');
    }
  });

  it('the list for the drive names rows and cells, no company and no number', () => {
    const { findings } = check(listFile({ 'br-number': '1' }, { ...second, form: 'club' }));
    const table = listProblemTable(inOrder(findings), 'en');
    expect(table).toContain('2,B,BR number,stays,');
    expect(table).toContain('3,C,Form of business,stays,');
    for (const locale of ['en', 'zh-Hant'] as const) {
      expect(listProblemTable(inOrder(findings), locale)).not.toMatch(/Sunrise|22222222|club/);
    }
  });

  it('a name with a comma in quotes is one cell', () => {
    expect(csvLine([SUNRISE['company-name'], 'A, B'])).toContain('"A, B"');
    expect(check(listFile({ 'company-name': 'A, B Ltd' })).list?.companies[0]?.name).toBe('A, B Ltd');
  });
});
