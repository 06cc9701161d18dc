/*
 * What companies are told apart by, on the pages, in a list and on the wire. Imports nothing: what a page asks, and what an
 * enquiry answers, is typed by it.
 */

export const STANDINGS = ['existing', 'new'] as const;
export const FORMS = ['incorporated', 'non-hong-kong', 'unincorporated'] as const;
export const ROUTES = ['company-papers', 'trustee-document'] as const;
export const PAPERS = [
  'business-registration',
  'incorporation',
  'non-hong-kong-registration',
  'appointment-form',
  'board-resolution',
] as const;
export type Paper = (typeof PAPERS)[number];

/** Why the platform does not register one company of a group; message `company-outcome.<code>`. */
export const COMPANY_OUTCOME_CODES = [
  'already-registered',
  'number-missing',
  'code-missing',
  'papers-missing',
  'document-date',
] as const;
export type CompanyOutcomeCode = (typeof COMPANY_OUTCOME_CODES)[number];
