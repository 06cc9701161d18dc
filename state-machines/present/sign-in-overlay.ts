import type { Overlay } from '../../domain/terminal/view/overlay.ts';
import type { SignInSnapshot } from '../sign-in/sign-in.machine.ts';

/** Badge and PIN over the page of a van or a counter; null where nobody is signing in. */
export function signInOverlay(signIn: SignInSnapshot | null): Overlay | null {
  if (signIn?.status !== 'active') return null;
  const { refusal, pinRefusal } = signIn.context;
  const saving = signIn.matches('saving');
  if (saving || signIn.matches('newPin')) {
    return { id: 'staff-new-pin', start: true, refusal: pinRefusal, saving };
  }
  const seconds = refusal?.params?.['seconds'];
  return {
    id: 'staff-pin',
    refusal: refusal?.code ?? null,
    waitSeconds: typeof seconds === 'number' ? seconds : null,
    checking: signIn.matches('checking'),
    canSnooze: false,
  };
}
