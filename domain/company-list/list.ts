import { z } from 'zod';
import { FORMS, ROUTES, STANDINGS } from '../catalogue/kinds/employer-registration/vocabulary.ts';

/** What the terminal reads of a list. Ours: as many companies as one sealed submission holds at their longest (ADR 0031). */
export const COMPANY_LIST_LIMITS = { megabytes: 1, companies: 100 } as const;

/** A company of the list, as its row says. Null: the cell was empty, and what all companies share holds. */
const listedCompanySchema = z.strictObject({
  name: z.string().min(1).max(80),
  businessRegistration: z.string().regex(/^\d{8}$/),
  form: z.enum(FORMS),
  incorporation: z.string().min(5).max(10).nullable(),
  activationCode: z
    .string()
    .regex(/^[A-Z0-9]{4,20}$/)
    .nullable(),
  role: z.literal('company-authorised').nullable(),
  route: z.enum(ROUTES).nullable(),
  documentDate: z.iso.date().nullable(),
});
export type ListedCompany = z.infer<typeof listedCompanySchema>;

/** The answer of the page where a list is read: the companies in which nothing is wrong, in the order of the file. */
export const companyListSchema = z.strictObject({
  /** SHA-256 of the file's bytes, base64url: which list it was. */
  digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Rows of the file that stay out, to be corrected and brought again. */
  leftOut: z.number().int().min(0).max(COMPANY_LIST_LIMITS.companies),
  /** What the rows were held against: a new employer has no activation code. */
  standing: z.enum(STANDINGS),
  companies: z
    .array(listedCompanySchema)
    .min(1)
    .max(COMPANY_LIST_LIMITS.companies)
    .refine(
      (companies) =>
        new Set(companies.map(({ businessRegistration }) => businessRegistration)).size === companies.length,
      'company twice',
    ),
});
export type CompanyList = z.infer<typeof companyListSchema>;
export type Standing = CompanyList['standing'];

/** Reads what `JSON.stringify` wrote as the answer of the list's page; null when it is none. */
export function companyListFrom(answer: string | undefined): CompanyList | null {
  if (answer === undefined) return null;
  try {
    const parsed = companyListSchema.safeParse(JSON.parse(answer));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
