import type { Envelope } from '../../domain/wire/contract.ts';

/** Where order is kept: one lane of one terminal. */
export function placeOf({ terminalId, lane }: Pick<Envelope, 'terminalId' | 'lane'>): string {
  return `${terminalId}/${String(lane)}`;
}

/** The lanes in which something was not taken: what comes after it there is not taken either. */
export interface HeldLanes {
  isHeld(place: string | null): boolean;
  hold(place: string | null): void;
}

export function createHeldLanes(): HeldLanes {
  const held = new Set<string>();
  return {
    isHeld: (place) => place !== null && held.has(place),
    hold: (place) => {
      if (place !== null) held.add(place);
    },
  };
}
