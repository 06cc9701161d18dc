import { z } from 'zod';
import { fail, ok } from '../../result.ts';
import type { Step } from '../definition.ts';
import { optionsOf } from './options.ts';

/** The sub-accounts that investment instructions are given for (facts/domain.md §3d: per contribution type). */
const CONTRIBUTION_TYPES = [
  'employer-mandatory',
  'employee-mandatory',
  'employer-voluntary',
  'employee-voluntary',
  'self-employed-mandatory',
  'former-employment',
  'special-voluntary',
  'tax-deductible-voluntary',
] as const;
export const contributionTypesSchema = z.array(z.enum(CONTRIBUTION_TYPES)).min(1);

/** One instruction for each type that is chosen, with the same percentages. */
export const contributionTypesStep: Step = {
  id: 'contribution-types',
  words: 'ask.shared.contribution-types',
  ask: () => ({
    type: 'several',
    options: optionsOf('ask.shared.contribution-types', CONTRIBUTION_TYPES),
  }),
  check: (value) => (value === '' ? fail('contribution-type-needed') : ok(value)),
};
