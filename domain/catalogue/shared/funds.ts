import { z } from 'zod';
import { fundsOf } from '../../reference-data/look-up/schemes.ts';
import type { Fund } from '../../reference-data/schema/schemes.ts';
import type { Label, Option } from '../ask.ts';
import type { Facts } from '../definition.ts';

/** Whole percentages of funds that make exactly 100, no fund twice (facts/domain.md §3d). */
export const allocationSchema = z
  .array(
    z.strictObject({
      fund: z.string().regex(/^[A-Z0-9]{3,12}$/),
      percentage: z.number().int().min(1).max(100),
    }),
  )
  .min(1)
  .refine((parts) => parts.reduce((sum, { percentage }) => sum + percentage, 0) === 100, 'not 100')
  .refine((parts) => new Set(parts.map(({ fund }) => fund)).size === parts.length, 'fund twice');

export type Allocation = readonly { readonly fund: string; readonly percentage: number }[];

export function fundLabel(fund: Fund): Label {
  return { words: fund.name };
}

/**
 * Funds of a scheme that money may go into today, in the order of their English names; none is ranked, marked or chosen
 * in advance (MPFSO s.34L). Empty while no scheme is chosen.
 */
export function fundOptions(
  { data, today }: Facts,
  schemeId: string | undefined,
  except: readonly string[] = [],
): readonly Option[] {
  return fundsOf(data, schemeId ?? '', today)
    .filter(({ code }) => !except.includes(code))
    .map((fund) => ({ code: fund.code, label: fundLabel(fund) }));
}

/** The parts of an answered allocation (`CODE=30,OTHER=70`); empty while not answered. */
export function allocationOf(answer: string | undefined): Allocation {
  if (answer === undefined || answer === '') return [];
  return answer.split(',').map((part) => {
    const [fund = '', percentage = ''] = part.split('=');
    return { fund, percentage: Number(percentage) };
  });
}

/** The funds of an answered allocation that the data know, whether still open or not. */
export function chosenFunds(
  { data }: Facts,
  schemeId: string | undefined,
  answer: string | undefined,
): readonly Fund[] {
  const codes = new Set(allocationOf(answer).map(({ fund }) => fund));
  return fundsOf(data, schemeId ?? '').filter(({ code }) => codes.has(code));
}

/** Guaranteed funds of a scheme: leaving one early may lose the guarantee (facts/domain.md §3b). */
export function guaranteedFunds({ data }: Facts, schemeId: string | undefined): readonly Fund[] {
  return fundsOf(data, schemeId ?? '').filter(({ guaranteed }) => guaranteed);
}

/** The two funds of the Default Investment Strategy, which chosen by themselves do not shift with age (§3d). */
export function standAloneFunds(funds: readonly Fund[]): readonly Fund[] {
  return funds.filter(({ kind }) => kind === 'core-accumulation' || kind === 'age-65-plus');
}
