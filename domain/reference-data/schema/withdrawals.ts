import { z } from 'zod';
import { idSchema, isoDateSchema, localTextSchema, moneySchema, sourceSchema } from './common.ts';

/** The seven grounds of facts/domain.md §3c. */
export const WITHDRAWAL_GROUNDS = [
  'age-65',
  'early-retirement',
  'permanent-departure',
  'total-incapacity',
  'terminal-illness',
  'small-balance',
  'death',
] as const;
export type WithdrawalGround = (typeof WITHDRAWAL_GROUNDS)[number];

export const withdrawalRulesSchema = z.strictObject({
  ground: z.enum(WITHDRAWAL_GROUNDS),
  from: isoDateSchema,
  name: localTextSchema,
  /** Form codes; one whose code is not verified says so. */
  forms: z.array(z.strictObject({ code: z.string().min(1).max(16), source: sourceSchema })).min(1),
  evidence: z
    .array(
      z.strictObject({
        id: idSchema,
        text: localTextSchema,
        /** The paper itself has to be handed in: a terminal can only prepare the case. */
        original: z.boolean(),
        source: sourceSchema,
      }),
    )
    .min(1),
  /** A declaration sworn before a Commissioner for Oaths, a notary or a justice of the peace. */
  statutoryDeclaration: z.boolean(),
  leastAge: z.number().int().nullable(),
  instalments: z.boolean(),
  onceOnly: z.boolean(),
  largestBalance: moneySchema.nullable(),
  monthsWithoutContribution: z.number().int().nullable(),
  certificateMonths: z.number().int().nullable(),
  source: sourceSchema,
});
export type WithdrawalRules = z.infer<typeof withdrawalRulesSchema>;
