import { fail, ok } from '../../../domain/result.ts';
import { bareAuditEntry, parseAuditEntry } from '../../audit/audit-entry.ts';
import { verifyAuditOf } from '../../audit/audit-verify.ts';
import type { Context } from '../context.ts';
import type { AuditSide } from '../queue-interface.ts';

const ACKNOWLEDGEMENT_FACT = 'audit-acknowledgement';

/** The audit chain, and how far the platform holds it. */
export function auditSide({ store, now }: Context, databaseId: string): AuditSide {
  const append: AuditSide['audit']['append'] = (entry) => {
    const parsed = parseAuditEntry(entry);
    if (!parsed.ok) return parsed;
    return store.write((session) => {
      session.audit.append(parsed.value, now().place);
      return ok(null);
    });
  };

  return {
    audit: {
      append,
      record(entry) {
        const parsed = parseAuditEntry(entry);
        const written = parsed.ok ? parsed.value : bareAuditEntry(entry);
        if (written === null) return fail('audit-refused', { place: 'event' });
        const appended = append(written);
        if (!appended.ok) return appended;
        return ok(parsed.ok ? 'whole' : 'bare');
      },
    },

    verifyAudit(options) {
      const verified = store.read((session) => verifyAuditOf(session.connection, options));
      return verified.ok ? verified.value : verified;
    },

    auditSince: (number, limit) =>
      store.read((session) => ({
        databaseId,
        rows: session.statements.auditSince.all(number, limit),
        head: session.statements.counter.get('audit')?.value ?? 0,
      })),

    auditAcknowledged: () =>
      store.read((session) => session.statements.counter.get('audit-acknowledged')?.value ?? 0),

    noteAuditAcknowledged: (number, acknowledgement) =>
      store.write((session) => {
        const known = session.statements.counter.get('audit-acknowledged')?.value ?? 0;
        if (number <= known) return ok(null);
        session.statements.setCounter.run(number, 'audit-acknowledged');
        session.statements.setFact.run(ACKNOWLEDGEMENT_FACT, acknowledgement);
        return ok(null);
      }),
  };
}
