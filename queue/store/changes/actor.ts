import type { AuditEntry } from '../../../domain/terminal/audit/entry.ts';
import type { ByStaff } from '../queue-interface.ts';

/** The part of an audit entry that says who acted. */
export function actorOf(by: ByStaff | undefined): Pick<AuditEntry, 'actor' | 'staffId'> {
  return by === undefined ? { actor: 'system' } : { actor: 'staff', staffId: by.staffId };
}
