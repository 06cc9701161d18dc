import { describe, expect, it } from 'vitest';
import { EMBEDDED_REFERENCE_DATA } from '../embedded/embedded.ts';
import { whereNext } from './where-next.ts';

/** Monday 23 November 2026, 10:30 in Hong Kong. */
const MONDAY = '2026-11-23T02:30:00.000Z';
const ids = (places: readonly { readonly id: string }[]) => places.map(({ id }) => id);

describe('somebody in Sai Kung has to go elsewhere', () => {
  it('goes to what is in the district first, then to the rest of its part of the city, then to a centre', () => {
    const places = whereNext(EMBEDDED_REFERENCE_DATA, 'sai-kung', 'any', MONDAY);
    expect(ids(places).slice(0, 2).sort()).toEqual(['station-sai-kung', 'van-sai-kung-town']);
    expect(places.at(-1)?.kind).toBe('service-centre');
    expect(ids(places)).not.toContain('station-wan-chai');
  });

  it('goes to a service centre for what is finished nowhere else', () => {
    const places = whereNext(EMBEDDED_REFERENCE_DATA, 'sai-kung', 'service-centre', MONDAY);
    expect(new Set(places.map(({ kind }) => kind))).toEqual(new Set(['service-centre']));
  });

  it('is told the day on which the van comes next', () => {
    const van = whereNext(EMBEDDED_REFERENCE_DATA, 'sai-kung', 'any', MONDAY).find(
      ({ kind }) => kind === 'van-stop',
    );
    expect(van?.next).toEqual({ date: '2026-11-26', today: false, opens: '10:00', closes: '16:00' });
  });
});

describe('when somebody is there next', () => {
  const centre = (now: string) =>
    whereNext(EMBEDDED_REFERENCE_DATA, 'wan-chai', 'service-centre', now)[0]?.next;

  it.each([
    ['open now', MONDAY, { date: '2026-11-23', today: true }],
    ['before it opens', '2026-11-22T23:00:00.000Z', { date: '2026-11-23', today: true }],
    ['at the minute it closes', '2026-11-23T10:00:00.000Z', { date: '2026-11-24', today: false }],
    ['Saturday afternoon', '2026-11-28T05:30:00.000Z', { date: '2026-11-30', today: false }],
    [
      'Christmas Day and the day after it: no opening on either',
      '2026-12-25T02:00:00.000Z',
      { date: '2026-12-28' },
    ],
  ])('%s', (_what, now, next) => {
    expect(centre(now)).toMatchObject(next);
  });
});

it('a terminal that does not know its district names service centres alone', () => {
  const places = whereNext(EMBEDDED_REFERENCE_DATA, null, 'any', MONDAY);
  expect(places.map(({ kind }) => kind)).toEqual(['service-centre', 'service-centre', 'service-centre']);
});
