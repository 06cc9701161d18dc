import { describe, expect, it } from 'vitest';
import { type UsabilityCell, usabilityCellSchema } from './cell.ts';
import { timeClassOf, TIME_CLASSES, VISIT_OUTCOMES } from './codes.ts';
import { usabilityCsv } from './csv.ts';
import { summariseUsability } from './summarise.ts';

const cell = (
  step: string,
  measure: string,
  count: number,
  more: Partial<UsabilityCell> = {},
): UsabilityCell =>
  usabilityCellSchema.parse({
    day: '2026-11-22',
    mode: 'live',
    profile: 'kiosk',
    flow: 'member-registration',
    locale: 'zh-Hant',
    textSize: 'normal',
    assist: false,
    step,
    measure,
    count,
    ...more,
  });

describe('times', () => {
  it('are classes, and the end of each belongs to it', () => {
    expect(TIME_CLASSES.map((seconds) => timeClassOf(seconds * 1000))).toEqual([...TIME_CLASSES]);
    expect(timeClassOf(0)).toBe(2);
    expect(timeClassOf(300_001)).toBe('more');
  });
});

describe('what the expert panel reads', () => {
  const cells = [
    cell('visit', 'begun', 10),
    cell('visit', 'begun', 2, { day: '2026-11-23', locale: 'en', textSize: 'largest', assist: true }),
    cell('visit', 'ended:submitted', 7),
    cell('visit', 'ended:abandoned', 2),
    cell('visit', 'ended:idle', 1),
    cell('visit', 'face:good', 5),
    cell('notice', 'reached', 12),
    cell('notice', 'time:10', 8),
    cell('notice', 'time:60', 4),
    cell('question.mobile', 'reached', 9),
    cell('question.mobile', 'left:idle', 1),
    cell('question.mobile', 'error:mobile-length', 6),
    cell('question.mobile', 'error:mobile-length', 1, { day: '2026-11-23' }),
    cell('question.mobile', 'time:more', 9),
    cell('visit', 'begun', 3, { flow: 'none' }),
  ];
  const summary = summariseUsability(cells);

  it('is a funnel for every way, those who chose nothing last', () => {
    expect(summary.days).toEqual({ from: '2026-11-22', to: '2026-11-23' });
    expect(summary.flows.map(({ flow, begun, done, left }) => [flow, begun, done, left])).toEqual([
      ['member-registration', 12, 7, 3],
      ['none', 3, 0, 0],
    ]);
    expect(summary.flows[0]?.steps.map(({ step, reached, left }) => [step, reached, left])).toEqual([
      ['notice', 12, 0],
      ['question.mobile', 9, 1],
    ]);
    expect(summary.flows[0]?.faces).toEqual({ good: 5, fair: 0, poor: 0 });
  });

  it('names the slowest pages first, those beyond the last class before all', () => {
    expect(summary.slowest.map(({ step, half, mostly }) => [step, half, mostly])).toEqual([
      ['question.mobile', null, null],
      ['notice', 10, 60],
    ]);
  });

  it('sums errors over days, and groups visits by language, text size, place and help', () => {
    expect(summary.errors).toEqual([
      { flow: 'member-registration', step: 'question.mobile', words: null, code: 'mobile-length', count: 7 },
    ]);
    expect(summary.groups.map(({ by, value, begun }) => [by, value, begun])).toEqual([
      ['locale', 'zh-Hant', 13],
      ['locale', 'en', 2],
      ['textSize', 'normal', 13],
      ['textSize', 'largest', 2],
      ['profile', 'kiosk', 15],
      ['assist', 'false', 13],
      ['assist', 'true', 2],
    ]);
  });

  it('tells pages that as many people reached in the order in which they came, in words of their own', () => {
    const steps = (flow: UsabilityCell['flow'], ...names: readonly string[]) =>
      summariseUsability(names.map((name) => cell(name, 'reached', 1, { flow }))).flows[0]?.steps ?? [];
    const registration = steps(
      'member-registration',
      ...['attest.face', 'declare', 'identify', 'mobile-code', 'notice', 'question.contact-channel'],
      ...['question.mobile', 'question.mobile-again', 'read-result', 'receipt', 'review', 'staff-needed'],
    );
    expect(registration.map(({ step }) => step)).toEqual([
      ...['notice', 'identify', 'read-result', 'question.contact-channel', 'question.mobile', 'mobile-code'],
      ...['question.mobile-again', 'staff-needed', 'attest.face', 'review', 'declare', 'receipt'],
    ]);
    const complaint = steps(
      'complaint',
      'receipt',
      'ask.complaint.answer-by',
      'ask.complaint.nature',
      'menu.help',
    );
    expect(complaint.map(({ step, words }) => [step, words])).toEqual([
      ['menu.help', null],
      ['ask.complaint.nature', 'ask.complaint.nature'],
      ['ask.complaint.answer-by', 'ask.answer.by'],
      ['receipt', null],
    ]);
  });

  it('of nothing is nothing', () => {
    expect(summariseUsability([])).toMatchObject({ days: null, begun: 0, flows: [] });
  });
});

describe('the file for the testing firm', () => {
  it('has a line a count, and notes those that are small', () => {
    expect(usabilityCsv([cell('notice', 'reached', 12), cell('visit', 'ended:idle', 4)])).toBe(
      [
        'day,mode,profile,flow,step,language,text_size,assisted,measure,count,small',
        '2026-11-22,live,kiosk,member-registration,notice,zh-Hant,normal,no,reached,12,no',
        '2026-11-22,live,kiosk,member-registration,visit,zh-Hant,normal,no,ended:idle,4,yes',
        '',
      ].join('\r\n'),
    );
  });

  it('needs no quotes, whatever is counted', () => {
    for (const outcome of VISIT_OUTCOMES)
      expect(usabilityCsv([cell('visit', `ended:${outcome}`, 1)])).not.toMatch(/["\n](?:.*,){11}/);
  });
});
