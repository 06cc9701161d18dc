import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIXTURE_BADGES } from '../simulator.ts';
import { decodeScans, NOTHING_YET } from './codec.ts';
import { reportsOf } from './reports.fixture.ts';

const BADGE = FIXTURE_BADGES['officer-01'];
const LONG = `EMPF-RESUME:1:${'ABCD2345'.repeat(12)}`;

/** All reports one after the other, as a driver would hand them over. */
function decodeAll(reports: readonly Uint8Array[]) {
  const texts: string[] = [];
  const problems: string[] = [];
  let state = NOTHING_YET;
  for (const report of reports) {
    const decoded = decodeScans(state, report);
    state = decoded.state;
    texts.push(...decoded.texts);
    problems.push(...decoded.problems);
  }
  return { texts, problems, state };
}

describe('a code held before a HID POS scanner', () => {
  it.each(['with-length', 'without-length', 'short'] as const)('is read whole: a scanner %s', (layout) => {
    expect(decodeAll(reportsOf(BADGE, { layout }))).toEqual({
      texts: [BADGE],
      problems: [],
      state: NOTHING_YET,
    });
  });

  it('longer than one report is joined, also when the reports come joined', () => {
    const reports = reportsOf(LONG);
    expect(reports.length).toBeGreaterThan(1);
    expect(decodeAll(reports).texts).toEqual([LONG]);
    const joined = new Uint8Array(reports.flatMap((report) => [...report]));
    expect(decodeScans(NOTHING_YET, joined).texts).toEqual([LONG]);
  });

  it('loses the carriage return that scanners add, and nothing else', () => {
    expect(decodeAll(reportsOf(`${BADGE}\r`)).texts).toEqual([BADGE]);
  });

  it('what stands in the padding from the code before is not part of it', () => {
    const [report] = reportsOf('EMPF-BADGE:1:S1:x');
    const stale = Uint8Array.from(report ?? []);
    stale.set(new TextEncoder().encode('STALE'), 40);
    expect(decodeAll([stale]).texts).toEqual(['EMPF-BADGE:1:S1:x']);
  });

  it('whose second part never came does not run into the next one', () => {
    const [first] = reportsOf(LONG, { aim: ']Q1' });
    const next = reportsOf(BADGE, { aim: ']C0' });
    expect(decodeAll([first ?? new Uint8Array(0), ...next])).toMatchObject({
      texts: [BADGE],
      problems: ['mixed'],
    });
  });

  it('that says for ever that more follows is thrown away', () => {
    const [part] = reportsOf(LONG);
    const { texts, problems, state } = decodeAll(Array.from({ length: 30 }, () => part ?? new Uint8Array(0)));
    expect(texts).toEqual([]);
    expect(problems).toContain('too-long');
    expect(state.bytes.length).toBeLessThanOrEqual(512);
  });

  it('with more bytes than a report holds, or in no alphabet of ours, is none', () => {
    const [report] = reportsOf(BADGE);
    const long = Uint8Array.from(report ?? []);
    long[1] = 57;
    expect(decodeAll([long])).toMatchObject({ texts: [], problems: ['length'] });
    const other = Uint8Array.from(report ?? []);
    other[6] = 0xff;
    expect(decodeAll([other])).toMatchObject({ texts: [], problems: ['not-text'] });
  });

  it('whatever comes over the wire, nothing is thrown and nothing grows without end', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (reports) => {
        expect(decodeAll(reports).state.bytes.length).toBeLessThanOrEqual(512);
      }),
    );
  });

  it('any text comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 400 }), (text) => {
        fc.pre(!text.endsWith('\r'));
        expect(decodeAll(reportsOf(text)).texts).toEqual([text]);
      }),
    );
  });
});
