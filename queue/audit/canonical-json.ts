export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The same bytes for the same content: keys sorted by code unit, no white space (as RFC 8785 for the strings, safe
 * integers and booleans that we have; fractions are written by JSON.stringify).
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let text = '{';
  for (const { key, before } of membersOf(Object.keys(value))) {
    text += before + canonicalJson(value[key] ?? null);
  }
  return `${text}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

interface Member {
  readonly key: string;
  /** What stands before its value: the separator, the key in quotes, the colon. */
  readonly before: string;
}

/** One step for each key, in the order in which an object has them; the members are known where a step ends. */
interface Shape {
  readonly next: Map<string, Shape>;
  members: readonly Member[] | null;
}

const SHAPES: Shape = { next: new Map(), members: null };
/** Our objects have some dozens of shapes; what comes from elsewhere must not fill the memory. */
const MOST_STEPS = 4_096;
let steps = 0;

/** Sorting and quoting the keys takes half of the time, and nearly every audit entry is of a shape that was there before. */
function membersOf(keys: readonly string[]): readonly Member[] {
  let shape = SHAPES;
  for (const key of keys) {
    let next = shape.next.get(key);
    if (next === undefined) {
      if (steps >= MOST_STEPS) return sorted(keys);
      next = { next: new Map(), members: null };
      shape.next.set(key, next);
      steps += 1;
    }
    shape = next;
  }
  shape.members ??= sorted(keys);
  return shape.members;
}

function sorted(keys: readonly string[]): readonly Member[] {
  return keys.toSorted().map((key, at) => ({ key, before: `${at === 0 ? '' : ','}${JSON.stringify(key)}:` }));
}
