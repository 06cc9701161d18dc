import type { IsoDate } from '../../calendar/working-calendar.ts';
import { type Cents, fractionOf } from '../../money/money.ts';
import { birthday, completedYears } from '../wage-period.ts';
import type { Entitlement } from './rule-schema.ts';

/** What decides how much of an employer's voluntary contributions belongs to the member on a day. */
export interface EntitlementFacts {
  /** Vesting commencement date of the file; the date of employment where there is none. */
  readonly vestingFrom: IsoDate;
  readonly on: IsoDate;
  readonly dateOfBirth: IsoDate;
}

/**
 * How much of the employer's voluntary contributions the member is entitled to, in whole per cent (facts/domain.md §3a,
 * voluntary: it lies in the scheme's governing rules; the usual scale runs over 10 years in steps of 10, [GK]). Only
 * completed years count.
 */
export function vestedPercentage(entitlement: Entitlement, facts: EntitlementFacts): number {
  const years = completedYears(facts.vestingFrom, facts.on);
  switch (entitlement.kind) {
    case 'immediate':
      return 100;
    case 'cliff':
      return years >= entitlement.years ? 100 : 0;
    case 'vesting-scale':
      return entitlement.steps.findLast((step) => years >= step.years)?.percentage ?? 0;
    case 'retirement-only':
      return facts.on >= birthday(facts.dateOfBirth, entitlement.age) ? 100 : 0;
  }
}

/** The vested part of a balance, rounded half-up to cents (facts/domain.md §3a). */
export function vestedAmount(balance: Cents, entitlement: Entitlement, facts: EntitlementFacts): Cents {
  return fractionOf(balance, BigInt(vestedPercentage(entitlement, facts)), 100n);
}
