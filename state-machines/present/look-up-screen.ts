import type { Screen } from '../../domain/terminal/view/screen.ts';
import { LOOK_UP_ASSURANCE } from '../../domain/records/records.ts';
import { ASSURANCE_BY_STAFF } from '../../domain/catalogue/ending.ts';
import { isByTwo, maySignIn, wantsSecond } from '../session/context/assurance.ts';
import type { SessionContext } from '../session/context/context.ts';
import { isProvenForLookUp, lookUpOf, mayLookUpAgain } from '../session/about-member/look-up.ts';

/** The pages around a look-up of the platform's records; null on any other. */
export function lookUpScreen(
  context: SessionContext,
  inJourney: (journey: string) => boolean,
): Screen | null {
  const { visit, online } = context;
  const what = lookUpOf(visit);
  if (what === null) return null;
  if (inJourney('lookUpOffer')) {
    const byStaff = LOOK_UP_ASSURANCE[what] <= ASSURANCE_BY_STAFF || isByTwo(context);
    return {
      id: 'look-up-offer',
      what,
      online,
      staff: online && byStaff && !isProvenForLookUp(context),
      iamSmart: maySignIn(context),
      proven: isProvenForLookUp(context),
      byTwo: isByTwo(context),
      second: wantsSecond(context),
    };
  }
  if (inJourney('lookingUp')) return { id: 'look-up-asking' };
  if (!inJourney('lookUpTrouble')) return null;
  return {
    id: 'look-up-trouble',
    fault: visit.lookUp.fault ?? 'unavailable',
    canRetry: mayLookUpAgain(context),
  };
}
