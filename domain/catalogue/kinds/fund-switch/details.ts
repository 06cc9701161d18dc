import { z } from 'zod';
import { accountNumberSchema } from '../../shared/account.ts';
import { contributionTypesSchema } from '../../shared/contribution-types.ts';
import { allocationSchema } from '../../shared/funds.ts';
import { investmentSchema } from '../../shared/investment.ts';
import { schemeIdSchema } from '../../shared/scheme.ts';

/** More are another instruction: a page for each, and each is told apart on the review page. */
export const MOST_MOVES = 5;

/** `dis`: the money that is in the Default Investment Strategy as such. */
const fromSchema = z.union([z.literal('dis'), z.string().regex(/^[A-Z0-9]{3,12}$/)]);

const moveSchema = z
  .strictObject({
    from: fromSchema,
    /** Of what is in that fund. */
    percentage: z.number().int().min(1).max(100),
    into: allocationSchema,
  })
  .refine(({ from, into }) => into.every(({ fund }) => fund !== from), 'into itself');

/** Existing balance only, for each contribution type by itself (facts/domain.md §3d). */
export const detailsSchema = z.strictObject({
  scheme: schemeIdSchema,
  accountNumber: accountNumberSchema,
  contributionTypes: contributionTypesSchema,
  switch: z.discriminatedUnion('mode', [
    z.strictObject({
      mode: z.literal('fund-to-fund'),
      moves: z
        .array(moveSchema)
        .min(1)
        .max(MOST_MOVES)
        .refine(
          (moves) => new Set(moves.map(({ from }) => from)).size === moves.length,
          'out of a fund twice',
        ),
      standAloneRead: z.boolean(),
    }),
    /** Once; percentages of the whole, whatever it is in now. */
    z.strictObject({ mode: z.literal('rebalance'), target: investmentSchema }),
  ]),
  guaranteeRead: z.boolean(),
});
export type FundSwitchDetails = z.infer<typeof detailsSchema>;
