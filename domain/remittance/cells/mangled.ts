import type { CellFormat } from '../columns.ts';
import type { RemittanceCode } from '../problems/codes.ts';

/** A visible ASCII cell that begins with none of a spreadsheet's marks and has no power of ten: nothing to look for. */
const PLAIN = /^(?!['=#+-])[!-~]+$/;
const CONTROL = /[\p{Cc}\p{Cf}\ufffd]/u;
const SPREADSHEET_ERROR = /^#(?:REF!|N\/A|VALUE!|NAME\?|NUM!|DIV\/0!|NULL!|SPILL!|CALC!|#+)$/i;
/** `="00123"` and `'00123` keep zeros on a screen and are wrong in a file. */
const SPREADSHEET_MARK = /^(?:=|'.)/;
const FULL_WIDTH = /[\uff01-\uff5e\u3000]/u;
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?E\+\d+$|^[+-]?\d+[.,]\d+E-?\d+$/i;

/** What a spreadsheet, an input method or a copy did to a cell, whatever its column; null when nothing shows. */
export function mangling(text: string, format: CellFormat): RemittanceCode | null {
  if (PLAIN.test(text)) return SCIENTIFIC.test(text) ? 'scientific-notation' : null;
  if (CONTROL.test(text)) return 'control-characters';
  if (SPREADSHEET_ERROR.test(text)) return 'spreadsheet-error';
  if (SPREADSHEET_MARK.test(text)) return 'spreadsheet-mark';
  if (SCIENTIFIC.test(text)) return 'scientific-notation';
  const chineseName = format.kind === 'name' && format.script === 'chinese';
  return !chineseName && FULL_WIDTH.test(text) ? 'full-width' : null;
}
