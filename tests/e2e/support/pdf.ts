import { execFileSync } from 'node:child_process';

/** What a printed PDF is, read by tools that know nothing of us (poppler-utils). */
export interface PrintedPdf {
  /** Its words, in the order in which they stand. */
  readonly text: string;
  readonly pages: number;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** Names of the fonts, and whether each is in the file. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
}

const POINTS_PER_MILLIMETRE = 72 / 25.4;

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8' });
}

export function readPdf(path: string): PrintedPdf {
  const facts = run('pdfinfo', [path]);
  const [, width = '0', height = '0'] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(facts) ?? [];
  const [, , ...rows] = run('pdffonts', [path]).trim().split('\n');
  return {
    text: run('pdftotext', ['-layout', path, '-']),
    pages: Number(/Pages:\s+(\d+)/.exec(facts)?.[1]),
    width: Math.round(Number(width) / POINTS_PER_MILLIMETRE),
    height: Math.round(Number(height) / POINTS_PER_MILLIMETRE),
    // Columns: name, type (two words), encoding, emb, sub, uni, object id.
    fonts: rows.map((row) => {
      const words = row.trim().split(/\s+/);
      return { name: words[0] ?? '', embedded: words.at(-5) === 'yes' };
    }),
  };
}

/** Draws the first page as a picture, to be looked at. @param to without ending */
export function drawPdf(path: string, to: string): void {
  run('pdftoppm', ['-png', '-r', '110', '-singlefile', path, to]);
}
