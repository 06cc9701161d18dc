import { z } from 'zod';
import { isoInstantSchema } from '../../wire/contract.ts';
import { calendarSchema } from './calendar.ts';
import { isoDateSchema } from './common.ts';
import { contributionLimitsSchema, cutOffSchema, disTableSchema, industryScaleSchema } from './figures.ts';
import { translationsSchema } from '../../notices/translation.ts';
import { mismatchEvidenceSchema } from './mismatch.ts';
import { fundSchema, schemeSchema } from './schemes.ts';
import { contactsSchema, placeSchema } from './service.ts';
import { platformTextSchema } from './texts.ts';
import { ticketRulesSchema } from './tickets.ts';
import { withdrawalRulesSchema } from './withdrawals.ts';

/**
 * What the rules reckon with and the platform may change without a release. The shape only; `checkReferenceData` also
 * sees that no datum contradicts another.
 */
export const referenceDataSchema = z.strictObject({
  version: z.number().int().positive(),
  issuedAt: isoInstantSchema,
  /** The first day on which this bundle is to be used; each datum has dates of its own besides. */
  effectiveFrom: isoDateSchema,
  schemes: z.array(schemeSchema).min(1).max(100),
  funds: z.array(fundSchema).max(2000),
  defaultInvestment: z.array(disTableSchema).min(1),
  contributionLimits: z.array(contributionLimitsSchema).min(1),
  industryScales: z.array(industryScaleSchema).min(1),
  cutOffs: z.array(cutOffSchema).min(1),
  calendar: calendarSchema,
  withdrawals: z.array(withdrawalRulesSchema).min(1),
  /** What to bring where a document and a record differ. */
  mismatchEvidence: z.exactOptional(z.array(mismatchEvidenceSchema).max(50)),
  contacts: contactsSchema,
  places: z.array(placeSchema).max(500),
  texts: z.exactOptional(z.array(platformTextSchema).max(100)),
  /** Signed-off translations of notice, consents and declaration (docs/adr/0040); left out: there are none. */
  notices: z.exactOptional(translationsSchema),
  /** Queue tickets and bookings; left out: as built in. */
  tickets: z.exactOptional(ticketRulesSchema),
});
export type ReferenceData = z.infer<typeof referenceDataSchema>;
