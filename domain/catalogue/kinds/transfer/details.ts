import { z } from 'zod';
import { SOURCES } from '../../../reference-data/schema/common.ts';
import { isRealIsoDate } from '../../../time.ts';
import { accountNumberSchema } from '../../shared/account.ts';
import { investmentSchema } from '../../shared/investment.ts';
import { schemeIdSchema } from '../../shared/scheme.ts';
import { TRANSFER_MONEY } from './money.ts';

/** Personal accounts in one consolidation; more are another instruction. */
export const MOST_SOURCES = 5;

const ACCOUNT_TYPES = ['contribution', 'personal', 'tax-deductible-voluntary'] as const;
export const EMPLOYER_REPORTED = ['yes', 'no', 'not-known'] as const;

/** What a transfer needs (facts/domain.md §3b, *Needed data*). */
export const detailsSchema = z.strictObject({
  money: z.enum(TRANSFER_MONEY),
  form: z.strictObject({ code: z.string().min(1).max(16), source: z.enum(SOURCES) }),
  sources: z
    .array(z.strictObject({ scheme: schemeIdSchema, accountNumber: accountNumberSchema }))
    .min(1)
    .max(MOST_SOURCES),
  /** The employee choice of this calendar year; null for other money. */
  employeeChoice: z.enum(['not-used', 'scheme-allows-more']).nullable(),
  /** The job that the money is from; null for other money. */
  leftJob: z
    .strictObject({
      lastDay: z.string().refine(isRealIsoDate),
      employerReported: z.enum(EMPLOYER_REPORTED),
    })
    .nullable(),
  destination: z.strictObject({
    scheme: schemeIdSchema,
    accountType: z.enum(ACCOUNT_TYPES),
    account: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('existing'), accountNumber: accountNumberSchema }),
      z.strictObject({ kind: z.literal('new'), investment: investmentSchema }),
    ]),
  }),
  read: z.strictObject({
    outOfMarket: z.literal(true),
    guarantee: z.boolean(),
    everythingMoves: z.boolean(),
  }),
});
export type TransferDetails = z.infer<typeof detailsSchema>;
