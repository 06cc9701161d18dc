import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder } from '../../testing/data-folder.ts';
import { openAuditRefusal, readAuditRefusal } from './refusal.ts';

const AT = '2026-03-02T04:10:00.000Z';
const LATER = '2026-03-02T05:10:00.000Z';

test('a refusal is known after a restart, with the time since which it lasts, and gone when the platform takes the log', () => {
  const folder = dataFolder();
  const note = openAuditRefusal(folder);
  expect([note.current(), readAuditRefusal(folder)]).toEqual([null, null]);
  note.note('audit-broken', AT);
  note.note('audit-broken', LATER);
  expect(readAuditRefusal(folder)).toEqual({ code: 'audit-broken', at: AT });
  const next = openAuditRefusal(folder);
  next.note('device-key-differs', LATER);
  expect(openAuditRefusal(folder).current()).toEqual({ code: 'device-key-differs', at: LATER });
  next.clear();
  expect([next.current(), readAuditRefusal(folder)]).toEqual([null, null]);
});

test.each(['', 'garbage', '{"code":"something else","at":"2026-03-02T04:10:00.000Z"}'])(
  'a note that the disk has changed to %j is none',
  (content) => {
    const folder = dataFolder();
    writeFileSync(join(folder, 'audit-refusal'), content);
    expect(readAuditRefusal(folder)).toBeNull();
  },
);

test('a folder that is gone stops nothing', () => {
  const note = openAuditRefusal(join(dataFolder(), 'gone'));
  note.note('audit-broken', AT);
  expect(note.current()?.code).toBe('audit-broken');
  note.clear();
  expect(note.current()).toBeNull();
});
