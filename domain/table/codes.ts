/** `fatal`: the file cannot be read as it is. `error`: the row stays. `warning`: it goes, but look. */
export type Severity = 'fatal' | 'error' | 'warning';

/** What can be said about any table that a file holds, before one of its cells is looked at. */
export const TABLE_SEVERITIES = {
  'file-empty': 'fatal',
  'file-no-rows': 'fatal',
  'file-spreadsheet': 'fatal',
  'file-pdf': 'fatal',
  'file-not-text': 'fatal',
  'file-markup': 'fatal',
  'file-encoding-unknown': 'fatal',
  'file-delimiter': 'fatal',
  'header-missing': 'fatal',
  'heading-unknown': 'fatal',
  'heading-twice': 'fatal',
  'column-missing': 'fatal',
  'encoding-big5': 'warning',
  'encoding-utf-16': 'warning',
  'last-row-open': 'warning',

  'row-cut-short': 'error',
  'row-too-long': 'error',
  'cell-count': 'error',
  'quote-not-closed': 'error',
  'quote-misplaced': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

export type TableCode = keyof typeof TABLE_SEVERITIES;
