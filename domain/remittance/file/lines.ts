import { REMITTANCE_LIMITS } from '../limits.ts';

/** A line of the file without its end. */
export interface Line {
  readonly text: string;
  /** From 1, as an editor and a spreadsheet count. */
  readonly number: number;
  /** Longer than any row can be: the rest was left out, so that a file without line ends fills no memory. */
  readonly tooLong: boolean;
  /** False for a last line without an end: it may be only half of one. */
  readonly ended: boolean;
}

export interface LineReader {
  readonly push: (chunk: string) => readonly Line[];
  /** The last line when it had no end. */
  readonly end: () => readonly Line[];
}

/** Cuts text that comes in pieces into lines; LF, CRLF and CR end one. */
export function createLineReader(mostCharacters: number = REMITTANCE_LIMITS.rowCharacters): LineReader {
  let rest = '';
  let tooLong = false;
  let afterReturn = false;
  let number = 0;

  const take = (text: string, ended: boolean): Line => {
    number += 1;
    const line = { text: rest + text, number, tooLong, ended };
    rest = '';
    tooLong = false;
    return line;
  };
  const keep = (text: string): void => {
    if (rest.length + text.length > mostCharacters) tooLong = true;
    if (rest.length < mostCharacters) rest += text.slice(0, mostCharacters - rest.length);
  };

  return {
    push(chunk) {
      const lines: Line[] = [];
      let from = afterReturn && chunk.startsWith('\n') ? 1 : 0;
      if (chunk !== '') afterReturn = false;
      for (const { index, 0: end } of chunk.matchAll(/\r\n|[\r\n]/g)) {
        if (index < from) continue;
        keep(chunk.slice(from, index));
        lines.push(take('', true));
        from = index + end.length;
        afterReturn = end === '\r' && from === chunk.length;
      }
      keep(chunk.slice(from));
      return lines;
    },
    end: () => (rest === '' ? [] : [take('', false)]),
  };
}
