/**
 * What the status light says to staff across the room. `help-coming`: somebody with a badge said that they are on their
 * way. `fault`: the machine needs a technician; a lamp shows it by itself when the program is gone.
 */
export const LIGHT_PATTERNS = [
  'off',
  'idle',
  'in-use',
  'help-wanted',
  'help-coming',
  'out-of-service',
  'fault',
  'practice',
] as const;
export type LightPattern = (typeof LIGHT_PATTERNS)[number];
