import { csvLine } from '../remittance/row/write-row.ts';

/** What a file or paper says of itself that is not for real: made in practice, or by a check that sends nothing. */
export const OUTPUT_MARKS = ['practice', 'mock-run'] as const;
export type OutputMark = (typeof OUTPUT_MARKS)[number];

/** Both languages, whichever the rest is in: whoever finds it must know. */
const WORDS: Readonly<Record<OutputMark, string>> = {
  practice: '練習 PRACTICE　沒有效用 Of no effect',
  'mock-run': '試行核對 MOCK RUN　沒有送出任何資料 Nothing was sent',
};

export function markWords(mark: OutputMark): string {
  return WORDS[mark];
}

/** @param stem name of a file without its ending */
export function markedStem(mark: OutputMark | null, stem: string): string {
  return mark === null ? stem : `${mark}-${stem}`;
}

const BYTE_ORDER_MARK = '\ufeff';

/** A table for people, with the mark as its first line. @param table CSV, with or without a byte order mark */
export function markedTable(mark: OutputMark | null, table: string): string {
  if (mark === null) return table;
  const [start, rest] = table.startsWith(BYTE_ORDER_MARK) ? [BYTE_ORDER_MARK, table.slice(1)] : ['', table];
  return `${start}${csvLine([markWords(mark)])}\r\n${rest}`;
}
