import { describe, expect, test } from 'vitest';
import { contributionDay } from '../../calendar/contribution-day.ts';
import { DISTRICTS } from '../../registration/answers.ts';
import { EMBEDDED_REFERENCE_DATA as DATA } from '../embedded/embedded.ts';
import { INSTRUCTION_GROUPS } from '../schema/schemes.ts';
import { WITHDRAWAL_GROUNDS } from '../schema/withdrawals.ts';
import { disShare } from './default-investment.ts';
import { calendarOf, cutOffOn, industryScaleOn, limitsOn, withdrawalOn } from './figures.ts';
import { openingsOn, placesNear } from './places.ts';
import { textsOn } from './texts.ts';
import { fundsOf, platformTakes, schemeOf, schemeOn } from './schemes.ts';

describe('contribution limits are those of the day (facts/domain.md §3a)', () => {
  test.each([
    ['2026-11-23', '7100.00', '30000.00'],
    ['2014-06-01', '7100.00', '30000.00'],
    ['2014-05-31', '7100.00', '25000.00'],
    ['2013-11-01', '7100.00', '25000.00'],
    ['2013-10-31', '6500.00', '25000.00'],
    ['2000-12-01', '4000.00', '20000.00'],
  ])('%s', (date, minimumMonthly, maximumMonthly) => {
    expect(limitsOn(DATA, date)).toMatchObject({ ok: true, value: { minimumMonthly, maximumMonthly } });
  });

  test('before the system began there are none', () => {
    expect(limitsOn(DATA, '2000-11-30')).toEqual({
      ok: false,
      code: 'limits-not-known',
      params: { date: '2000-11-30' },
    });
  });

  test('the scale of industry schemes before June 2014 is not known, and not guessed', () => {
    expect(industryScaleOn(DATA, '2014-06-01')).toMatchObject({ ok: true, value: { from: '2014-06-01' } });
    expect(industryScaleOn(DATA, '2014-05-31')).toMatchObject({ ok: false, code: 'scale-not-known' });
    expect(cutOffOn(DATA, '2024-06-25')).toMatchObject({ ok: false, code: 'cut-off-not-known' });
  });
});

describe('where a scheme is (facts/domain.md §4)', () => {
  test('all 24 are on, since the last joined on 30 April 2026', () => {
    const states = DATA.schemes.map(({ id }) => schemeOn(DATA, id, '2026-04-30'));
    expect(states.filter((state) => state.ok && state.value.state === 'on')).toHaveLength(24);
    expect(schemeOn(DATA, 'bea-industry', '2026-04-29')).toMatchObject({ value: { state: 'moving' } });
  });

  test.each([
    ['2026-01-14', 'not-yet'],
    ['2026-01-15', 'moving'],
    ['2026-01-28', 'moving'],
    ['2026-01-29', 'on'],
  ])('HSBC SuperTrust Plus on %s: %s', (date, state) => {
    expect(schemeOn(DATA, 'hsbc-supertrust', date)).toMatchObject({ ok: true, value: { state } });
  });

  test('while it moves, its trustee stops taking one group of instructions after another', () => {
    const state = schemeOn(DATA, 'hsbc-supertrust', '2026-01-20');
    if (!state.ok || state.value.state !== 'moving') throw new Error('not moving');
    expect(state.value.cutOffs.map(({ instruction }) => instruction)).toEqual([...INSTRUCTION_GROUPS]);
    const closed = state.value.cutOffs.filter((cutOff) => cutOff.closed);
    expect(closed.map(({ instruction }) => instruction)).toEqual(['transfer', 'withdrawal']);
  });

  test('an instruction before its day is refused with the day', () => {
    const take = (date: string) => platformTakes(DATA, 'hsbc-supertrust', 'transfer', date);
    expect(take('2026-01-10')).toMatchObject({ code: 'scheme-not-yet', params: { on: '2026-01-29' } });
    expect(take('2026-01-20')).toMatchObject({
      code: 'scheme-moving',
      params: { on: '2026-01-29', lastDay: '2026-01-19' },
    });
    expect(take('2026-01-29')).toEqual({ ok: true, value: true });
    expect(platformTakes(DATA, 'nobody', 'transfer', '2026-01-29')).toMatchObject({
      code: 'scheme-not-known',
    });
  });

  test('no scheme is known to allow more than the law, nor to limit switches', () => {
    for (const { id } of DATA.schemes) {
      expect(schemeOf(DATA, id)).toMatchObject({
        value: { rules: { ecaMoreThanOnceAYear: false, switchesPerYear: null } },
      });
    }
  });
});

