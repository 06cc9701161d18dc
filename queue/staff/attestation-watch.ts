import { z } from 'zod';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { Profile } from '../../domain/wire/policy.ts';

const HOUR_MS = 3_600_000;

/**
 * Attestations by one person within an hour that are more than people can be served: a card and a face take three
 * minutes at a counter, and one at a lane of a van (facts/wording.md, *Aims*). Our own choice of figures.
 */
const UNUSUAL: Readonly<Record<Profile, number>> = { kiosk: 20, station: 20, van: 60 };

/** Watches how often each person attests; says so once when it is unusual, and again when an hour later it still is. */
export interface AttestationWatch {
  /**
   * At an opening: what the audit chain says of the last hour, so that switching the terminal off and on begins no hour
   * anew.
   * @param entries as they stand in the chain, JSON, in their order
   * @param now ISO instant of the trusted clock; an entry from after it counts as made now
   */
  recall(entries: readonly string[], now: string): void;
  /** Every audit entry that is written comes by here. */
  saw(entry: unknown): void;
  /** Who attested unusually often within the last hour; for the staff pages. */
  unusual(): readonly string[];
}

export interface AttestationWatchOptions {
  readonly profile: Profile;
  /** Milliseconds of the budget clock. */
  readonly budget: () => number;
  readonly audit: (entry: AuditEntry) => void;
}

export function createAttestationWatch({
  profile,
  budget,
  audit,
}: AttestationWatchOptions): AttestationWatch {
  const times = new Map<string, readonly number[]>();
  const told = new Map<string, number>();
  const limit = UNUSUAL[profile];

  function recent(staffId: string, now: number): readonly number[] {
    return (times.get(staffId) ?? []).filter((at) => now - at < HOUR_MS);
  }

  return {
    recall(entries, now) {
      for (const text of entries) {
        const entry = parsed(text);
        if (entry === null) continue;
        const ago = Math.max(0, Date.parse(now) - entry.at);
        if (ago >= HOUR_MS) continue;
        const at = budget() - ago;
        if (entry.event === 'staff.attesting-unusual') told.set(entry.staffId, at);
        else times.set(entry.staffId, [...(times.get(entry.staffId) ?? []), at]);
      }
    },
    saw(entry) {
      const staffId = attestingIn(entry);
      if (staffId === null) return;
      const now = budget();
      const within = [...recent(staffId, now), now];
      times.set(staffId, within);
      if (within.length <= limit || now - (told.get(staffId) ?? -HOUR_MS) < HOUR_MS) return;
      told.set(staffId, now);
      audit({
        event: 'staff.attesting-unusual',
        actor: 'system',
        staffId,
        detail: { count: within.length },
      });
    },
    unusual() {
      const now = budget();
      return [...times.keys()].filter((staffId) => recent(staffId, now).length > limit).sort();
    },
  };
}

function attestingIn(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null || !('event' in entry) || !('staffId' in entry))
    return null;
  return entry.event === 'staff.attested' && typeof entry.staffId === 'string' ? entry.staffId : null;
}

interface Recalled {
  readonly event: string;
  readonly staffId: string;
  /** Milliseconds. */
  readonly at: number;
}

const recalledSchema = z.object({
  event: z.enum(['staff.attested', 'staff.attesting-unusual']),
  staffId: z.string(),
  at: z.iso.datetime(),
});

function parsed(text: string): Recalled | null {
  try {
    const entry = recalledSchema.safeParse(JSON.parse(text));
    return entry.success ? { ...entry.data, at: Date.parse(entry.data.at) } : null;
  } catch {
    return null;
  }
}
