import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../domain/result.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { QueueEvent, QueuePort } from '../../domain/terminal/ports/queue/queue.ts';
import { createLateQueuePort } from './queue-port.ts';

const COUNTS: QueueEvent = { type: 'COUNTS', pending: 3, parked: 0 };
const ENTRY: AuditEntry = { event: 'terminal.started', actor: 'system' };
const KEPT = { id: 'an-id', reference: 'K0127-A0001-4', keptAt: '2026-11-22T03:10:00.000Z' };

function openPort(): { port: QueuePort; audited: AuditEntry[]; listeners: Set<(event: QueueEvent) => void> } {
  const audited: AuditEntry[] = [];
  const listeners = new Set<(event: QueueEvent) => void>();
  const port: QueuePort = {
    submit: () => Promise.resolve(ok(KEPT)),
    enquire: () => Promise.resolve(fail('not-found')),
    listLeft: () => Promise.resolve(fail('too-many-tries')),
    park: () => Promise.resolve({ ok: false, code: 'unavailable' }),
    takeUp: () => Promise.resolve({ ok: false, code: 'not-found' }),
    employerRules: () => Promise.resolve(fail('not-found')),
    lookUp: () => Promise.resolve(fail('not-found')),
    openCorrection: () => Promise.resolve(fail('not-correctable')),
    beginSignIn: () => Promise.resolve(fail('too-many-tries')),
    signInState: () => Promise.resolve(fail('too-many-tries')),
    endSignIn: () => undefined,
    audit: (entry) => audited.push(entry),
    subscribe: (listener) => {
      listeners.add(listener);
      listener(COUNTS);
      return () => listeners.delete(listener);
    },
  };
  return { port, audited, listeners };
}

const feedback = {
  id: 'an-id',
  kind: 'feedback',
  payload: { schemaVersion: 1, kind: 'feedback', rating: 5, locale: 'en' },
} as const;
const enquiry = { reference: 'K0127-A0001-4', by: 'code', code: 'ABCD2345' } as const;
const claim = {
  person: { hkid: 'C6686689' },
  identification: {
    means: 'reader',
    documentKind: 'hkid',
    authenticity: { method: 'none', result: 'not-performed', middleware: '' },
    attestation: null,
  },
} as const;

describe('before the store is open', () => {
  it('nothing can be kept, asked or corrected, and that is said at once', async () => {
    const late = createLateQueuePort();
    const refused = { ok: false, code: 'unavailable' };
    expect(await late.submit(feedback)).toEqual(refused);
    expect(await late.enquire(enquiry)).toEqual(refused);
    expect(await late.listLeft(claim)).toEqual(refused);
    expect(await late.openCorrection({ reference: enquiry.reference, ...claim })).toEqual(refused);
  });

  it('audit entries wait for it, but not for ever', () => {
    const late = createLateQueuePort();
    for (let entry = 0; entry < 150; entry += 1) late.audit(ENTRY);
    const { port, audited } = openPort();
    late.attach(port);
    expect(audited).toHaveLength(100);
    late.audit(ENTRY);
    expect(audited).toHaveLength(101);
  });
});

describe('once it is open', () => {
  it('everything goes through', async () => {
    const late = createLateQueuePort();
    late.attach(openPort().port);
    expect(await late.submit(feedback)).toEqual({ ok: true, value: KEPT });
    expect(await late.enquire(enquiry)).toEqual({ ok: false, code: 'not-found' });
    expect(await late.listLeft(claim)).toEqual({ ok: false, code: 'too-many-tries' });
    expect(await late.openCorrection({ reference: enquiry.reference, ...claim })).toEqual({
      ok: false,
      code: 'not-correctable',
    });
  });

  it('who listened before and who comes later both hear how things stand', () => {
    const late = createLateQueuePort();
    const heard: string[] = [];
    const leaveEarly = late.subscribe((event) => heard.push(`early ${event.type}`));
    const { port, listeners } = openPort();
    late.attach(port);
    const leaveLate = late.subscribe((event) => heard.push(`late ${event.type}`));
    expect(heard).toEqual(['early COUNTS', 'late COUNTS']);
    for (const listener of listeners) listener(COUNTS);
    expect(heard).toHaveLength(4);
    leaveEarly();
    leaveLate();
    expect(listeners.size).toBe(0);
  });

  it('who left before hears nothing', () => {
    const late = createLateQueuePort();
    const heard: QueueEvent[] = [];
    late.subscribe((event) => heard.push(event))();
    const { port, listeners } = openPort();
    late.attach(port);
    expect(heard).toEqual([]);
    expect(listeners.size).toBe(0);
  });

  it('lost again: refused as before, and whoever listens hears the next one', async () => {
    const late = createLateQueuePort();
    const heard: QueueEvent[] = [];
    late.subscribe((event) => heard.push(event));
    const first = openPort();
    late.attach(first.port);
    late.detach();
    expect(first.listeners.size).toBe(0);
    expect(await late.submit(feedback)).toEqual({ ok: false, code: 'unavailable' });
    late.audit(ENTRY);
    const second = openPort();
    late.attach(second.port);
    expect(heard).toHaveLength(2);
    expect(second.audited).toEqual([ENTRY]);
  });
});
