import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, type Json } from './canonical-json.ts';

/** Written down anew without any memory of shapes. */
function plainly(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${plainly(member)}`).join(',')}}`;
}

it('is the same text for the same content, in whatever order it was put together, and the first time as the second', () => {
  const entry = { number: 7, at: '2026-03-02T04:05:06.789Z', detail: { state: 'accepted', id: 'a' } };
  const turned = { detail: { id: 'a', state: 'accepted' }, at: entry.at, number: 7 };
  const text = '{"at":"2026-03-02T04:05:06.789Z","detail":{"id":"a","state":"accepted"},"number":7}';
  for (const value of [entry, turned, entry, turned]) expect(canonicalJson(value)).toBe(text);
});

it('does not take one shape for another when keys hold quotes, commas, nothing or names of objects’ own', () => {
  const key = fc.constantFrom(
    '',
    ',',
    '"',
    'a',
    'a,b',
    'b',
    '10',
    '9',
    '__proto__',
    'constructor',
    '\u{1F600}',
    '\uFFFF',
  );
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(
        fc.string(),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
      ),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 6 }),
    ),
  }));
  fc.assert(
    fc.property(value, (json) => canonicalJson(json) === plainly(json)),
    { numRuns: 500 },
  );
});

it('stays right when more shapes have been there than it keeps', () => {
  for (let index = 0; index < 5_000; index += 1) {
    const json = { [`z${String(index)}`]: index, a: [1, { c: 2, b: 1 }] };
    expect(canonicalJson(json)).toBe(`{"a":[1,{"b":1,"c":2}],"z${String(index)}":${String(index)}}`);
  }
});
