import { assign, fromCallback, fromPromise, setup, type SnapshotFrom } from 'xstate';
import { mayDo } from '../../domain/identity/permissions.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import type { Locale } from '../../domain/locale.ts';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import type { CaseFault, CaseList, StationCase } from '../../domain/terminal/ports/cases.ts';
import { hongKongDate } from '../../domain/time.ts';
import { type CaseAction, type CaseWay, wayOn } from '../../domain/work-day/cases.ts';
import { answersKeptBy } from '../answers.ts';
import { deadline, inTime } from '../deadline.ts';
import type { Outside } from '../outside.ts';

/** Staff's intents, news from the queue, and waits of `delays.ts`. */
export type CasesEvent =
  | { readonly type: 'CASE_OPEN'; readonly id: number }
  | { readonly type: 'CASE_NOTE'; readonly action: CaseAction }
  /** In the language that the member reads. */
  | { readonly type: 'CASE_GO_ON'; readonly locale: Locale }
  | { readonly type: 'BACK' }
  | { readonly type: 'RETRY' }
  /** Something was kept, received or decided. */
  | { readonly type: 'CASES_CHANGED' }
  | { readonly type: 'CASES_DUE' }
  | { readonly type: 'LIST_OVERDUE' }
  | { readonly type: 'NOTE_OVERDUE' };

interface CasesInput {
  readonly outside: Outside;
  /** Signed in for the shift. */
  readonly staff: StaffMember | null;
}

/** How it goes on after the list: back, or a visit of the member whose case it is. */
export interface CasesOutput {
  readonly outcome: 'back' | CaseWay;
  readonly locale: Locale;
}

interface CasesContext extends CasesInput {
  readonly list: CaseList | null;
  readonly chosen: number | null;
  readonly fault: CaseFault | null;
  readonly stale: boolean;
  readonly outcome: CasesOutput['outcome'];
  readonly locale: Locale;
}

type Listed = Result<CaseList, Failure<CaseFault>>;
type Changed = Result<StationCase, Failure<CaseFault>>;
type At = { readonly context: CasesContext };

const listAnswer = answersKeptBy<Listed>()('keepList');
const newsAnswer = answersKeptBy<Listed>()('keepNews');
const caseAnswer = answersKeptBy<Changed>()('keepChanged');

export const listCases = fromPromise<Listed, { readonly outside: Outside }>(
  ({ input: { outside } }) => outside.ports.cases?.list() ?? Promise.resolve(fail('unavailable')),
);

interface Acting {
  readonly outside: Outside;
  readonly id: number;
  readonly staffId: string;
}

export const noteCase = fromPromise<Changed, Acting & { readonly action: CaseAction }>(
  ({ input: { outside, id, staffId, action } }) =>
    outside.ports.cases?.note(id, action, { staffId }) ?? Promise.resolve(fail('unavailable')),
);

export const takeCase = fromPromise<Changed, Acting & { readonly way: CaseWay }>(
  ({ input: { outside, id, staffId, way } }) =>
    outside.ports.cases?.take(id, way, { staffId }) ?? Promise.resolve(fail('unavailable')),
);

/** What the queue says that may make another list of it. */
export const casesNews = fromCallback<CasesEvent, { readonly outside: Outside }>(
  ({ input: { outside }, sendBack }) =>
    outside.ports.queue.subscribe((event) => {
      if (event.type === 'ITEM' || event.type === 'COUNTS') sendBack({ type: 'CASES_CHANGED' });
    }),
);

/** The case that is open, as it stands in the newest list; null: it is not in it any more. */
export function caseChosen({ list, chosen }: Pick<CasesContext, 'list' | 'chosen'>): StationCase | null {
  return list?.cases.find(({ id }) => id === chosen) ?? null;
}

const casesSetup = setup({
  types: {
    context: {} as CasesContext,
    events: {} as CasesEvent,
    input: {} as CasesInput,
    output: {} as CasesOutput,
  },
  actors: { deadline, listCases, noteCase, takeCase, casesNews },
  guards: {
    maySee: ({ context: { outside, staff } }) =>
      staff !== null && mayDo(staff, 'see-cases', hongKongDate(outside.ports.now())),
    isListed: ({ context, event }) =>
      event.type === 'CASE_OPEN' && caseChosen({ ...context, chosen: event.id }) !== null,
    isGone: ({ context }) => caseChosen(context) === null,
    needsSomebody: ({ context }) => caseChosen(context)?.needsSomebody === true,
    goesOn: ({ context }) => wayOf(context) !== null,
  },
  actions: {
    keepList: assign((_, { result }: { readonly result: Listed }) =>
      result.ok ? { list: result.value, stale: false, fault: null } : { fault: result.code },
    ),
    keepNews: assign((_, { result }: { readonly result: Listed }) =>
      result.ok ? { list: result.value, stale: false } : { stale: true },
    ),
    choose: assign(({ event }) => (event.type === 'CASE_OPEN' ? { chosen: event.id, fault: null } : {})),
    leaveCase: assign({ chosen: null, fault: null }),
    keepChanged: assign(({ context: { list } }, { result }: { readonly result: Changed }) => {
      if (!result.ok) return { fault: result.code };
      const { value } = result;
      const cases = (list?.cases ?? []).map((one) => (one.id === value.id ? value : one));
      return { list: { cases, lost: list?.lost ?? false }, fault: null };
    }),
    keepLocale: assign(({ event }) => (event.type === 'CASE_GO_ON' ? { locale: event.locale } : {})),
    goOn: assign(({ context }) => ({ outcome: wayOf(context) ?? 'back' })),
  },
});

