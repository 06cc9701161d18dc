import type { ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { SignInEvent, SignInSnapshot } from './sign-in.machine.ts';

const OWN: readonly ScreenIntent['type'][] = ['STAFF_PIN', 'STAFF_CANCEL', 'NEW_PIN'];

/** Whether badge and PIN are asked and this intent answers it; every other one is for the page beneath. */
export function signInAccepts(signIn: SignInSnapshot | null, intent: ScreenIntent): boolean {
  return !OWN.includes(intent.type) || signIn?.can(intent as SignInEvent) === true;
}
