import { z } from 'zod';
import { isRealIsoDate } from '../../time.ts';

const date = z.string().refine(isRealIsoDate);
const money = z.string().regex(/^(?:0|[1-9]\d{0,14})\.\d{2}$/);
const count = z.number().int().min(0);

/** Sums of a file's rows, as text. */
export const fileTotalsSchema = z.strictObject({
  relevantIncome: money,
  ermc: money,
  eemc: money,
  ervc: money,
  ervc2: money,
  eevc: money,
  employerSurcharge: money,
  employeeSurcharge: money,
  total: money,
});

/** The payroll periods that a file holds, the earliest first. */
export const filePeriodsSchema = z
  .array(z.strictObject({ start: date, end: date }))
  .min(1)
  .max(20);

/**
 * What an instruction knows of the rows of a remittance file that go: never a name, a number or an amount of one
 * employee. Rows that stay are counted in `held` and in nothing else (docs/adr/0035). The rows themselves travel as a sealed file under `id` (docs/adr/0019).
 */
export const fileFactsSchema = z.strictObject({
  /** UUIDv7; the id of the attachment. */
  id: z.uuid({ version: 'v7' }),
  /** SHA-256 of the rows as they travel (UTF-8), base64url. */
  digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  bytes: count.min(1),
  /** SHA-256 of the employer's rule file; null: voluntary contributions were not checked. */
  rules: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .nullable(),
  /** Submission that described the rules which the platform has and every row was held against; null: it has none. */
  stored: z.uuid().nullable(),
  rows: count.min(1),
  /** Rows of the file that stay, and are in none of the figures here; left out where none does. */
  held: z.exactOptional(count.min(1)),
  warnings: count,
  /** Column B of every row: the paying company's account. */
  employerAccountNo: z.string().min(1).max(15),
  /** Column A of every row. */
  schemeRegistrationNo: z.string().min(1).max(10),
  periods: filePeriodsSchema,
  totals: fileTotalsSchema,
  /** The earliest due day of its rows; null where the calendar does not reach. */
  dueDay: date.nullable(),
  late: z.boolean(),
  /** 5% of the mandatory amounts that are late. */
  surcharge: money,
});
export type FileFacts = z.infer<typeof fileFactsSchema>;

/** What somebody knows their file by: neither a name nor a row of it. */
export interface FileToBring {
  readonly rows: number;
  /** HK$, as text. */
  readonly total: string;
}

/** Reads what `JSON.stringify` wrote as the answer of the file's page; null when it is none. */
export function fileFactsFrom(answer: string | undefined): FileFacts | null {
  try {
    const parsed = fileFactsSchema.safeParse(JSON.parse(answer ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
