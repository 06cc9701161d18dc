import { z } from 'zod';
import { mobileCodeSchema } from '../../domain/identity/proof/mobile-code.ts';
import { LOCALES } from '../../domain/locale.ts';
import { draftSchema } from '../../domain/parking/draft.ts';
import { LOOK_UPS } from '../../domain/records/records.ts';
import { identityClaimSchema } from '../../domain/wire/enquiry.ts';

/** What an enquiry and a correction ask with (`QueuePort`); a code as it was typed. */
const reference = z.string().min(1).max(40);

export const rulesCallSchema = identityClaimSchema.extend({
  employerAccount: z.string().max(64),
  scheme: z.string().max(64),
});

export const correctionCallSchema = identityClaimSchema.extend({ reference });

const session = z.string().min(1).max(64);

export const signInCallSchema = identityClaimSchema.extend({ session });

export const lookUpCallSchema = identityClaimSchema.extend({ what: z.enum(LOOK_UPS) });

export const signInOfVisitSchema = z.strictObject({ id: z.string().min(1).max(64), session });

export const mobileOfVisitSchema = z.strictObject({
  session,
  mobile: z.string().regex(/^\d{8}$/),
  locale: z.enum(LOCALES),
});

export const mobileCodeTypedSchema = z.strictObject({
  id: z.string().min(1).max(64),
  session,
  code: mobileCodeSchema,
});

export const enquiryCallSchema = z.discriminatedUnion('by', [
  z.strictObject({
    reference,
    by: z.literal('code'),
    code: z.string().max(64),
    forReceipt: z.exactOptional(z.literal(true)),
  }),
  correctionCallSchema.extend({ by: z.literal('document') }),
]);

/** What is parked, and what opens it again. Neither is kept by the thread. */
const code = z.string().max(64);
const number = z.string().min(1).max(16);

export const parkCallSchema = z.strictObject({ code, number, draft: draftSchema, replaces: code.nullable() });
export const takeUpCallSchema = z.strictObject({ code, number, copy: z.boolean().default(false) });
