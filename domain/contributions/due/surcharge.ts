import { type Cents, shareOf } from '../../money/money.ts';
import { MANDATORY_RULES, type MandatoryRules } from '../mandatory-rules.ts';

/**
 * The surcharge on contributions that were not received in time (facts/domain.md §3a): 5% of the default amount, all of
 * it to the employees, rounded half-up. The financial penalty is for the authority to set: the terminal names it in
 * words (`contributions.penalty`) and never computes it.
 *
 * @param defaultAmount what was due and not received, of one side of one employee
 */
export function surchargeOn(
  defaultAmount: Cents,
  rules: Pick<MandatoryRules, 'surchargeRate'> = MANDATORY_RULES,
): Cents {
  return shareOf(defaultAmount, rules.surchargeRate);
}
