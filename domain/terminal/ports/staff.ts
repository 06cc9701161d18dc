import type { PinRefusal, StaffChangeRefusal, StaffRefusal } from '../../codes.ts';
import type { StaffMember, StaffRole } from '../../identity/staff.ts';
import type { Failure, Result } from '../../result.ts';

export interface StaffPort {
  /** `badge` is the text of the scanned badge. Never logs either argument. */
  verify(badge: string, pin: string): Promise<Result<StaffMember, Failure<StaffRefusal>>>;
  /**
   * Sets a new PIN for somebody who has just signed in with the old one; here at once, everywhere when the platform
   * has it.
   */
  changePin(staffId: string, newPin: string): Promise<Result<null, Failure<PinRefusal>>>;
  /** The staff number whose badge this is, for the audit chain; null: none of the list that is in force. */
  holderOf(badge: string): Promise<string | null>;
  /** Whoever may sign in here, and how they stand. */
  people(): Promise<readonly StaffPerson[]>;
  unlock(staffId: string, by: string): Promise<Result<null, Failure<StaffChangeRefusal>>>;
  blockBadge(staffId: string, by: string): Promise<Result<null, Failure<StaffChangeRefusal>>>;
}

/** Somebody on the staff list, for the page on which a supervisor unlocks and blocks. No name: the list has none. */
export interface StaffPerson {
  readonly staffId: string;
  readonly role: StaffRole;
  readonly standing: 'active' | 'inactive' | 'locked' | 'badge-blocked';
}
