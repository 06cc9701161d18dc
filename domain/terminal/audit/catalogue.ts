import type { AuditEventId } from './entry.ts';
import { MACHINE_EVENTS } from './events/machine.ts';
import { REQUEST_EVENTS } from './events/request.ts';
import { STAFF_EVENTS } from './events/staff.ts';
import { SUBMISSION_EVENTS } from './events/submission.ts';
import { UPKEEP_EVENTS } from './events/upkeep.ts';
import { VISIT_EVENTS } from './events/visit.ts';
import { WORK_DAY_EVENTS } from './events/work-day.ts';
import type { AuditEventFacts } from './facts.ts';

/** The facts of every entry, in the order of `AUDIT_EVENTS`. */
export const AUDIT_CATALOGUE: Readonly<Record<AuditEventId, AuditEventFacts>> = {
  ...MACHINE_EVENTS,
  ...VISIT_EVENTS,
  ...STAFF_EVENTS,
  ...SUBMISSION_EVENTS,
  ...REQUEST_EVENTS,
  ...UPKEEP_EVENTS,
  ...WORK_DAY_EVENTS,
};
