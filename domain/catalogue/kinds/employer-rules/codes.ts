/** Why an answer on an employer's rules is not taken; message `rule.<code>`. */
export const EMPLOYER_RULES_RULES = [
  'rules-not-authorised',
  'rules-company-name',
  'rules-member-class',
  'rules-all-and-class',
  'rules-slot-twice',
  'rules-percentage',
  'rules-bands-order',
  'rules-grade',
  'rules-grade-twice',
  'rules-months',
  'rules-scale-shape',
  'rules-scale-order',
  'rules-scale-end',
  'rules-years',
  'rules-age',
  'rules-none-kept',
  'rules-match-without-eevc',
  'rules-most',
] as const;
export type EmployerRulesRule = (typeof EMPLOYER_RULES_RULES)[number];
