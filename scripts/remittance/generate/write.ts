import { cellsOf, csvLine } from '../../../domain/remittance/row/write-row.ts';
import { createTextFile } from '../text-file.ts';
import { faultyRow, inventedRow } from './rows.ts';

/**
 * Writes a file of invented rows, in pieces.
 *
 * @param faultyPerThousand rows with one fault each, spread evenly
 */
export function writeInventedFile(path: string, rows: number, faultyPerThousand = 0): void {
  const file = createTextFile(path);
  for (let index = 0; index < rows; index += 1) {
    const row = index % 1000 < faultyPerThousand ? faultyRow(index) : inventedRow(index);
    file.write(`${csvLine(cellsOf(row))}\r\n`);
  }
  file.finish();
}
