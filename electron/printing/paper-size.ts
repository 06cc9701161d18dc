import type { PaperOutput } from '../../domain/paper/paper.ts';

/** Millimetres. */
interface PaperSize {
  readonly width: number;
  readonly height: number;
}

const A4: PaperSize = { width: 210, height: 297 };
/** A roll of 80 mm; a cutter needs so much, and no slip is longer than this. */
const ROLL = { width: 80, least: 60, most: 600 } as const;

const PIXELS_PER_MILLIMETRE = 96 / 25.4;

/** The sheet, or so much of the roll as the slip needs. @param height of what is printed, in CSS pixels */
export function paperSize(output: PaperOutput, height: number): PaperSize {
  if (output === 'documents') return A4;
  const needed = Math.ceil(height / PIXELS_PER_MILLIMETRE);
  return { width: ROLL.width, height: Math.min(Math.max(needed, ROLL.least), ROLL.most) };
}
