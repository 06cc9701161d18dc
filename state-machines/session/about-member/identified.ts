import type { IdentifiedMember, RegistrationDraft, Shown } from '../../../domain/registration/draft.ts';
import { numberOf } from '../context/number-of.ts';
import type { SessionContext } from '../context/context.ts';
import type { Visit } from '../context/visit.ts';
import { NOTHING_LOOKED_UP } from './looking-up.ts';
import { NO_PAGE, NOTHING_LATER } from '../parking/later.ts';
import { ASKED_LATER, heardByNobody } from './own-language.ts';
import { mismatchCase, toldBefore } from './mismatch.ts';

/** The draft as it stands, or null before notice and identification. */
export function draftOf(context: SessionContext, declaration: Shown | null = null): RegistrationDraft | null {
  const { identified, notice, answers, attestation, iamSmart, byStaff, confirmedMobile } = context.visit;
  if (identified === null || notice === null) return null;
  const draft = {
    ...{ identified, answers, attestation, iamSmart, notice, declaration, byStaff },
    confirmedMobile,
  };
  const { inVan, interpretation, own, prefilled } = context.visit;
  return {
    ...draft,
    ...(inVan ? { remainderLeft: true } : {}),
    ...(inVan ? { prefill: prefilled.prefill } : {}),
    ...(interpretation === null ? {} : { interpretation }),
    ...(own === null ? {} : { ownLanguage: own }),
    ...mismatchCase(context),
  };
}

/**
 * The visit with the member identified. An attestation belongs to the card that staff saw: any new reading or typing
 * drops it. Answers stay only where the number stays, or a typed number is put right; another card is another person.
 */
export function withIdentified(visit: Visit, identified: IdentifiedMember): Visit {
  const before = visit.identified;
  if (before === identified) {
    // The member saw it in full once more, and said that it is theirs.
    return visit.numberByStaff && visit.assist === null ? { ...visit, numberByStaff: false } : visit;
  }
  const typedAgain = before?.means === 'typed' && identified.means === 'typed';
  const keeps = before === null || typedAgain || numberOf(before) === numberOf(identified);
  return {
    ...visit,
    identified,
    numberByStaff: identified.means === 'typed' && visit.assist !== null,
    told: keeps ? toldBefore(visit, identified) : null,
    mismatchShown: keeps ? visit.mismatchShown : null,
    attestation: null,
    iamSmart: null,
    lookUp: NOTHING_LOOKED_UP,
    attestedAs: null,
    attestationLost: false,
    ticked: [],
    numberRefused: false,
    correction: keeps ? visit.correction : null,
    answers: keeps ? visit.answers : visit.own === null ? {} : ASKED_LATER,
    own: keeps ? visit.own : heardByNobody(visit.own),
    byStaff: keeps ? visit.byStaff : [],
    confirmedMobile: keeps ? visit.confirmedMobile : null,
    open: keeps ? visit.open : NO_PAGE,
    later: keeps ? visit.later : { ...NOTHING_LATER, brought: visit.later.brought },
    instruction:
      visit.instruction === null || keeps
        ? visit.instruction
        : { ...visit.instruction, answers: {}, byStaff: [] },
  };
}
