import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { MobileCodeSnapshot } from '../mobile-code.machine.ts';

/** The page of confirming a mobile number. */
export function mobileCodeScreen(snapshot: MobileCodeSnapshot): Screen {
  const { mobile, typed, attempt, error, sentAgain, why } = snapshot.context;
  const canSendAgain = snapshot.can({ type: 'RETRY' });
  if (snapshot.matches('over')) return { id: 'mobile-code-over', why, canSendAgain };
  if (!snapshot.matches('open')) return { id: 'mobile-code-sending' };
  return { id: 'mobile-code', mobile, value: typed, error, canSendAgain, sentAgain, attempt };
}
