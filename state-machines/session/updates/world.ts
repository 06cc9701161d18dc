import { readerAfter, readerForNextVisit } from '../../reader-facts.ts';
import { EMPTY_VISIT } from '../context/visit.ts';
import type { SessionContext } from '../context/context.ts';
import type { At } from './of-visit.ts';

/** The world around the visit, how the page looks, and the end of a visit. */
export const worldUpdates = {
  noteReader: ({ context, event }: At) => ({ reader: readerAfter(context.reader, event) }),
  noteConnection: ({ event }: At) => (event.type === 'CONNECTION' ? { online: event.online } : {}),
  noteStatus: ({ event }: At) => (event.type === 'STATUS' ? { status: event.status } : {}),
  /** Theirs for every visit of their shift; nothing of a member. */
  chooseRuleLanguage: ({ context, event }: At): Partial<SessionContext> => {
    const { assist } = context.visit;
    if (event.type !== 'RULE_LANGUAGE' || assist === null) return {};
    return { ruleLocales: { ...context.ruleLocales, [assist.staffId]: event.locale } };
  },
  notePrinter: ({ context, event }: At): Partial<SessionContext> =>
    event.type === 'PRINTER' ? { printers: { ...context.printers, [event.output]: event.status } } : {},
  setPreference: ({ event }: At): Partial<SessionContext> => {
    switch (event.type) {
      case 'SET_LOCALE':
        return { locale: event.locale };
      case 'SET_TEXT_SIZE':
        return { textSize: event.textSize };
      case 'SET_CONTRAST':
        return { contrast: event.contrast };
      default:
        return {};
    }
  },
  resetPreferences: ({ context }: At): Partial<SessionContext> => ({
    locale: context.outside.config.defaultLocale,
    textSize: 'normal',
    contrast: context.outside.config.defaultContrast ?? 'paper',
  }),
  rate: ({ event }: At): Partial<SessionContext> => (event.type === 'FEEDBACK' ? { face: event.face } : {}),
  forgetVisit: ({ context }: At): Partial<SessionContext> => ({
    visit: EMPTY_VISIT,
    face: null,
    reader: readerForNextVisit(context.reader),
  }),
  startShutting: (): Partial<SessionContext> => ({ shutting: true }),
} as const satisfies Record<string, (at: At) => Partial<SessionContext>>;