function wayOf(context: CasesContext): CaseWay | null {
  const chosen = caseChosen(context);
  return chosen === null ? null : wayOn(chosen.state);
}

const acting = ({ context: { outside, chosen, staff } }: At): Acting => ({
  ...{ outside, id: chosen ?? 0, staffId: staff?.staffId ?? '' },
});

const listOverdue = {
  id: 'list-overdue',
  src: 'deadline',
  input: ({ context: { outside } }: At) =>
    inTime(outside, outside.delays.workDayOverdue, { type: 'LIST_OVERDUE' }),
} as const;
const noteOverdue = {
  id: 'note-overdue',
  src: 'deadline',
  input: ({ context: { outside } }: At) =>
    inTime(outside, outside.delays.workDayOverdue, { type: 'NOTE_OVERDUE' }),
} as const;

/** The list again while it is shown, at most so often; a look that fails leaves it as it was, and says so. */
const news = casesSetup.createStateConfig({
  initial: 'quiet',
  states: {
    quiet: { on: { CASES_CHANGED: 'due' } },
    due: {
      invoke: {
        id: 'cases-due',
        src: 'deadline',
        input: ({ context: { outside } }) =>
          inTime(outside, outside.delays.casesRefresh, { type: 'CASES_DUE' }),
      },
      on: { CASES_DUE: 'asking' },
    },
    asking: {
      invoke: [
        {
          id: 'list-again',
          src: 'listCases',
          input: ({ context: { outside } }) => ({ outside }),
          ...newsAnswer.to('quiet', 'quiet'),
        },
        listOverdue,
      ],
      on: {
        CASES_CHANGED: 'due',
        LIST_OVERDUE: newsAnswer.none('quiet'),
      },
    },
  },
});

const page = casesSetup.createStateConfig({
  initial: 'list',
  states: {
    list: {
      entry: 'leaveCase',
      on: { CASE_OPEN: { guard: 'isListed', target: 'one', actions: 'choose' }, BACK: '#cases-over' },
    },
    one: {
      always: { guard: 'isGone', target: 'list' },
      on: {
        BACK: 'list',
        CASE_NOTE: { guard: 'needsSomebody', target: 'noting' },
        CASE_GO_ON: { guard: 'goesOn', target: 'taking', actions: 'keepLocale' },
      },
    },
    noting: {
      invoke: [
        {
          id: 'note-case',
          src: 'noteCase',
          input: ({ context, event }) => ({
            ...acting({ context }),
            action: event.type === 'CASE_NOTE' ? event.action : 'not-reached',
          }),
          ...caseAnswer.to('one', 'one'),
        },
        noteOverdue,
      ],
      on: { NOTE_OVERDUE: caseAnswer.none('one') },
    },
    /** Somebody is about to go on with it: it may have become another meanwhile. */
    taking: {
      invoke: [
        {
          id: 'take-case',
          src: 'takeCase',
          input: ({ context }) => ({ ...acting({ context }), way: wayOf(context) ?? 'enquire' }),
          ...caseAnswer.to('taken', 'one'),
        },
        noteOverdue,
      ],
      on: { NOTE_OVERDUE: caseAnswer.none('one') },
    },
    taken: {
      always: [
        { guard: ({ context }) => wayOf(context) === null, target: 'one' },
        { target: '#cases-over', actions: 'goOn' },
      ],
    },
  },
});

/**
 * A station's cases: the list, one case, and what can be done about it. It ends with the way back, or with a visit of
 * the member whose case it is (`CasesOutput`); nothing of a member is ever in it.
 */
export const casesMachine = casesSetup.createMachine({
  id: 'cases',
  context: ({ input }) => ({
    ...input,
    list: null,
    chosen: null,
    fault: null,
    stale: false,
    outcome: 'back',
    locale: input.outside.config.defaultLocale,
  }),
  initial: 'entering',
  states: {
    entering: { always: [{ guard: 'maySee', target: 'looking' }, { target: 'refused' }] },
    /** Whoever may hold a session need not be one who sees every case of the place. */
    refused: { on: { BACK: 'over' } },
    looking: {
      invoke: [
        {
          id: 'list-cases',
          src: 'listCases',
          input: ({ context: { outside } }) => ({ outside }),
          ...listAnswer.to('open', 'trouble'),
        },
        listOverdue,
      ],
      on: {
        BACK: 'over',
        LIST_OVERDUE: listAnswer.none('trouble'),
      },
    },
    trouble: { on: { RETRY: 'looking', BACK: 'over' } },
    open: {
      type: 'parallel',
      invoke: { id: 'cases-news', src: 'casesNews', input: ({ context: { outside } }) => ({ outside }) },
      states: { page, news },
    },
    over: { id: 'cases-over', type: 'final' },
  },
  output: ({ context: { outcome, locale } }) => ({ outcome, locale }),
});

export type CasesSnapshot = SnapshotFrom<typeof casesMachine>;
