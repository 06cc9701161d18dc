import { expect, it } from 'vitest';
import { CATALOGUES } from '../../domain/messages/index.ts';
import { warmFonts } from './warm-fonts.ts';

it('asks for every text of every language in both weights, one piece at a time', () => {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  warmFonts(
    {
      load: (font, text) => {
        asked.push(`${font.slice(0, 3)} ${text ?? ''}`);
        return Promise.resolve([]);
      },
    },
    (work) => waiting.push(work),
  );
  expect(asked).toEqual([]);
  for (let work = waiting.pop(); work !== undefined; work = waiting.pop()) {
    const before = asked.length;
    work();
    expect(asked.length - before).toBeLessThanOrEqual(1);
  }
  // A set: some ten thousand texts, each looked for among all of them.
  const heard = new Set(asked);
  const wanted = Object.values(CATALOGUES)
    .flatMap((catalogue) => Object.values(catalogue))
    .flatMap((text) => [`500 ${text}`, `700 ${text}`]);
  expect(wanted.filter((text) => !heard.has(text))).toEqual([]);
});
