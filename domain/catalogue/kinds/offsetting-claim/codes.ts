/** Why an offsetting claim is not taken as answered; message `rule.<code>`. */
export const OFFSETTING_CLAIM_RULES = [
  'offsetting-not-authorised',
  'offsetting-long-service-reason',
  'offsetting-severance-reason',
  'offsetting-company-name',
  'offsetting-br-shape',
  'offsetting-own-number',
  'offsetting-service-dates',
  'offsetting-service-not-ended',
  'offsetting-above-cap',
  'offsetting-mandatory-too-much',
  'offsetting-voluntary-too-much',
  'offsetting-nothing-claimed',
] as const;
export type OffsettingClaimRule = (typeof OFFSETTING_CLAIM_RULES)[number];
