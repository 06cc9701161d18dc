import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIGHT_PATTERNS } from '../../../../domain/terminal/ports/light.ts';
import {
  decodeCommand,
  decodeVersion,
  encodeCommand,
  encodeVersion,
  type LampCommand,
  REPORT_LENGTH,
  TABLE_LINES,
  TICK,
} from './codec.ts';
import { commandFor, TABLE_OF_LINES, watchdog } from './patterns.ts';

const byte = fc.integer({ min: 0, max: 255 });
const colour = fc.record({ red: byte, green: byte, blue: byte });
const time = fc.integer({ min: 0, max: 0xffff }).map((ticks) => ticks * TICK);
const position = fc.integer({ min: 0, max: TABLE_LINES - 1 });
const command: fc.Arbitrary<LampCommand> = fc.oneof(
  fc.record({ type: fc.constant('fade' as const), colour, milliseconds: time }),
  fc.record({ type: fc.constant('line' as const), position, line: fc.record({ colour, fade: time }) }),
  fc.record({ type: fc.constant('play' as const), first: position, last: position }),
  fc.record({
    type: fc.constant('watchdog' as const),
    milliseconds: time,
    first: position,
    last: position,
  }),
  fc.constantFrom<LampCommand>({ type: 'rest' }, { type: 'version' }, { type: 'every-diode' }),
);

describe('reports of a blink(1)', () => {
  it.each([
    [
      'amber in half a second',
      { type: 'fade', colour: { red: 255, green: 96, blue: 0 }, milliseconds: 500 },
      '0163ff6000003200 00',
    ],
    [
      'a fade of more than 2.55 s has a high byte',
      { type: 'fade', colour: { red: 1, green: 2, blue: 3 }, milliseconds: 5_110 },
      '016301020301ff00 00',
    ],
    [
      'line 4 of the table',
      { type: 'line', position: 4, line: { colour: { red: 9, green: 0, blue: 0 }, fade: 10 } },
      '0150090000000104 00',
    ],
    ['lines 4 to 7 without end', { type: 'play', first: 4, last: 7 }, '0170010407000000 00'],
    [
      'a watchdog of 8 s that leaves what is shown',
      { type: 'watchdog', milliseconds: 8_000, first: 0, last: 3 },
      '014401032001 0003 00',
    ],
    ['what it is', { type: 'version' }, '0176000000000000 00'],
  ] as const)('%s', (_name, told, hex) => {
    expect(Buffer.from(encodeCommand(told)).toString('hex')).toBe(hex.replaceAll(' ', ''));
  });

  it('every command comes back as it was', () => {
    fc.assert(
      fc.property(command, (told) => {
        const bytes = encodeCommand(told);
        expect(bytes).toHaveLength(REPORT_LENGTH);
        expect(decodeCommand(bytes)).toEqual(told);
      }),
    );
  });

  it('no bytes make it throw, and a version is two figures or none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        decodeCommand(bytes);
        const version = decodeVersion(bytes);
        if (version.ok) expect(version.value).toMatch(/^\d\.[0-9a-z]$/);
      }),
    );
    expect(decodeVersion(encodeVersion('3.2'))).toEqual({ ok: true, value: '3.2' });
    expect(decodeVersion(encodeCommand({ type: 'version' }))).toEqual({ ok: false, code: 'protocol' });
  });
});

describe('the patterns', () => {
  it('fit the table of the oldest model', () => {
    expect(TABLE_OF_LINES.length).toBeLessThanOrEqual(TABLE_LINES);
  });

  it('all look different from each other', () => {
    const looks = LIGHT_PATTERNS.map((pattern) => JSON.stringify(commandFor(pattern)));
    expect(new Set(looks).size).toBe(LIGHT_PATTERNS.length);
  });

  it('none flashes more than once a second (WCAG 2.3.1 allows three)', () => {
    for (const pattern of LIGHT_PATTERNS) {
      const shown = commandFor(pattern);
      if (shown.type !== 'play') continue;
      const round = TABLE_OF_LINES.slice(shown.first, shown.last + 1).reduce(
        (sum, { fade }) => sum + fade,
        0,
      );
      expect(round).toBeGreaterThanOrEqual(1_000);
    }
  });

  it('left alone the lamp plays the lines of a fault', () => {
    expect(watchdog(8_000)).toMatchObject({ ...commandFor('fault'), type: 'watchdog' });
  });
});
