import { type Label, message } from '../../domain/catalogue/ask.ts';
import type { DifferingField, WhoItIs } from '../../domain/identity/differing/difference.ts';
import { wholeName } from '../../domain/registration/review.ts';
import { whoStandsHere } from '../../domain/registration/who.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { SessionContext } from '../session/context/context.ts';
import { whereTo } from './where.ts';
import { mismatchEvidence, mismatchOf, typedDetails } from '../session/about-member/mismatch.ts';

/** What differs, side by side; null where nothing does. */
export function mismatchScreen(context: SessionContext): Screen | null {
  const { identified } = context.visit;
  const mismatch = mismatchOf(context.visit);
  if (mismatch === null || identified === null) return null;
  const { told, differences } = mismatch;
  const here = whoStandsHere(identified, typedDetails(context.visit));
  if (here === null) return null;
  return {
    id: 'mismatch',
    against: told.against,
    now: identified.means === 'reader' ? 'card' : 'typed',
    differences: differences.map((difference) => ({
      ...difference,
      here: valueOf(here, difference.field),
      there: valueOf(told, difference.field),
    })),
    bring: mismatchBring(context),
    where: whereTo(context.outside, 'service-centre'),
  };
}

/** Names of the papers that settle it; empty where nothing differs. */
export function mismatchBring(context: SessionContext): readonly Label[] {
  return mismatchEvidence(context).map(({ text }) => ({ words: text }));
}

/** What the receipt says of a case: that somebody at the platform decides, and what to bring. */
export function mismatchTold(context: SessionContext): readonly Label[] {
  return mismatchOf(context.visit) === null ? [] : [message('mismatch.receipt'), ...mismatchBring(context)];
}

function valueOf(who: WhoItIs, field: DifferingField): string {
  switch (field) {
    case 'surname':
      return who.surname;
    case 'given-names':
      return who.givenNames;
    case 'name-order':
      return wholeName(who.surname, who.givenNames);
    case 'date-of-birth':
      return who.dateOfBirth ?? '';
  }
}
