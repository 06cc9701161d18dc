import { REMITTANCE_LIMITS } from '../limits.ts';

/** A line of the file without its end. */
export interface Line {
  readonly text: string;
  /** From 1, as an editor and a spreadsheet count. */
  readonly number: number;
  /** Longer than any row can be: the rest was left out, so that a file without line ends fills no memory. */
  readonly tooLong: boolean;
  /** As the file has it; nothing for a last line without an end, which may be only half of one. */
  readonly end: '\n' | '\r\n' | '\r' | '';
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
  /** A return at the end of a piece: whether it is half of CRLF shows with the next one. */
  let heldReturn = false;
  let number = 0;

  const take = (end: Line['end']): Line => {
    number += 1;
    const line = { text: rest, number, tooLong, end };
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
      if (chunk === '') return [];
      const lines: Line[] = [];
      const whole = heldReturn ? `\r${chunk}` : chunk;
      heldReturn = whole.endsWith('\r');
      const text = heldReturn ? whole.slice(0, -1) : whole;
      let from = 0;
      for (const { index, 0: end } of text.matchAll(/\r\n|[\r\n]/g)) {
        keep(text.slice(from, index));
        lines.push(take(end as Line['end']));
        from = index + end.length;
      }
      keep(text.slice(from));
      return lines;
    },
    end() {
      if (heldReturn) return [take('\r')];
      return rest === '' ? [] : [take('')];
    },
  };
}
