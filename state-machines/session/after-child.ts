import { roleMay } from '../../domain/identity/permissions.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import { NO_PAGE, type OpenPage } from './parking/later.ts';
import type { Visit } from './context/visit.ts';
import type { SessionContext } from './context/context.ts';

/** The page of a flow that runs, or how it ended. */
export interface Opened {
  readonly open?: OpenPage;
  readonly back?: true;
}

/** The page on which a code that was sent is typed. */
export interface Awaiting {
  readonly awaitingCode?: boolean;
}

/** Whoever goes back before the first page finds what they typed when they come again; a change given up is forgotten. */
export function openAfter({ open }: Visit, end: Opened, changing: boolean): OpenPage {
  return end.open ?? (end.back === true && !changing ? { ...NO_PAGE, typed: open.typed } : NO_PAGE);
}

/** Whoever signs in at a counter and may hold a visit sits at it from then on. */
export function attendantAfter({ outside, visit }: SessionContext, staff: StaffMember): StaffMember | null {
  const sits = outside.config.profile === 'station' && roleMay(staff.role, 'hold-session');
  return sits && staff.mustChangePin !== true ? staff : visit.attendant;
}