describe('funds of a scheme (facts/domain.md §3d)', () => {
  test.each(DATA.schemes.map(({ id }) => id))(
    '%s: 5 to 8, in alphabetical order, with both DIS funds',
    (id) => {
      const funds = fundsOf(DATA, id, '2026-11-23');
      const names = funds.map(({ name }) => name.en);
      expect(names).toEqual(names.toSorted());
      expect(funds.length).toBeGreaterThanOrEqual(5);
      expect(funds.length).toBeLessThanOrEqual(8);
      const kinds = funds.map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['core-accumulation', 'age-65-plus', 'conservative']));
      expect(funds.every(({ source }) => source === 'sample')).toBe(true);
      expect(funds.filter(({ kind }) => kind === 'guaranteed').every(({ guaranteed }) => guaranteed)).toBe(
        true,
      );
    },
  );

  test('one that has closed cannot be chosen any more, and can still be left', () => {
    const [first] = fundsOf(DATA, 'mass');
    if (first === undefined) throw new Error('no fund');
    const data = { funds: DATA.funds.map((fund) => (fund === first ? { ...fund, to: '2026-11-22' } : fund)) };
    const codes = (date?: string) => fundsOf(data, 'mass', date).map(({ code }) => code);
    expect(codes('2026-11-22')).toContain(first.code);
    expect(codes('2026-11-23')).not.toContain(first.code);
    expect(codes()).toContain(first.code);
  });
});

describe('the Default Investment Strategy (facts/domain.md §3d)', () => {
  test('is clamp((64 − age) / 15, 0, 1) to one decimal at every age', () => {
    for (let age = 0; age <= 120; age += 1) {
      const core = 100 * Math.min(1, Math.max(0, (64 - age) / 15));
      const share = disShare(DATA, age);
      expect(share).toMatchObject({
        ok: true,
        value: { coreAccumulation: core.toFixed(1), age65Plus: (100 - core).toFixed(1) },
      });
    }
    expect(() => disShare(DATA, 50.5)).toThrow(RangeError);
  });
});

describe('the calendar', () => {
  test.each([
    ['2024', 17],
    ['2025', 17],
    ['2026', 17],
    ['2027', 17],
  ])('has the %s general holidays of a year beside the Sundays', (year, count) => {
    expect(calendarOf(DATA).holidays.filter((date) => date.startsWith(year))).toHaveLength(count);
  });

  test('keeps the contribution day of March 2026 on the 10th, and moves that of January 2024 over Lunar New Year', () => {
    expect(contributionDay('2026-03-31', calendarOf(DATA))).toEqual({ ok: true, value: '2026-04-10' });
    expect(contributionDay('2024-01-31', calendarOf(DATA))).toEqual({ ok: true, value: '2024-02-14' });
  });
});

describe('withdrawals (facts/domain.md §3c)', () => {
  test.each(WITHDRAWAL_GROUNDS)('%s has forms and evidence, and an original where it is sworn', (ground) => {
    const rules = withdrawalOn(DATA, ground, '2026-11-23');
    if (!rules.ok) throw new Error(rules.code);
    expect(rules.value.forms.length).toBeGreaterThan(0);
    const sworn = rules.value.evidence.some(({ id, original }) => id === 'statutory-declaration' && original);
    expect(sworn).toBe(rules.value.statutoryDeclaration);
    expect(withdrawalOn(DATA, ground, '2024-06-25')).toMatchObject({ code: 'withdrawal-not-known' });
  });
});

describe('where next', () => {
  test.each(DISTRICTS)(
    'somebody of %s is told a place of the district first, and every service centre',
    (district) => {
      const near = placesNear(DATA, district, '2026-11-23');
      expect(near[0]).toMatchObject({ nearness: 'district', place: { district } });
      expect(near.filter(({ place }) => place.kind === 'service-centre')).toHaveLength(3);
      const order = near.map(({ nearness }) => ['district', 'region', 'elsewhere'].indexOf(nearness));
      expect(order).toEqual(order.toSorted());
    },
  );

  test('stations and stops say that they are samples, in their name too', () => {
    const samples = DATA.places.filter(({ kind }) => kind !== 'service-centre');
    expect(samples.length).toBeGreaterThan(0);
    for (const { name, source } of samples) {
      expect(source).toBe('sample');
      expect(name.en).toContain('sample');
      expect(name['zh-Hant']).toContain('樣本');
    }
  });

  test('the van is there on its day of the week, not on a holiday, and not before it began', () => {
    const stop = DATA.places.find(({ id }) => id === 'van-tung-chung');
    if (stop === undefined) throw new Error('no stop');
    const calendar = calendarOf(DATA);
    expect(openingsOn(stop, '2026-11-23', calendar)).toMatchObject([{ opens: '10:00', closes: '13:00' }]);
    expect(openingsOn(stop, '2026-11-24', calendar)).toEqual([]);
    expect(openingsOn(stop, '2026-05-25', calendar)).toEqual([]);
    expect(openingsOn(stop, '2026-01-26', calendar)).toEqual([]);
  });
});

describe('what the platform wants people to read', () => {
  test('before a switch, that severe weather has its own arrangement (facts/domain.md §3d)', () => {
    expect(textsOn(DATA, 'fund-switch', '2026-11-23')).toMatchObject([{ id: 'severe-weather-switch' }]);
    expect(textsOn(DATA, 'start', '2026-11-23')).toEqual([]);
    expect(textsOn({}, 'fund-switch', '2026-11-23')).toEqual([]);
  });

  test('on its days only, the first and the last included', () => {
    const [text] = DATA.texts ?? [];
    if (text === undefined) throw new Error('no text');
    const data = { texts: [{ ...text, from: '2026-12-01', to: '2026-12-03' }] };
    const shown = ['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'].map(
      (date) => textsOn(data, 'fund-switch', date).length,
    );
    expect(shown).toEqual([0, 1, 1, 0]);
  });
});
