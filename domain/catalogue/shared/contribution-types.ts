import { z } from 'zod';
import { CONTRIBUTION_TYPES } from '../../records/records.ts';
import { fail, ok } from '../../result.ts';
import type { Step } from '../definition.ts';
import { accountTypes } from './known-account.ts';
import { optionsOf } from './options.ts';

export const contributionTypesSchema = z.array(z.enum(CONTRIBUTION_TYPES)).min(1);

/** One instruction for each type that is chosen, with the same percentages; where the account is known, of its own. */
export const contributionTypesStep: Step = {
  id: 'contribution-types',
  words: 'ask.shared.contribution-types',
  ask: (facts) => ({
    type: 'several',
    options: optionsOf('ask.shared.contribution-types', accountTypes(facts) ?? CONTRIBUTION_TYPES),
  }),
  check: (value) => (value === '' ? fail('contribution-type-needed') : ok(value)),
};
