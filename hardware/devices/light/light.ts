import type { LightPattern } from '../../../domain/terminal/ports/light.ts';
import type { Device } from '../../device.ts';

/** The status light: tells staff across the room how the terminal stands. */
export interface Light extends Device {
  readonly name: 'light';
  /** From now on, also on a lamp that is plugged in later. */
  show(pattern: LightPattern): void;
}
