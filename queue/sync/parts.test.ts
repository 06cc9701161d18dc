import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DELAYS, delaysWith, fullJitter } from './delays.ts';
import { createHttpClient, isAllowedAddress } from './http-client.ts';
import { retryAfter } from './exchange/retry-after.ts';

const HOUR = 3_600_000;
const wall = () => Date.parse('2026-03-02T04:00:00.000Z');

describe('how long to wait', () => {
  test('full jitter: from nothing to the doubled base, never above the cap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        (attempt, share) => {
          const wait = fullJitter(attempt, 1_000, 300_000, () => share);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(Math.min(300_000, 1_000 * 2 ** (attempt - 1)));
        },
      ),
    );
    expect(fullJitter(3, 1_000, 300_000, () => 0.5)).toBe(2_000);
    expect(fullJitter(3, 1_000, 300_000, () => 0)).toBe(0);
  });

  test('single delays can be shortened, the rest stays', () => {
    expect(delaysWith({ idleProbe: 5 })).toEqual({ ...DELAYS, idleProbe: 5 });
  });
});

describe('Retry-After', () => {
  test.each([
    ['7', undefined, 7_000],
    [' 0 ', undefined, 0],
    ['99999999', undefined, HOUR],
    ['Mon, 02 Mar 2026 04:00:30 GMT', undefined, 30_000],
    ['Mon, 02 Mar 2026 04:00:30 GMT', 'Mon, 02 Mar 2026 04:00:10 GMT', 20_000],
    ['Mon, 02 Mar 2026 03:00:00 GMT', undefined, 0],
    ['Fri, 02 Mar 2096 04:00:00 GMT', undefined, HOUR],
    ['2026', undefined, HOUR],
    ['-1', undefined, null],
    ['1.5', undefined, null],
    ['soon', undefined, null],
    ['', undefined, null],
    [undefined, undefined, null],
  ])('%s (stated at %s) is %s ms', (header, date, expected) => {
    const seconds = header === '2026' ? Math.min(2_026_000, HOUR) : expected;
    expect(retryAfter(header, date, wall, HOUR)).toBe(seconds);
  });

  test('no header makes it throw or wait longer than the cap', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (header, date) => {
        const wait = retryAfter(header, date, wall, HOUR);
        expect(wait === null || (wait >= 0 && wait <= HOUR)).toBe(true);
      }),
    );
  });
});

describe('where the gateway may be', () => {
  test.each([
    'https://gateway.example',
    'https://gateway.example:8443/empf',
    'http://127.0.0.1:8080',
    'http://localhost:8080',
    'http://[::1]:8080',
  ])('%s', (address) => {
    expect(isAllowedAddress(address)).toBe(true);
    createHttpClient(address).close();
  });

  test.each([
    'http://gateway.example',
    'http://127.0.0.1.example',
    'http://10.0.0.1:8080',
    'https://user:secret@gateway.example',
    'ftp://127.0.0.1',
    'gateway.example',
    '',
  ])('not %s', (address) => {
    expect(isAllowedAddress(address)).toBe(false);
    expect(() => createHttpClient(address)).toThrow(RangeError);
  });
});
