export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The same bytes for the same content: keys sorted by code unit, no white space (as RFC 8785 for the strings, safe
 * integers and booleans that we have; fractions are written by JSON.stringify).
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const separator = text === '' ? '' : ',';
    text += `${separator}${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`;
  }
  return `{${text}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
