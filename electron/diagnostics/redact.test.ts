import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';
import { redact } from './redact.ts';

describe('text on its way to the log', () => {
  it.each([
    ['cannot read A123456(3)', 'cannot read [number]'],
    ['ab9876543 twice AB987654(3)', '[number] twice [number]'],
    ['sms to 9123 4567 failed', 'sms to [phone] failed'],
    ['sms to +85291234567 failed', 'sms to [phone] failed'],
    ['mail someone@example.com bounced', 'mail [e-mail] bounced'],
    ['cannot read A123 456 (3)', 'cannot read [number]'],
    ['cannot read Ａ１２３４５６（３）', 'cannot read [number]'],
    ['passport K01234567 of', 'passport [number] of'],
    ['row 1234563 twice', 'row [figures] twice'],
    ['account 012-345-678901', 'account [figures]'],
    ['at file.js:123456:12 in 0190d5a8-0000-7000', 'at file.js:123456:12 in 0190d5a8-0000-7000'],
    ['from 2026-11-23T04:00:00.000Z on', 'from 2026-11-23T04:00:00.000Z on'],
    ['name 陳大文', 'name [name]'],
    ['ECONNREFUSED 127.0.0.1:8080', 'ECONNREFUSED 127.0.0.1:8080'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it('no identity card number survives, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.stringMatching(/^[A-Z]{1,2}[0-9]{6}[0-9A]$/),
        fc.string(),
        (before, number, after) => {
          expect(redact(`${before} ${number} ${after}`)).not.toContain(number);
        },
      ),
    );
  });

  it('every string value of a log line passes the redactor', () => {
    const lines: string[] = [];
    createLog({ write: (line) => lines.push(line) }, () => '2026-11-22T00:00:00.000Z').write('bug', {
      stack: 'Error: A123456(3)',
      count: 2,
    });
    expect(lines).toEqual([
      '{"at":"2026-11-22T00:00:00.000Z","event":"bug","stack":"Error: [number]","count":2}\n',
    ]);
  });
});
