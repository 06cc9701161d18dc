import { z } from 'zod';
import { idSchema, isoDateSchema, localTextSchema, sourceSchema } from './common.ts';

/** Groups of instructions for which a trustee sets its own last day before a scheme moves (facts/domain.md §4). */
export const INSTRUCTION_GROUPS = [
  'contribution',
  'enrolment',
  'fund-switch',
  'mandate',
  'transfer',
  'withdrawal',
  'particulars',
] as const;
export type InstructionGroup = (typeof INSTRUCTION_GROUPS)[number];

export const schemeSchema = z.strictObject({
  id: idSchema,
  name: localTextSchema,
  nameSource: sourceSchema,
  trustee: localTextSchema,
  trusteeSource: sourceSchema,
  onboarding: z.strictObject({
    /** From this day the trustee's cut-offs apply; before it everything goes to the trustee. */
    movingFrom: isoDateSchema,
    /** From this day everything goes to the platform. */
    on: isoDateSchema,
    source: sourceSchema,
  }),
  /** The last day on which the trustee takes each; after it nobody takes it until the scheme is on. */
  cutOffs: z.array(
    z.strictObject({ instruction: z.enum(INSTRUCTION_GROUPS), lastDay: isoDateSchema, source: sourceSchema }),
  ),
  rules: z.strictObject({
    /** Transfers of current employee mandatory contributions beyond one a calendar year (facts/domain.md §3b). */
    ecaMoreThanOnceAYear: z.boolean(),
    /** Null: no limit is known (facts/domain.md §3d). */
    switchesPerYear: z.number().int().positive().nullable(),
    source: sourceSchema,
  }),
});
export type Scheme = z.infer<typeof schemeSchema>;

const FUND_KINDS = [
  'core-accumulation',
  'age-65-plus',
  'conservative',
  'guaranteed',
  'bond',
  'mixed-assets',
  'equity',
] as const;
export type FundKind = (typeof FUND_KINDS)[number];

export const fundSchema = z.strictObject({
  scheme: idSchema,
  code: z.string().regex(/^[A-Z0-9]{3,12}$/),
  name: localTextSchema,
  kind: z.enum(FUND_KINDS),
  /** 1 (lowest) to 7 (highest), as fund fact sheets give it. */
  riskClass: z.number().int().min(1).max(7),
  /** Leaving it early may lose the guarantee: a warning is due (facts/domain.md §3b). */
  guaranteed: z.boolean(),
  /** Per cent of net asset value a year. */
  managementFee: z.string().regex(/^\d\.\d{2}$/),
  from: isoDateSchema,
  /** The last day on which it may be chosen; null while it stays open. */
  to: isoDateSchema.nullable(),
  source: sourceSchema,
});
export type Fund = z.infer<typeof fundSchema>;
