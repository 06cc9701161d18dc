import type { ScanSource } from './badge-reader.ts';

/**
 * Texts on the badges of the demo's staff, by the name the simulator knows them under. They are those of the gateway's
 * development staff list, which rooms may not import from each other. Whoever has such a text has the badge, so a real
 * one is random and in no repository.
 */
export const FIXTURE_BADGES = {
  'officer-01': 'EMPF-BADGE:1:S2041:q7Zt0mWc4R9xKf2B',
  'assistant-01': 'EMPF-BADGE:1:S3107:Hn5yV8sLd1Jp6TgE',
  'supervisor-01': 'EMPF-BADGE:1:S1008:bW3kQ7rXz9Nc5MfU',
  'van-operator-01': 'EMPF-BADGE:1:S4052:Tz6pL2vQf8Kd3WnA',
  'technician-01': 'EMPF-BADGE:1:S5063:Yd4hR9mTc7Bv2KsX',
} as const;
export const FIXTURE_BADGE_NAMES = Object.keys(FIXTURE_BADGES) as (keyof typeof FIXTURE_BADGES)[];

export interface SimulatedBadgeScanner {
  readonly source: ScanSource;
  scan(text: string): void;
}

export function createSimulatedBadgeScanner(): SimulatedBadgeScanner {
  const listeners = new Set<(text: string) => void>();
  return {
    source: {
      simulated: true,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    },
    scan: (text) => {
      for (const listener of listeners) listener(text);
    },
  };
}
