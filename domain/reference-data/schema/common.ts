import { z } from 'zod';
import { isTimeOfDay } from '../../calendar/dealing-date.ts';
import { isRealIsoDate } from '../../time.ts';

/**
 * Where a datum is from, so that a screen can say "sample data" and nobody takes a guess for a rule:
 * `sourced` in facts/domain.md; `second-hand` from an old, partial or indirect source; `inferred` there or from there;
 * `general-knowledge`, not verified; `sample`, invented for the terminal to be tried with.
 */
export const SOURCES = ['sourced', 'second-hand', 'inferred', 'general-knowledge', 'sample'] as const;
export type Source = (typeof SOURCES)[number];
export const sourceSchema = z.enum(SOURCES);

/** A name or sentence in the two authoritative languages; other catalogues fall back to these. */
export const localTextSchema = z.strictObject({
  'zh-Hant': z.string().min(1).max(400),
  en: z.string().min(1).max(400),
});
export type LocalText = z.infer<typeof localTextSchema>;

/** Years in which a rule of the MPF can be dated; further out is a slip, and would take date arithmetic out of range. */
export const isoDateSchema = z
  .string()
  .regex(/^(?:19[89]\d|20\d\d|21\d\d)-/)
  .refine(isRealIsoDate, 'not a real date');
export const timeOfDaySchema = z.string().refine(isTimeOfDay, 'not a time of day');
/** Hong Kong dollars with two decimals: money is never a binary number. */
export const moneySchema = z.string().regex(/^(?:0|[1-9]\d{0,8})\.\d{2}$/);
/** A share of 1, such as `0.05`. */
export const rateSchema = z.string().regex(/^0\.\d{1,6}$/);
/** Per cent to one decimal, `0.0` to `100.0`. */
export const percentSchema = z.string().regex(/^(?:100\.0|[1-9]?\d\.\d)$/);
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(64);
