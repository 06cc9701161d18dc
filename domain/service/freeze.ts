import type { FreezeReason } from '../codes.ts';
import type { FreezeLimits } from '../wire/policy.ts';

/** What is known now. Ages are by the budget clock, never by the wall clock; null: not known, and then it freezes nothing. */
export interface FreezeFacts {
  readonly pending: number;
  readonly oldestPendingHours: number | null;
  readonly policyHours: number | null;
  readonly sealingKeyDays: number | null;
  readonly freeMegabytes: number | null;
  /** Hours of uptime since the clock was last trusted; 0 while it is. */
  readonly untrustedClockHours: number;
  /** Staff say so. */
  readonly takenOut?: boolean;
}

export const FREEZE_LEVELS = ['open', 'warning', 'frozen'] as const;
type FreezeLevel = (typeof FREEZE_LEVELS)[number];

export interface FreezeFinding {
  readonly reason: FreezeReason;
  readonly level: 'warning' | 'frozen';
  /** The figure as it is, and where new sessions stop; in the policy's units, one decimal at most. */
  readonly value: number;
  readonly limit: number;
}

export interface FreezeVerdict {
  readonly level: FreezeLevel;
  /** The gravest first. */
  readonly findings: readonly FreezeFinding[];
}

/** No figure stands behind it. */
const TAKEN_OUT: FreezeFinding = { reason: 'taken-out', level: 'frozen', value: 0, limit: 0 };
/** How far the terminal can go on by itself: what a van shows on its bar. */
export interface FreezeBudget {
  /** Submissions that can still be kept before new visits stop. */
  readonly people: number;
  /** Whole hours until time alone stops them; null: nothing that is known would. */
  readonly hours: number | null;
  /** To the hundred, downwards; null: not known. */
  readonly freeMegabytes: number | null;
}

/** What `freezeVerdict` leaves: counted down to the first limit, never past it. */
export function freezeBudget(facts: FreezeFacts, limits: FreezeLimits): FreezeBudget {
  const left = (value: number | null, limit: number): number | null =>
    value === null ? null : limit - value;
  const days = facts.sealingKeyDays;
  const hours = [
    left(facts.oldestPendingHours, limits.oldestHours.freeze),
    left(facts.policyHours, limits.policyHours.freeze),
    facts.untrustedClockHours === 0
      ? null
      : left(facts.untrustedClockHours, limits.untrustedClockHours.freeze),
    days === null ? null : (days - limits.sealingKeyDays.freeze) * 24,
  ].filter((one) => one !== null);
  const { freeMegabytes } = facts;
  return {
    people: Math.max(0, limits.pending.freeze - facts.pending),
    hours: hours.length === 0 ? null : Math.max(0, Math.floor(Math.min(...hours))),
    freeMegabytes: freeMegabytes === null ? null : Math.floor(freeMegabytes / 100) * 100,
  };
}

const GRAVITY = { frozen: 0, warning: 1 } as const;

/** Whether new sessions may begin (DESIGN.md, *Trust*; issue 3, *Freeze rules*). A running session is never ended. */
export function freezeVerdict(facts: FreezeFacts, limits: FreezeLimits): FreezeVerdict {
  const findings = [
    facts.takenOut === true ? TAKEN_OUT : null,
    above('too-many-pending', facts.pending, limits.pending),
    above('pending-too-old', facts.oldestPendingHours, limits.oldestHours),
    above('reference-data-old', facts.policyHours, limits.policyHours),
    below('sealing-key-ending', facts.sealingKeyDays, limits.sealingKeyDays),
    below('disk-nearly-full', facts.freeMegabytes, limits.freeMegabytes),
    above('clock-not-trusted', facts.untrustedClockHours, limits.untrustedClockHours),
  ]
    .filter((finding) => finding !== null)
    .sort((a, b) => GRAVITY[a.level] - GRAVITY[b.level]);
  const level = findings[0]?.level ?? 'open';
  return { level, findings };
}

interface Bounds {
  readonly warn: number;
  readonly freeze: number;
}

function above(reason: FreezeReason, value: number | null, { warn, freeze }: Bounds): FreezeFinding | null {
  if (value === null || value < warn) return null;
  return { reason, level: value >= freeze ? 'frozen' : 'warning', value: rounded(value), limit: freeze };
}

function below(reason: FreezeReason, value: number | null, { warn, freeze }: Bounds): FreezeFinding | null {
  if (value === null || value > warn) return null;
  return { reason, level: value <= freeze ? 'frozen' : 'warning', value: rounded(value), limit: freeze };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
