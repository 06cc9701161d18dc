const ALLOWED_KEYS = [
  'Tab',
  'Enter',
  'Backspace',
  'Delete',
  'Escape',
  'Shift',
  ' ',
  'Process',
  'Unidentified',
];

/**
 * Plain characters and the keys that move between controls; no function keys and no combination with Ctrl, Alt or
 * Meta, which is where reload, zoom, print and quit live. A keyboard is plugged in by staff or by an attacker.
 */
export function isTextInput(input: { key: string; control: boolean; alt: boolean; meta: boolean }): boolean {
  if (input.control || input.alt || input.meta) return false;
  return /^.$/u.test(input.key) || ALLOWED_KEYS.includes(input.key) || /^Arrow/.test(input.key);
}
