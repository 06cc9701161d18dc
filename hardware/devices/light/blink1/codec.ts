import { fail, type Failure, ok, type Result } from '../../../../domain/result.ts';

/**
 * The feature reports of a blink(1), after the maker's public description (facts/hardware.md §2.4): report id 1, command
 * letter, six arguments. The host's buffer has nine bytes, the last of them unused. Times are in ticks of 10 ms.
 */
export const REPORT_ID = 1;
export const REPORT_LENGTH = 9;
export const TICK = 10;
/** Lines of the table that every model has: the first has twelve, later ones sixteen and thirty-two. */
export const TABLE_LINES = 12;

export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}
export const DARK: Colour = { red: 0, green: 0, blue: 0 };

/** Fades to a colour within its time; the next line begins when the time is over. */
export interface PatternLine {
  readonly colour: Colour;
  /** Milliseconds. */
  readonly fade: number;
}

/** What a host tells the lamp; the lamp's own memory keeps lines until its power goes (they are never written to flash). */
export type LampCommand =
  | { readonly type: 'fade'; readonly colour: Colour; readonly milliseconds: number }
  | { readonly type: 'line'; readonly position: number; readonly line: PatternLine }
  /** Lines `first` to `last`, again and again. */
  | { readonly type: 'play'; readonly first: number; readonly last: number }
  /** All its diodes, for the lines written from now on. */
  | { readonly type: 'every-diode' }
  /** Unless told again within the time, the lamp plays these lines by itself: nobody is there any more. */
  | {
      readonly type: 'watchdog';
      readonly milliseconds: number;
      readonly first: number;
      readonly last: number;
    }
  /** No watchdog any more, and dark. */
  | { readonly type: 'rest' }
  | { readonly type: 'version' };

const letter = (text: string): number => text.charCodeAt(0);
const high = (milliseconds: number): number => (Math.round(milliseconds / TICK) >> 8) & 0xff;
const low = (milliseconds: number): number => Math.round(milliseconds / TICK) & 0xff;

function report(command: string, ...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(REPORT_LENGTH);
  bytes.set([REPORT_ID, letter(command), ...values]);
  return bytes;
}

/** The report of a command. Times above 655 s and values above 255 do not fit and are cut. */
export function encodeCommand(command: LampCommand): Uint8Array {
  switch (command.type) {
    case 'fade': {
      const { colour, milliseconds } = command;
      return report('c', colour.red, colour.green, colour.blue, high(milliseconds), low(milliseconds), 0);
    }
    case 'line': {
      const { colour, fade } = command.line;
      return report('P', colour.red, colour.green, colour.blue, high(fade), low(fade), command.position);
    }
    case 'play':
      return report('p', 1, command.first, command.last, 0);
    case 'every-diode':
      return report('l', 0);
    case 'watchdog':
      // The fourth value: what is shown goes on.
      return report(
        'D',
        ...[1, high(command.milliseconds), low(command.milliseconds), 1],
        ...[command.first, command.last],
      );
    case 'rest':
      return report('D', 0);
    case 'version':
      return report('v');
  }
}

/** Total: a report that is none of these is null. For the simulated lamp. */
export function decodeCommand(bytes: Uint8Array): LampCommand | null {
  const [id, command, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = bytes;
  if (id !== REPORT_ID || bytes.length < REPORT_LENGTH - 1) return null;
  const colour = { red: a, green: b, blue: c };
  switch (String.fromCharCode(command ?? 0)) {
    case 'c':
      return { type: 'fade', colour, milliseconds: ((d << 8) | e) * TICK };
    case 'P':
      return { type: 'line', position: f, line: { colour, fade: ((d << 8) | e) * TICK } };
    case 'p':
      return a === 1 ? { type: 'play', first: b, last: c } : { type: 'rest' };
    case 'l':
      return a === 0 ? { type: 'every-diode' } : null;
    case 'D':
      if (a === 0) return { type: 'rest' };
      return d === 1 ? { type: 'watchdog', milliseconds: ((b << 8) | c) * TICK, first: e, last: f } : null;
    case 'v':
      return { type: 'version' };
    default:
      return null;
  }
}

/** What the lamp answers to `version`: two figures as characters. */
export function encodeVersion(version: string): Uint8Array {
  const [major = '0', minor = '0'] = version.split('.');
  return report('v', 0, letter(major), letter(minor));
}

/** @returns for example `3.2`; `protocol` when the answer is of something else than a blink(1) */
export function decodeVersion(bytes: Uint8Array): Result<string, Failure<'protocol'>> {
  const [id, command, , major = 0, minor = 0] = bytes;
  if (id !== REPORT_ID || command !== letter('v')) return fail('protocol');
  const version = `${String.fromCharCode(major)}.${String.fromCharCode(minor)}`;
  return /^[0-9]\.[0-9a-z]$/.test(version) ? ok(version) : fail('protocol');
}
