import type { StaffRole } from '../identity/staff.ts';
import type { ExerciseName } from './exercise-names.ts';
import type { Overlay } from '../terminal/view/overlay.ts';
import type { Screen } from '../terminal/view/screen.ts';
import type { View } from '../terminal/view/view.ts';

/** What a view has to show for a step to be done; all that is given has to hold. */
interface Sign {
  readonly screen?: readonly Screen['id'][];
  readonly overlay?: Overlay['id'];
  readonly role?: StaffRole;
  /** A list of problems lies on the drive. */
  readonly saved?: true;
}

/** Message `practice.step.<exercise>.<step>`: what to do, and where to find it. */
interface ExerciseStep {
  readonly step: string;
  readonly done: Sign;
}

export const EXERCISES: Readonly<Record<ExerciseName, readonly ExerciseStep[]>> = {
  'with-card': [
    { step: 'card', done: { screen: ['read-result'] } },
    { step: 'details', done: { screen: ['staff-needed', 'attest', 'review'] } },
    { step: 'attest', done: { screen: ['review'] } },
    { step: 'confirm', done: { screen: ['receipt'] } },
  ],
  'typed-number': [
    { step: 'type', done: { screen: ['typed-number-check'] } },
    { step: 'compare', done: { screen: ['attest'] } },
    { step: 'confirm', done: { screen: ['receipt'] } },
  ],
  'leaves-halfway': [
    { step: 'begin', done: { screen: ['question'] } },
    { step: 'put-aside', done: { screen: ['resume-slip'] } },
    { step: 'take-up', done: { screen: ['resume-row'] } },
    { step: 'go-on', done: { screen: ['question', 'resume-changed'] } },
  ],
  offline: [
    { step: 'choose', done: { screen: ['ask'] } },
    { step: 'prepare', done: { screen: ['prepared'] } },
  ],
  'remittance-file': [
    { step: 'open', done: { screen: ['file-choose'] } },
    { step: 'check', done: { screen: ['file-result'] } },
    { step: 'save', done: { screen: ['file-result'], saved: true } },
  ],
  'hand-over': [
    { step: 'officer', done: { role: 'officer' } },
    { step: 'badge', done: { overlay: 'staff-pin', role: 'officer' } },
    { step: 'supervisor', done: { role: 'supervisor' } },
  ],
};

/** Whether a view shows that the step is done. Looks at names of pages and roles, never at a value. */
export function showsDone({ screen, overlay, chrome }: View, { done }: ExerciseStep): boolean {
  if (done.screen !== undefined && !done.screen.includes(screen.id)) return false;
  if (done.overlay !== undefined && overlay?.id !== done.overlay) return false;
  if (done.role !== undefined && chrome.assist?.role !== done.role) return false;
  return done.saved === undefined || (screen.id === 'file-result' && screen.saved?.ok === true);
}
