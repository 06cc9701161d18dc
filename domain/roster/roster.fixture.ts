import { checkCharacter } from '../identity/document/hkid.ts';
import { csvLine } from '../remittance/row/write-row.ts';

/** An invented number with its right check character, as on a card. */
export function numberOnCard(place: number): string {
  const body = `Z${String(100_000 + place).slice(-6)}`;
  return `${body}(${checkCharacter(body)})`;
}

/** A list as a spreadsheet writes it. */
export function rosterFile(headings: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return [headings, ...rows].map((cells) => `${csvLine(cells)}\r\n`).join('');
}
