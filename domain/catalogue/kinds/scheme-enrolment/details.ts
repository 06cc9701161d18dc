import { z } from 'zod';
import { isRealIsoDate } from '../../../time.ts';
import { investmentSchema } from '../../shared/investment.ts';
import { schemeIdSchema } from '../../shared/scheme.ts';

export const ENROL_AS = ['employee', 'personal', 'self-employed'] as const;
export const EMPLOYMENTS = ['casual', 'regular'] as const;

const line = z.string().min(1).max(80);
const common = { scheme: schemeIdSchema, investment: investmentSchema };

/** Who joins a scheme, and as what (facts/domain.md §3a). */
export const detailsSchema = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('employee'),
    ...common,
    /** Casual: day-to-day or under 60 days in construction or catering, from the first day. */
    employment: z.enum(EMPLOYMENTS),
    startedOn: z.string().refine(isRealIsoDate),
    employerName: line,
    /** The employer's account with the scheme, where the member knows it. */
    employerAccount: z
      .string()
      .regex(/^\d{1,15}$/)
      .nullable(),
  }),
  z.strictObject({
    as: z.literal('self-employed'),
    ...common,
    startedOn: z.string().refine(isRealIsoDate),
    businessName: line.nullable(),
  }),
  z.strictObject({ as: z.literal('personal'), ...common }),
]);
export type SchemeEnrolmentDetails = z.infer<typeof detailsSchema>;
