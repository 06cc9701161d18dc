import type { RegistrationAnswers } from './answers.ts';

/** What a van leaves for later (docs/adr/0029): never filled in by anybody but the member. */
export const REMAINDER_PARTS = ['mobile-confirmation', 'email', 'address', 'former-name'] as const;
type RemainderPart = (typeof REMAINDER_PARTS)[number];

/** How the member is asked for the rest: by a message to the mobile they gave, or at the site in the next break. */
export const REMAINDER_WAYS = ['sms', 'break'] as const;
type RemainderWay = (typeof REMAINDER_WAYS)[number];

export interface Remainder {
  readonly by: RemainderWay;
  /** What was not asked, in the order of REMAINDER_PARTS. */
  readonly notAsked: readonly RemainderPart[];
}

/** What is left to ask after these answers; a mobile number that was typed twice still has to be confirmed by SMS. */
export function remainderOf(answers: RegistrationAnswers): Remainder {
  const { contactChannel, formerName = '' } = answers;
  const asked: Readonly<Record<RemainderPart, boolean>> = {
    'mobile-confirmation': contactChannel !== 'mobile',
    email: contactChannel === 'email',
    address: contactChannel === 'post',
    'former-name': formerName !== '',
  };
  return {
    by: contactChannel === 'mobile' ? 'sms' : 'break',
    notAsked: REMAINDER_PARTS.filter((part) => !asked[part]),
  };
}
