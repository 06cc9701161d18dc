import type { PinRefusal } from '../codes.ts';

/** Digits of a PIN that is set on a terminal; one that the platform gave may be shorter (4). */
export const NEW_PIN_DIGITS = { least: 6, most: 12 } as const;

/**
 * What is wrong with a new PIN; null: it may be taken. Refused are those that somebody who has found the badge tries
 * first: one digit over and over, and a row up or down.
 */
export function pinFault(newPin: string): PinRefusal | null {
  const { least, most } = NEW_PIN_DIGITS;
  const isPin = /^\d+$/.test(newPin) && newPin.length >= least && newPin.length <= most;
  return !isPin || isRow(newPin) ? 'pin-easy' : null;
}

/** The same step from every digit to the next: 000000, 123456, 987654. */
function isRow(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, place) => digit - (digits[place] ?? 0));
  const [first = 0] = steps;
  return Math.abs(first) <= 1 && steps.every((step) => step === first);
}
