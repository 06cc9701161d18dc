import type { Lamp, LightPattern } from './light.ts';

export interface SimulatedLamp {
  readonly lamp: Lamp;
  /** What it shows now. */
  readonly pattern: LightPattern;
}

export function createSimulatedLamp(): SimulatedLamp {
  let pattern: LightPattern = 'off';
  return {
    lamp: {
      simulated: true,
      show: (shown) => {
        pattern = shown;
      },
    },
    get pattern() {
      return pattern;
    },
  };
}
