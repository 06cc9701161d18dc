import { describe, expect, it } from 'vitest';
import { statusOf } from './printer-health.ts';

const printer = (reasons: string, state = '3', accepting = 'true') => [
  {
    name: 'till',
    options: {
      'printer-state': state,
      'printer-state-reasons': reasons,
      'printer-is-accepting-jobs': accepting,
    },
  },
];

describe('how a printer stands', () => {
  it.each([
    ['none', 'ready'],
    ['media-low-warning', 'ready'],
    ['toner-low-report', 'ready'],
    ['media-empty-error', 'out-of-paper'],
    ['media-empty', 'out-of-paper'],
    ['media-needed-error,toner-low-report', 'out-of-paper'],
    ['cover-open', 'cover-open'],
    ['door-open-error', 'cover-open'],
    ['media-jam-error', 'paper-jam'],
    ['media-empty-error,media-jam-error', 'paper-jam'],
    ['offline-report', 'ready'],
    ['offline', 'not-found'],
    ['connecting-to-device', 'not-found'],
  ] as const)('%s: %s', (reasons, status) => {
    expect(statusOf(printer(reasons), 'till')).toBe(status);
  });

  it('a stopped one, or one that takes nothing, does not print', () => {
    expect(statusOf(printer('none', '5'), 'till')).toBe('stopped');
    expect(statusOf(printer('none', '3', 'false'), 'till')).toBe('stopped');
    expect(statusOf(printer('media-empty-error', '5'), 'till')).toBe('out-of-paper');
  });

  it('one that the system does not know is not there; one that says nothing of itself may be tried', () => {
    expect(statusOf(printer('none'), 'other')).toBe('not-found');
    expect(statusOf([], 'till')).toBe('not-found');
    expect(statusOf([{ name: 'till' }], 'till')).toBe('ready');
  });
});
