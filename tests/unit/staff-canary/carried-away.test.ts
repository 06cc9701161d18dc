import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatHkid } from '../../../domain/identity/document/hkid.ts';
import { createLog } from '../../../electron/diagnostics/log.ts';
import { adult01, MOBILE, typedNumber } from '../../../state-machines/testing/people.ts';
import { PROJECT } from '../../../scripts/dev/environment.ts';
import { holdsNumber } from './detector.ts';
import { WRITTEN } from './written.ts';

/** A card's, one that was typed, a mobile, an account, a passport. */
const NUMBERS = [
  ...[formatHkid(adult01.number), formatHkid(typedNumber), 'AB987654(3)', MOBILE],
  ...['3777463656273', 'K01234567'],
] as const;

/** What an exception says that somebody threw with a number in it, as it comes to the journal and to the page of the log. */
function logged(message: string, redacted = true): readonly string[] {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line) }, () => '2026-11-23T04:00:00.000Z');
  const { stack = '' } = new Error(message);
  if (!redacted) return [stack];
  log.write('bug', { stack });
  return [...lines, ...log.recent().map(({ detail }) => detail)];
}

describe('an exception with a number in its words', () => {
  it.each(WRITTEN.map((write, place) => [place, write] as const))(
    'comes to the log without it, written as in %i',
    (_, write) => {
      for (const number of NUMBERS) {
        const message = `UNIQUE constraint failed: ${write(number)}, again ${write(number)}`;
        expect(logged(message).filter((line) => holdsNumber([line], number))).toEqual([]);
        // Without the redactor it would be there, and would be found.
        expect(logged(message, false).some((line) => holdsNumber([line], number))).toBe(true);
      }
    },
  );
});

const CODE = /\.(?:ts|tsx|html)$/;

function sourcesIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => CODE.test(name) && !name.includes('.test.') && !name.startsWith('gallery'))
    .map((name) => [`${folder}/${name}`, readFileSync(join(PROJECT, folder, name), 'utf8')]);
}

describe('the title of a window', () => {
  it('is the program’s name: nothing sets another', () => {
    const sources = ['electron', 'renderer'].flatMap(sourcesIn);
    const setting = sources.filter(([, text]) => /document\.title\s*=|\.setTitle\(/.test(text));
    expect(setting.map(([name]) => name)).toEqual([]);
    const titles = sources.flatMap(([name, text]) => [
      ...[...text.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title),
      ...(name.endsWith('window-options.ts') ? [...text.matchAll(/^\s+title: '(.*)',$/gm)] : []).map(
        ([, title]) => title,
      ),
    ]);
    expect(new Set(titles)).toEqual(new Set(['eMPF Terminal']));
  });
});
