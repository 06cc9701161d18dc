import { describe, expect, it } from 'vitest';
import { checkRoster, ROSTER_LIMITS } from './check-roster.ts';
import { describeRosterProblem, rosterProblemTable } from './describe.ts';
import { numberOnCard, rosterFile } from './roster.fixture.ts';

const EN = ['HKID', 'Mobile', 'Language', 'Employer', 'BR number', 'Casual employee', 'Industry scheme'];
const ZH = ['身份證號碼', '流動電話', '語言', '僱主', '商業登記號碼', '臨時僱員', '行業計劃'];
const one = numberOnCard(1);
const right = [one, '9123 4567', 'English', 'Harbour Ltd', '41234567', 'yes', 'construction'];
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const check = (...rows: readonly (readonly string[])[]) => checkRoster(bytesOf(rosterFile(EN, ...rows)));
const codes = (checked: ReturnType<typeof checkRoster>) => checked.findings.groups.map(({ code }) => code);

describe('a list of workers', () => {
  it('in which nothing is wrong', () => {
    expect(check(right)).toEqual({
      findings: { rows: 1, people: 1, held: 0, groups: [] },
      people: [
        {
          hkid: one.replace(/[()]/g, ''),
          mobile: '91234567',
          language: 'en',
          employment: {
            ...{ employer: 'Harbour Ltd', businessRegistration: '41234567' },
            ...{ casual: true, industryScheme: 'construction' },
          },
        },
      ],
    });
  });

  it('with headings and words in Chinese, and a byte order mark', () => {
    const rows = [[one, '91234567', '中文', '海港棚業有限公司', '41234567', '否', '沒有']];
    const { people } = checkRoster(bytesOf(`\ufeff${rosterFile(ZH, ...rows)}`));
    expect(people[0]).toMatchObject({
      language: 'zh-Hant',
      employment: { employer: '海港棚業有限公司', casual: false, industryScheme: 'none' },
    });
  });

  it('with nothing but numbers: everybody is on it, and nothing is filled in', () => {
    const { people, findings } = checkRoster(bytesOf(rosterFile(['HKID'], [one], [numberOnCard(2)])));
    expect(findings.people).toBe(2);
    expect(people[0]).toMatchObject({ mobile: null, language: null, employment: null });
  });

  it.each([
    ['hkid', 0, 'A123456(4)', 'hkid-check-digit'],
    ['hkid', 0, 'A1234', 'hkid-incomplete'],
    ['hkid', 0, '12345678', 'hkid-characters'],
    ['hkid', 0, '', 'answer-needed'],
    ['mobile', 1, '912345', 'mobile-length'],
    ['mobile', 1, '11234567', 'mobile-prefix'],
    ['language', 2, 'Klingon', 'choice'],
    ['employer', 3, '123', 'employer-name-letters'],
    ['employer', 3, 'x'.repeat(90), 'too-long'],
    ['br-number', 4, '41', 'employer-br-shape'],
    ['casual', 5, 'perhaps', 'choice'],
    ['industry-scheme', 6, 'fishing', 'choice'],
  ])('with a wrong cell of %s: that row stays out, the other is used', (column, place, cell, code) => {
    const wrong = right.with(0, numberOnCard(2)).with(place, cell);
    const checked = check(wrong, right);
    expect(checked.findings).toMatchObject({ rows: 2, people: 1, held: 1 });
    expect(checked.findings.groups[0]?.problems[0]).toMatchObject({ row: 2, column, code });
  });

  it.each([
    ['remarks', rosterFile([...EN, 'Remarks'], [...right, 'lazy']), ['remarks-not-taken']],
    ['a heading that is not known', rosterFile([...EN, 'Shoe size'], [...right, '42']), ['heading-unknown']],
    ['no number', rosterFile(['Mobile'], ['91234567']), ['column-missing']],
    ['no row', rosterFile(EN), ['file-no-rows']],
    ['nothing', '', ['file-empty']],
    ['a spreadsheet', 'PK\u0003\u0004', ['file-spreadsheet']],
  ])('that holds %s is used for nobody', (_what, text, expected) => {
    const checked = checkRoster(bytesOf(text));
    expect(codes(checked)).toEqual(expected);
    expect(checked.people).toEqual([]);
  });

  it('with names: they are not read', () => {
    const checked = checkRoster(bytesOf(rosterFile([...EN, 'Name'], [...right, 'QUILLFEATHER Ondine'])));
    expect(codes(checked)).toEqual(['name-not-read']);
    expect(JSON.stringify(checked)).not.toContain('QUILLFEATHER');
  });

  it('with somebody twice: the same counts once, two different rows not at all', () => {
    expect(check(right, right).findings).toMatchObject({ people: 1, held: 0 });
    const differs = check(right, right.with(1, '91234568'), right.with(1, '91234569'));
    expect(differs.findings).toMatchObject({ people: 0, held: 3 });
    expect(differs.findings.groups[0]).toMatchObject({ code: 'person-twice', count: 3 });
  });

  it("with a foreman's number for everybody says so", () => {
    expect(codes(check(right, right.with(0, numberOnCard(2))))).toEqual(['mobile-shared']);
  });

  it('that was written half keeps the whole rows', () => {
    const text = rosterFile(EN, right, right.with(0, numberOnCard(2)));
    const half = checkRoster(bytesOf(text.slice(0, -30)));
    expect(half.findings).toMatchObject({ people: 1, held: 1 });
    expect(codes(half)).toEqual(['row-cut-short']);
  });

  it('in Big5 is read, and said to be', () => {
    const bytes = new Uint8Array([
      ...bytesOf(`HKID,Employer\r\n${one},`),
      ...[0xa4, 0xa4, 0xa4, 0xe5],
      ...bytesOf('\r\n'),
    ]);
    const checked = checkRoster(bytes);
    expect(codes(checked)).toEqual(['encoding-big5']);
    expect(checked.people[0]?.employment?.employer).toBe('中文');
  });

  it('of twelve thousand workers, and one with too many', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, place) => [numberOnCard(place)]);
    expect(checkRoster(bytesOf(rosterFile(['HKID'], ...rows(12_000)))).findings.people).toBe(12_000);
    const most = ROSTER_LIMITS.rows + 1;
    const tooMany = checkRoster(bytesOf(rosterFile(['HKID'], ...rows(most))));
    expect(tooMany.findings.groups[0]?.problems[0]?.params).toEqual({ most: most - 1, found: most });
  });

  it('all of whose rows are wrong is counted, and the first are named', () => {
    const rows = Array.from({ length: 500 }, () => ['X']);
    const [group] = checkRoster(bytesOf(rosterFile(['HKID'], ...rows))).findings.groups;
    expect([group?.count, group?.problems.length]).toEqual([500, 200]);
  });

  it('never says what stood in a cell', () => {
    const secrets = ['A123456(4)', '91234', 'Klingon', '123', '4199', 'perhaps', 'fishing'];
    const { findings } = check(secrets, right);
    const problems = findings.groups.flatMap((group) => group.problems);
    const said = [
      JSON.stringify(findings),
      rosterProblemTable(problems, 'en'),
      ...problems.map((problem) => Object.values(describeRosterProblem(problem, 'zh-Hant')).join()),
    ].join();
    for (const secret of ['A123456', ...secrets.slice(1, 3), 'perhaps', 'fishing', '91234567']) {
      expect(said).not.toContain(secret);
    }
    expect(said).not.toMatch(/\{\w+\}/);
  });
});
