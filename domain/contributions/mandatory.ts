import { casualContribution, type CasualContributionInput } from './casual/casual.ts';
import type { MandatoryResult } from './mandatory-result.ts';
import { regularContribution, type RegularContributionInput } from './regular/regular.ts';
import { selfEmployedContribution, type SelfEmployedInput } from './self-employed/self-employed.ts';

export type MandatoryContributionInput =
  | ({ readonly kind: 'regular' } & RegularContributionInput)
  | ({ readonly kind: 'casual' } & CasualContributionInput)
  | ({ readonly kind: 'self-employed' } & SelfEmployedInput);

/**
 * The mandatory contribution of one person for one period (facts/domain.md §3a): what employer and employee pay, why,
 * and whether the figure may be held against what was entered.
 *
 * @returns a fault when the facts given contradict each other or do not suffice
 */
export function mandatoryContribution(input: MandatoryContributionInput): MandatoryResult {
  switch (input.kind) {
    case 'regular':
      return regularContribution(input);
    case 'casual':
      return casualContribution(input);
    case 'self-employed':
      return selfEmployedContribution(input);
  }
}
