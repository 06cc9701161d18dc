import { describe, expect, it } from 'vitest';
import { createEncodingFinder, decoderOf, encodingNote } from './encoding.ts';

/** 陳大文 in Big5; a TextEncoder writes UTF-8 only. */
const BIG5_NAME = [0xb3, 0xaf, 0xa4, 0x6a, 0xa4, 0xe5];
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const utf16 = (text: string, little: boolean): number[] =>
  Array.from(text, (character) => {
    const unit = character.charCodeAt(0);
    return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
  }).flat();

function find(bytes: readonly number[], size = bytes.length) {
  const finder = createEncodingFinder();
  for (let at = 0; at < bytes.length; at += size) finder.push(Uint8Array.from(bytes.slice(at, at + size)));
  return finder.end();
}

describe('text', () => {
  const table: readonly (readonly [string, readonly number[], string | null, string])[] = [
    ['plain ASCII', utf8('MT00298,1'), null, 'MT00298,1'],
    ['UTF-8', utf8('樣本,1'), null, '樣本,1'],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...utf8('樣本')], 'encoding-byte-order-mark', '樣本'],
    ['UTF-16, little end first', [0xff, 0xfe, ...utf16('樣本,1', true)], 'encoding-utf-16', '樣本,1'],
    ['UTF-16, big end first', [0xfe, 0xff, ...utf16('樣本,1', false)], 'encoding-utf-16', '樣本,1'],
    ['Big5', [...utf8('MT00298,'), ...BIG5_NAME], 'encoding-big5', 'MT00298,陳大文'],
    [
      'Big5 far behind plain ASCII',
      [...utf8('1,'.repeat(500)), ...BIG5_NAME],
      'encoding-big5',
      `${'1,'.repeat(500)}陳大文`,
    ],
    ['UTF-8 cut off inside a character', utf8('1,樣').slice(0, -1), null, '1,\ufffd'],
  ];

  it.each(table)('%s, whatever the pieces', (_, bytes, note, text) => {
    for (const size of [bytes.length, 1, 3]) {
      const found = find(bytes, size);
      if (!found.ok) expect.fail(found.code);
      expect(encodingNote(found.value)).toBe(note);
      expect(decoderOf(found.value).decode(Uint8Array.from(bytes))).toBe(text);
    }
  });
});

describe('what is no text', () => {
  it.each([
    ['nothing', [], 'file-empty'],
    ['xlsx, or another zip', [0x50, 0x4b, 3, 4, 20, 0, 6, 0], 'file-spreadsheet'],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'file-spreadsheet'],
    ['PDF', utf8('%PDF-1.7 and so on'), 'file-pdf'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13], 'file-not-text'],
    ['a byte order mark before what is not UTF-8', [0xef, 0xbb, 0xbf, ...BIG5_NAME], 'file-encoding-unknown'],
    ['bytes of no encoding we know', [0x41, 0xff, 0xff, 0x42], 'file-encoding-unknown'],
  ] as const)('%s', (_, bytes, code) => {
    expect(find(bytes)).toEqual({ ok: false, code });
    expect(find(bytes, 2)).toEqual({ ok: false, code });
  });
});
