import { expect, test } from 'vitest';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import { createAttestationWatch } from './attestation-watch.ts';

const MINUTE = 60_000;

function watch(profile: 'kiosk' | 'van') {
  let now = 0;
  const audited: AuditEntry[] = [];
  const watching = createAttestationWatch({
    profile,
    budget: () => now,
    audit: (entry) => audited.push(entry),
  });
  return {
    audited,
    watching,
    /** So many attestations by this person, so far apart. */
    attests: (staffId: string, count: number, apart: number) => {
      for (let done = 0; done < count; done += 1) {
        now += apart;
        watching.saw({ event: 'staff.attested', actor: 'staff', staffId, detail: { means: 'reader' } });
      }
    },
  };
}

test('a busy counter, a card every three minutes, is nothing unusual', () => {
  const { attests, audited, watching } = watch('kiosk');
  attests('S1', 100, 3 * MINUTE);
  expect(audited).toEqual([]);
  expect(watching.unusual()).toEqual([]);
});

test('somebody who signs one after the other is noticed once an hour, by number and count', () => {
  const { attests, audited, watching } = watch('kiosk');
  attests('S1', 60, MINUTE / 2);
  attests('S2', 5, MINUTE);
  expect(audited).toEqual([
    { event: 'staff.attesting-unusual', actor: 'system', staffId: 'S1', detail: { count: 21 } },
  ]);
  expect(watching.unusual()).toEqual(['S1']);
  attests('S1', 80, MINUTE / 2);
  expect(audited).toHaveLength(2);
});

test('a lane of a van takes a worker a minute, and not two', () => {
  const usual = watch('van');
  usual.attests('S1', 120, MINUTE + 1);
  expect(usual.audited).toEqual([]);
  usual.attests('S1', 120, MINUTE / 2);
  expect(usual.audited).toHaveLength(1);
});

test('what is no attestation is none', () => {
  const { watching, audited } = watch('kiosk');
  for (const entry of [
    null,
    'text',
    {},
    { event: 'staff.attested' },
    { event: 'staff.signed-in', staffId: 'S1' },
  ])
    for (let count = 0; count < 50; count += 1) watching.saw(entry);
  expect(audited).toEqual([]);
});

test('switching the terminal off and on begins no hour anew, and says nothing twice', () => {
  const start = Date.parse('2026-03-02T04:00:00.000Z');
  const at = (minutes: number): string => new Date(start + minutes * MINUTE).toISOString();
  const attested = (minutes: number, staffId = 'S1'): string =>
    JSON.stringify({ number: 1, event: 'staff.attested', actor: 'staff', staffId, at: at(minutes) });
  const before = [
    ...Array.from({ length: 30 }, () => attested(-61, 'S2')),
    ...Array.from({ length: 20 }, (_, count) => attested(count)),
    'not an entry',
  ];

  const first = watch('kiosk');
  first.watching.recall(before, at(30));
  expect(first.watching.unusual()).toEqual([]);
  first.attests('S1', 1, MINUTE);
  expect(first.audited).toMatchObject([
    { event: 'staff.attesting-unusual', staffId: 'S1', detail: { count: 21 } },
  ]);

  const told = JSON.stringify({ ...first.audited[0], at: at(31) });
  const second = watch('kiosk');
  second.watching.recall([...before, attested(31), told], at(33));
  expect(second.watching.unusual()).toEqual(['S1']);
  second.attests('S1', 2, MINUTE);
  expect(second.audited).toEqual([]);
});
