import type { ReferenceData } from '../schema/reference-data.ts';
import { CALENDAR } from './calendar.ts';
import { CONTACTS } from './contacts.ts';
import { CONTRIBUTION_LIMITS, CUT_OFFS, DEFAULT_INVESTMENT, INDUSTRY_SCALES } from './figures.ts';
import { FUNDS } from './funds.ts';
import { MISMATCH_EVIDENCE } from './mismatch.ts';
import { PLACES } from './places.ts';
import { SCHEMES } from './schemes.ts';
import { TEXTS } from './texts.ts';
import { TICKET_RULES } from './tickets.ts';
import { WITHDRAWALS } from './withdrawals.ts';

/** In force until a newer one arrives that the platform signed. Each datum says where it is from. */
export const EMBEDDED_REFERENCE_DATA: ReferenceData = {
  version: 2,
  issuedAt: '2026-11-01T00:00:00.000Z',
  effectiveFrom: '2024-06-26',
  schemes: SCHEMES,
  funds: FUNDS,
  defaultInvestment: DEFAULT_INVESTMENT,
  contributionLimits: CONTRIBUTION_LIMITS,
  industryScales: INDUSTRY_SCALES,
  cutOffs: CUT_OFFS,
  calendar: CALENDAR,
  withdrawals: WITHDRAWALS,
  mismatchEvidence: MISMATCH_EVIDENCE,
  contacts: CONTACTS,
  places: PLACES,
  texts: TEXTS,
  tickets: TICKET_RULES,
};
