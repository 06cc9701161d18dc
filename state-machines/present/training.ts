import type { StaffMember } from '../../domain/identity/staff.ts';
import { type TrainingEnd, trainingEnd } from '../../domain/identity/training.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { Outside } from '../outside.ts';

/** What whoever is signed in is told of the end of their identity training, for a page of staff's. */
export function trainingOf(
  staff: StaffMember | null,
  { ports }: Outside,
): { readonly training?: TrainingEnd } {
  const training = staff === null ? null : trainingEnd(staff, hongKongDate(ports.now()));
  return training === null ? {} : { training };
}
