import { createLineReader } from './lines.ts';

/** The rows of a file in two texts, each line as it came, in the order of the file. */
export interface SplitText {
  readonly going: string;
  readonly staying: string;
}

/**
 * Cuts a file's text into the lines that go and those that stay; a line that is in neither (blank, or the mark that old
 * programs write at the end) is in none of the two.
 *
 * @param text the whole file, decoded
 * @param rows line numbers, from 1
 */
export function splitRows(
  text: string,
  rows: { readonly going: ReadonlySet<number>; readonly staying: ReadonlySet<number> },
): SplitText {
  // Of a line that is too long to be a row, all of it is given back.
  const reader = createLineReader(Infinity);
  const going: string[] = [];
  const staying: string[] = [];
  for (const line of [...reader.push(text), ...reader.end()]) {
    const whole = `${line.text}${line.end}`;
    if (rows.going.has(line.number)) going.push(whole);
    else if (rows.staying.has(line.number)) staying.push(whole);
  }
  // Files that were joined have a mark in their middle too; at the beginning it would be that of the whole.
  return { going: going.join('').replace(/^\ufeff/, ''), staying: staying.join('').replace(/^\ufeff/, '') };
}
