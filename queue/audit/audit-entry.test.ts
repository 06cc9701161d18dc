import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { canonicalJson, type Json } from './canonical-json.ts';
import { isAuditCode, parseAuditEntry } from './audit-entry.ts';

const ENTRY = { event: 'submission.parked', actor: 'system' };

/** Anything that looks like an identity card number, with any text around it. */
const identityNumber = fc
  .tuple(
    fc.constantFrom('', 'a', 'kept-', 'x.y:'),
    fc.constantFrom('A', 'WX', 'z', 'ab'),
    fc.integer({ min: 0, max: 999_999 }),
    fc.constantFrom('3', 'A', '(3)', '(A)', ''),
  )
  .map(([before, letters, digits, check]) => `${before}${letters}${String(digits).padStart(6, '0')}${check}`);
const phoneNumber = fc
  .tuple(fc.constantFrom('', '+852', '+852 ', 'tel-'), fc.integer({ min: 20_000_000, max: 99_999_999 }))
  .map(([before, digits]) => `${before}${String(digits)}`);

describe('what may stand in the audit log', () => {
  test('events, actors and short codes', () => {
    const detail = {
      id: '01a20478-dbc4-74ba-a370-e0e9536505f7',
      code: 'payload-invalid',
      attempts: 3,
      locale: 'zh-Hant',
    };
    const entry = {
      event: 'session.ended',
      actor: 'staff',
      staffId: 'S1001',
      sessionId: 'session-1',
      detail,
    } as const;
    expect(parseAuditEntry(entry)).toEqual({ ok: true, value: entry });
  });

  test.each([
    ['an event nobody declared', { ...ENTRY, event: 'member.named' }, 'event'],
    ['a key nobody declared', { ...ENTRY, member: 'x' }, 'entry'],
    ['a detail nobody declared', { ...ENTRY, detail: { surname: 'x' } }, 'detail'],
    ['a detail with structure', { ...ENTRY, detail: { code: { x: 1 } } }, 'detail'],
    ['a name', { ...ENTRY, detail: { code: 'CHAN Tai Man' } }, 'detail'],
    ['a name in small letters', { ...ENTRY, detail: { code: 'chan tai man' } }, 'detail'],
    ['a Chinese name', { ...ENTRY, detail: { code: '陳大文' } }, 'detail'],
    ['a mail address', { ...ENTRY, detail: { code: 'someone@example.com' } }, 'detail'],
    ['a telephone number as a number', { ...ENTRY, detail: { attempts: 55_501_984 } }, 'detail'],
    ['a staff number with a name', { ...ENTRY, staffId: 'Chan Tai Man' }, 'staffId'],
    ['no object', 'submission.parked', 'entry'],
    ['nothing', null, 'entry'],
  ])('%s is refused, and the refusal does not repeat it', (_, entry, place) => {
    expect(parseAuditEntry(entry)).toEqual({ ok: false, code: 'audit-refused', params: { place } });
  });

  test('no identity card number and no telephone number, whatever is around it', () => {
    fc.assert(
      fc.property(fc.oneof(identityNumber, phoneNumber), (text) => {
        expect(isAuditCode(text)).toBe(false);
        expect(parseAuditEntry({ ...ENTRY, detail: { code: text } }).ok).toBe(false);
      }),
    );
  });
});

describe('the same content has the same bytes', () => {
  test('whatever the order of its keys', () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (content) => {
        const value = content as Json;
        const reversed = Object.fromEntries(Object.entries(content).reverse()) as Json;
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
