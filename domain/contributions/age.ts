import type { IsoDate } from '../calendar/working-calendar.ts';
import type { ContributionReason } from './codes.ts';
import type { MandatoryRules } from './mandatory-rules.ts';
import { birthday, holds, type WagePeriod } from './wage-period.ts';

/** How age touches the days for which contributions would be due. */
export interface AgeStanding {
  /** Nothing is due for any of the days; null when something is. */
  readonly outside: Extract<ContributionReason, 'under-18' | 'over-65'> | null;
  /** A birthday falls in between: the platform works out the share of the days. */
  readonly turning: readonly Extract<ContributionReason, 'turns-18-in-period' | 'turns-65-in-period'>[];
}

/** Mandatory contributions are due from the 18th birthday up to the eve of the 65th (facts/domain.md §3a). */
export function ageStanding(
  dateOfBirth: IsoDate,
  due: WagePeriod,
  rules: Pick<MandatoryRules, 'fromAge' | 'untilAge'>,
): AgeStanding {
  const begins = birthday(dateOfBirth, rules.fromAge);
  const ends = birthday(dateOfBirth, rules.untilAge);
  if (begins > due.end) return { outside: 'under-18', turning: [] };
  if (ends <= due.start) return { outside: 'over-65', turning: [] };
  if (begins > due.start) return { outside: null, turning: ['turns-18-in-period'] };
  return { outside: null, turning: holds(due, ends) ? ['turns-65-in-period'] : [] };
}
