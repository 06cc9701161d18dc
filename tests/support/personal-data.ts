import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Forms in which a text may hide in a file. */
function encodings(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  // Base64 depends on where the text starts within three bytes; the inner part of each of the three forms is searched.
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replaceAll('=', '');
    return Buffer.from(encoded.slice(shift === 0 ? 0 : 4, -2));
  });
  return [
    utf8,
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    Buffer.from(utf8.toString('hex')),
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(JSON.stringify(text).slice(1, -1)),
    ...base64.filter((form) => form.length >= 6),
  ];
}

export interface Finding {
  readonly file: string;
  /** Which of the searched texts, by its place in the list: the text itself is not repeated. */
  readonly index: number;
}

/**
 * Searches every file under a folder, names of files included, for personal texts in the encodings above.
 * @param texts numbers, names, phones and e-mails of invented people
 */
export function findPersonalData(folder: string, texts: readonly string[]): Finding[] {
  const needles = texts.map(encodings);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return files.flatMap((path) => {
    const file = relative(folder, path);
    const haystack = Buffer.concat([Buffer.from(file), Buffer.from('\n'), readFileSync(path)]);
    return needles.flatMap((forms, index) =>
      forms.some((form) => haystack.includes(form)) ? [{ file, index }] : [],
    );
  });
}
