import type { Locale } from '../../../domain/locale.ts';
import { EMPTY_VISIT, type Purpose, type Visit } from '../context/visit.ts';
import type { SessionContext } from '../context/context.ts';
import type { SessionEvent } from '../events.ts';
import { ASKED_LATER } from '../about-member/own-language.ts';
import type { CounterPurpose, Serving } from '../../van/context.ts';
import { NOTHING_LATER } from '../parking/later.ts';
import { newInstruction } from './instruction.ts';
import { type At, ofVisit } from './of-visit.ts';

/** How a visit begins and what it is for. */
export const beginningUpdates = {
  /** A new visit holds nothing of any other. */
  beginVisit: ({ context, event }: At): Partial<SessionContext> => {
    if (event.type === 'SERVE') return served(context, event.serving);
    const chosen = languageOf(event);
    return {
      locale: chosen ?? context.locale,
      visit: {
        ...EMPTY_VISIT,
        sessionId: context.outside.ports.newId(),
        // Whoever goes on from the last page has read it in their language.
        languageChosen: chosen !== null || event.type === 'COMPLAIN',
        begunByBadge: event.type === 'BADGE_SCANNED',
        purpose: purposeOf(event),
        menuGroup: event.type === 'COMPLAIN' ? 'help' : null,
        later: { ...NOTHING_LATER, brought: event.type === 'SLIP_SCANNED' ? event.code : null },
        scanned: scannedIn(event),
      },
    };
  },
  chooseLanguage: ({ context, event }: At): Partial<SessionContext> => ({
    locale: languageOf(event) ?? context.locale,
    visit: {
      ...context.visit,
      languageChosen: true,
      begunByBadge: false,
      purpose: purposeOf(event),
      menuGroup: null,
      instruction: null,
      scanned: scannedIn(event),
      enquiryBy: 'code',
      left: null,
    },
  }),
  openGroup: ofVisit(({ event }) => ({ menuGroup: event.type === 'CHOOSE_GROUP' ? event.group : null })),
  closeGroup: ofVisit(() => ({ menuGroup: null })),
  chooseCalculator: ofVisit(({ event }) => ({
    calculator: event.type === 'CALCULATE' ? event.calculator : null,
  })),
  bringTicket: ofVisit(({ event }) => ({ scanned: scannedIn(event) })),
  turnAway: ofVisit(() => ({ turnedAway: true })),
  serveAfterAll: ofVisit(() => ({ turnedAway: false })),
} as const satisfies Record<string, (at: At) => Partial<SessionContext>>;

/** An ordinary visit, which staff hold at first; they sit at the counter for all of it. */
function servedAtCounter(
  context: SessionContext,
  { locale, operator }: Serving,
  purpose: CounterPurpose,
): Partial<SessionContext> {
  const sessionId = context.outside.ports.newId();
  const held = { assist: operator, attendant: operator };
  return { locale, visit: { ...EMPTY_VISIT, sessionId, languageChosen: true, purpose, ...held } };
}

/** A visit as a van's operator begins it: by mobile unless the person wants otherwise, everything else asked. */
function served(context: SessionContext, serving: Serving): Partial<SessionContext> {
  const { locale, operator, language, callBack, counter, own } = serving;
  if (counter !== undefined) return servedAtCounter(context, serving, counter);
  const visit: Visit = {
    ...EMPTY_VISIT,
    sessionId: context.outside.ports.newId(),
    languageChosen: true,
    assist: operator,
    inVan: true,
    interpreter: language !== null,
    interpretation: language === null ? null : { language, recordedBy: operator.staffId },
    own: own === undefined ? null : { language: own, recordedBy: operator.staffId, texts: [] },
  };
  if (callBack) {
    const instruction = newInstruction('call-back', { ...context, visit });
    return { locale, visit: { ...visit, purpose: 'instruct', instruction } };
  }
  const byStaff = ['contact-channel'] as const;
  return {
    locale,
    visit: {
      ...visit,
      answers: { ...(own === undefined ? {} : ASKED_LATER), contactChannel: 'mobile' },
      byStaff,
    },
  };
}

/** The language that was touched, where one was. */
function languageOf(event: SessionEvent): Locale | null {
  const chosen = ['START', 'ENQUIRE', 'MENU', 'RESUME', 'TICKET'] as const;
  return chosen.some((type) => type === event.type) && 'locale' in event ? event.locale : null;
}

function scannedIn(event: SessionEvent): Visit['scanned'] {
  return event.type === 'TICKET_SCANNED' ? event.scanned : null;
}

function purposeOf(event: SessionEvent): Purpose {
  if (event.type === 'MENU' || event.type === 'COMPLAIN') return 'instruct';
  if (event.type === 'RESUME' || event.type === 'SLIP_SCANNED') return 'resume';
  if (event.type === 'TICKET' || event.type === 'TICKET_SCANNED') return 'queue';
  return event.type === 'ENQUIRE' ? 'enquire' : 'register';
}
