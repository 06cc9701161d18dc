import { z } from 'zod';
import type { AssuranceLevel } from '../assurance.ts';

/** What a terminal may ask for: somebody's accounts with what is in them, or what was paid in month by month. */
export const LOOK_UPS = ['accounts', 'contributions'] as const;
export type LookUp = (typeof LOOK_UPS)[number];

/**
 * The least level at which the platform shows them (DESIGN.md, *Assurance*; issue 4 for the months). The gateway holds
 * it against what it computed itself.
 */
export const LOOK_UP_ASSURANCE: Readonly<Record<LookUp, AssuranceLevel>> = { accounts: 2, contributions: 3 };

/** The sub-accounts that money is kept and invested in (facts/domain.md §3d: per contribution type). */
export const CONTRIBUTION_TYPES = [
  'employer-mandatory',
  'employee-mandatory',
  'employer-voluntary',
  'employee-voluntary',
  'self-employed-mandatory',
  'former-employment',
  'special-voluntary',
  'tax-deductible-voluntary',
] as const;

/** Hong Kong dollars, `1500.00`. */
const amount = z.string().regex(/^\d{1,12}\.\d{2}$/);
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
/** A constituent fund, or the Default Investment Strategy as such. */
const held = z.union([z.literal('dis'), z.string().regex(/^[A-Z0-9]{3,12}$/)]);

const partSchema = z.strictObject({
  type: z.enum(CONTRIBUTION_TYPES),
  holdings: z.array(z.strictObject({ fund: held, value: amount })).max(40),
  /** Into what new money of this type goes. */
  mandate: z
    .array(z.strictObject({ fund: held, percentage: z.number().int().min(1).max(100) }))
    .min(1)
    .max(40),
});
export type AccountPart = z.infer<typeof partSchema>;

const accountSchema = z.strictObject({
  scheme: z.string().regex(/^[a-z0-9-]{1,64}$/),
  accountNumber: z.string().regex(/^[A-Z0-9]{4,20}$/),
  parts: z.array(partSchema).min(1).max(CONTRIBUTION_TYPES.length),
});
export type AccountRecord = z.infer<typeof accountSchema>;

/**
 * Why the platform has no contribution of a month, where it knows (facts/domain.md §6: incomplete data is what made
 * contributions disappear from view). `returned-to-employer`: what the employer sent could not be matched and went back
 * to be corrected; `being-matched`: the money is there and not yet in the account.
 */
export const EMPTY_MONTH_REASONS = ['returned-to-employer', 'being-matched'] as const;

const monthSchema = z.strictObject({
  month,
  /** Null: no record received. */
  mandatory: amount.nullable(),
  voluntary: amount.nullable(),
  reason: z.enum(EMPTY_MONTH_REASONS).nullable(),
});
export type MonthRecord = z.infer<typeof monthSchema>;

/** More than this is not shown at once; what a month before it holds is asked by a case. */
const MOST_MONTHS = 36;

const common = {
  /** Invented, for development and tests; the screen says so. */
  sample: z.boolean(),
  /** ISO date in Hong Kong on which it stood so. */
  asOf: z.iso.date(),
};

/** What the platform answers to a look-up; only ever sealed to the key of one session. */
export const recordsSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('accounts'), ...common, accounts: z.array(accountSchema).max(20) }),
  z.strictObject({
    what: z.literal('contributions'),
    ...common,
    /** The latest first. */
    months: z.array(monthSchema).max(MOST_MONTHS),
  }),
]);
export type Records = z.infer<typeof recordsSchema>;
export type AccountsRecord = Extract<Records, { readonly what: 'accounts' }>;
export type ContributionsRecord = Extract<Records, { readonly what: 'contributions' }>;
