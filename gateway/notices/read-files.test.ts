import { describe, expect, it } from 'vitest';
import { readSound, readText } from './read-files.ts';
import { digestOf, oggOf, wavOf } from './sound-files.fixture.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a text that somebody brings', () => {
  it('is taken a paragraph a line, whatever its line ends and its mark', () => {
    const text = readText(utf8('\uFEFF नेपाली \r\n\r\nदोस्रो\n'));
    expect(text).toEqual({ ok: true, value: 'नेपाली\nदोस्रो' });
  });

  it.each([
    ['empty', utf8(''), 'text-empty'],
    ['only line ends', utf8('\n \n'), 'text-empty'],
    ['in another encoding', Uint8Array.from([0xe9, 0x20, 0x41]), 'text-not-utf8'],
    ['a word processor’s file', utf8('PK\u0003\u0004 and more'), 'text-not-a-text'],
    ['a book', utf8('word '.repeat(1_000)), 'text-too-long'],
  ])('%s, is refused with the reason', (_what, bytes, code) => {
    expect(readText(bytes)).toMatchObject({ ok: false, code });
  });
});

describe('a recording that somebody brings', () => {
  it.each([
    ['WAV', wavOf(2.5), 'audio/wav'],
    ['Ogg with Opus', oggOf(2.5), 'audio/ogg'],
  ] as const)('%s, is known by its length and its digest', (_what, bytes, type) => {
    expect(readSound(bytes)).toEqual({
      ok: true,
      value: { digest: digestOf(bytes), bytes: bytes.length, seconds: 2.5, type },
    });
  });

  it.each([
    ['empty', new Uint8Array(), 'sound-empty'],
    ['an MP3', utf8('ID3 something else'), 'sound-not-wav-or-ogg'],
    ['a WAV with compressed samples', wavOf(2, { format: 0x55 }), 'sound-encoding'],
    ['a WAV that was cut off', wavOf(2).subarray(0, 1_000), 'sound-cut-off'],
    ['the beginning of a WAV', wavOf(2).subarray(0, 30), 'sound-cut-off'],
    ['an Ogg with a film', oggOf(2, { codec: 'theora..' }), 'sound-encoding'],
    ['an Ogg that was cut off', oggOf(2, { last: false }), 'sound-cut-off'],
    ['a click', wavOf(0.1), 'sound-too-short'],
    ['a lecture', oggOf(900), 'sound-too-long'],
    ['as large as a film', new Uint8Array(4_000_001), 'sound-too-large'],
  ])('%s, is refused with the reason', (_what, bytes, code) => {
    expect(readSound(bytes)).toMatchObject({ ok: false, code });
  });

  it('no file makes it throw, wherever it is cut', () => {
    for (const whole of [wavOf(0.6), oggOf(3)]) {
      for (let length = 1; length < Math.min(whole.length, 200); length += 1) {
        expect(() => readSound(whole.subarray(0, length))).not.toThrow();
      }
    }
  });
});
