import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { canonicalJson, type Json } from './canonical-json.ts';
import { AUDIT_CATALOGUE } from '../../domain/terminal/audit/catalogue.ts';
import { AUDIT_VALUES } from '../../domain/terminal/audit/values.ts';
import { AUDIT_EVENTS } from '../../domain/terminal/audit/entry.ts';
import { bareAuditEntry, isAuditCode, parseAuditEntry } from './audit-entry.ts';

const EVERY_KEY = [...new Set(Object.values(AUDIT_CATALOGUE).flatMap(({ detail }) => detail))];
/** Reasons that the platform, the disk or staff give: here a word may be anything that looks like a code. */
const OPEN_KEYS: readonly string[] = ['code', 'how'];
const EXAMPLES: Readonly<Record<string, string | number | boolean>> = {
  number: 7,
  'yes-or-no': true,
  id: '01a20478-dbc4-74ba-a370-e0e9536505f7',
  reference: 'K0127-A0001-4',
  version: '1.2.3',
  hash: 'p'.repeat(64),
  draft: 'draft-k7m2',
  code: 'payload-invalid',
};

function exampleOf(key: string): string | number | boolean {
  const allowed = AUDIT_VALUES[key] ?? 'code';
  return typeof allowed === 'string' ? (EXAMPLES[allowed] ?? '') : (allowed[0] ?? '');
}

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
    const detail = { id: '01a20478-dbc4-74ba-a370-e0e9536505f7', outcome: 'payload-refused', attempts: 3 };
    const entry = {
      event: 'submission.received',
      actor: 'system',
      sessionId: 'session-1',
      detail: { ...detail, reference: 'K0127-A0001-4' },
    } as const;
    expect(parseAuditEntry(entry)).toEqual({ ok: true, value: entry });
    const ended = {
      event: 'session.ended',
      actor: 'staff',
      staffId: 'S1001',
      detail: { how: 'done' },
    } as const;
    expect(parseAuditEntry(ended)).toEqual({ ok: true, value: ended });
  });

  test('the size of a file may have as many digits as a telephone number, and nothing else may', () => {
    const entry = { event: 'attachment.kept', actor: 'member', detail: { bytes: 20_971_520 } };
    expect(parseAuditEntry(entry).ok).toBe(true);
    const other = { event: 'export.completed', actor: 'staff', detail: { count: 20_971_520 } };
    expect(parseAuditEntry(other)).toMatchObject({ ok: false, params: { place: 'detail' } });
  });

  test.each(AUDIT_EVENTS)('%s says no more than its line in the catalogue, by nobody else', (event) => {
    const { actors, detail } = AUDIT_CATALOGUE[event];
    const [actor] = actors;
    for (const key of detail) {
      expect(parseAuditEntry({ event, actor, detail: { [key]: exampleOf(key) } })).toMatchObject({
        ok: true,
      });
      expect(parseAuditEntry({ event, actor, detail: { [key]: 'chan' } }).ok).toBe(OPEN_KEYS.includes(key));
    }
    const foreign = EVERY_KEY.filter((key) => !detail.includes(key));
    for (const key of foreign) {
      const entry = { event, actor, detail: { [key]: exampleOf(key) } };
      expect(parseAuditEntry(entry)).toMatchObject({ ok: false, params: { place: 'detail' } });
    }
    for (const other of (['member', 'staff', 'system'] as const).filter((one) => !actors.includes(one))) {
      expect(parseAuditEntry({ event, actor: other })).toMatchObject({
        ok: false,
        params: { place: 'actor' },
      });
    }
  });

  test('a policy’s version and a loss are numbers where they are known; several reasons stand together', () => {
    for (const entry of [
      { event: 'policy.taken', detail: { version: 12 } },
      { event: 'database.salvaged', detail: { missing: 2 } },
      { event: 'database.salvaged', detail: { missing: 'unknown' } },
      { event: 'terminal.out-of-service', detail: { reasons: 'not-enrolled.disk-full' } },
      { event: 'correction.opened', actor: 'member', detail: { id: '', result: 'offline' } },
    ])
      expect(parseAuditEntry({ actor: 'system', ...entry })).toMatchObject({ ok: true });
    const named = {
      event: 'terminal.out-of-service',
      actor: 'system',
      detail: { reasons: 'disk-full.chan' },
    };
    expect(parseAuditEntry(named)).toMatchObject({ ok: false, params: { place: 'detail' } });
  });

  test.each(AUDIT_EVENTS)('%s is not lost when it says too much', (event) => {
    const bare = bareAuditEntry({ event, actor: 'member', detail: { surname: 'CHAN' } });
    expect(bare).toEqual({ event, actor: 'system', detail: { code: 'entry-refused' } });
    expect(parseAuditEntry(bare)).toEqual({ ok: true, value: bare });
  });

  test('what is no event at all has nothing to be written', () => {
    for (const entry of [null, 'session.ended', {}, { event: 'member.named' }, { event: 7 }])
      expect(bareAuditEntry(entry)).toBeNull();
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
    ['a telephone number as a number', { ...ENTRY, detail: { code: 55_501_984 } }, 'detail'],
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
