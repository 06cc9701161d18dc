import { assign, fromCallback, fromPromise, sendTo, setup, type SnapshotFrom } from 'xstate';
import type { Ask } from '../../domain/catalogue/ask.ts';
import type { ListFindings } from '../../domain/company-list/check-list.ts';
import type { CompanyList } from '../../domain/company-list/list.ts';
import type { Locale } from '../../domain/locale.ts';
import type { RuleFileProblem } from '../../domain/remittance/employer/employer-rules.ts';
import type { FileFacts } from '../../domain/remittance/summary/file-facts.ts';
import type { FileFindings } from '../../domain/remittance/summary/summarise.ts';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import type {
  CheckEvent,
  CheckProgress,
  FileListing,
  FileTrouble,
  SavedProblems,
  SaveFault,
} from '../../domain/terminal/ports/remittance-files.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { Outside } from '../outside.ts';

type FileAsk = Extract<Ask, { readonly type: 'file' | 'company-list' }>;

export interface RemittanceFileInput {
  readonly outside: Outside;
  readonly ask: FileAsk;
}

/** The rows of a file that go, or the good companies of a list, and whether staff held the session when it was taken; or back. */
export type RemittanceFileOutput =
  | { readonly outcome: 'taken'; readonly facts: FileFacts; readonly byStaff: boolean }
  | { readonly outcome: 'listed'; readonly list: CompanyList; readonly byStaff: boolean }
  | { readonly outcome: 'back' };

/** What a page may ask for here; `byStaff` and the language come from the session. */
export type FilePageEvent = {
  readonly byStaff?: boolean;
  readonly locale?: Locale;
} & (
  | { readonly type: 'FILE_OPEN'; readonly entry: string }
  | { readonly type: 'FILE_UP' }
  | { readonly type: 'FILE_STOP' }
  | { readonly type: 'FILE_AGAIN' }
  | { readonly type: 'FILE_SAVE' }
  | { readonly type: 'CONTINUE' }
  | { readonly type: 'BACK' }
);

type RemittanceFileEvent =
  FilePageEvent | { readonly type: 'LISTING'; readonly listing: FileListing } | CheckEvent;

interface RemittanceFileContext extends RemittanceFileInput {
  readonly listing: FileListing | null;
  /** What was chosen, with the name to show; it leaves the machine in no other way. */
  readonly chosen: { readonly id: string; readonly name: string } | null;
  readonly progress: CheckProgress;
  readonly findings: FileFindings | null;
  readonly facts: FileFacts | null;
  /** What was found in a list of companies; null where none was read. */
  readonly companies: { readonly findings: ListFindings; readonly list: CompanyList | null } | null;
  readonly trouble: FileTrouble;
  readonly places: readonly RuleFileProblem[];
  readonly locale: Locale;
  readonly saved: Result<SavedProblems, Failure<SaveFault>> | null;
  readonly output: RemittanceFileOutput;
}

const NOTHING_READ: CheckProgress = { done: 0, rows: 0 };
const NOBODY_THERE: FileListing = { places: [], at: null };

/** Looks at the drives for as long as the page is shown. */
const browse = fromCallback<FilePageEvent, { readonly outside: Outside }>(({ input, receive, sendBack }) => {
  const tell = (listing: FileListing): void => sendBack({ type: 'LISTING', listing });
  const browsing = input.outside.ports.files?.browse(tell);
  if (browsing === undefined) tell(NOBODY_THERE);
  receive((event) => {
    if (event.type === 'FILE_OPEN') browsing?.open(event.entry);
    if (event.type === 'FILE_UP') browsing?.up();
  });
  return () => browsing?.end();
});

const check = fromCallback<RemittanceFileEvent, { readonly context: RemittanceFileContext }>(
  ({ input: { context }, sendBack }) => {
    const { ports } = context.outside;
    if (ports.files === undefined || context.chosen === null) {
      sendBack({ type: 'TROUBLE', trouble: 'drive-gone' });
      return;
    }
    const { ask } = context;
    const about = { entry: context.chosen.id, today: hongKongDate(ports.now()) };
    if (ask.type === 'company-list') {
      return ports.files.checkList({ ...about, standing: ask.standing }, sendBack);
    }
    const { payer, rules, stored } = ask;
    const request = { ...about, payer, rules, stored };
    return ports.files.check(request, sendBack);
  },
);

const save = fromPromise<
  Result<SavedProblems, Failure<SaveFault>>,
  {
    readonly outside: Outside;
    readonly locale: Locale;
    readonly andRows: boolean;
    readonly checkOnly: boolean;
  }
>(({ input: { outside, locale, andRows, checkOnly } }) =>
  outside.ports.files === undefined
    ? Promise.resolve(fail('drive-gone'))
    : outside.ports.files.saveProblems(locale, andRows, checkOnly),
);

/** Nothing of it is sent, whatever is found. */
function isCheckOnly(ask: FileAsk): boolean {
  return ask.type === 'file' && ask.checkOnly === true;
}

/** Whether some rows of the file go and others stay. */
function isSplit({ facts }: Pick<RemittanceFileContext, 'facts'>): boolean {
  return facts?.held !== undefined;
}

function entryOf({ listing }: RemittanceFileContext, id: string) {
  return listing?.at?.entries.find((entry) => entry.id === id) ?? null;
}

const fileSetup = setup({
  types: {
    context: {} as RemittanceFileContext,
    events: {} as RemittanceFileEvent,
    input: {} as RemittanceFileInput,
    output: {} as RemittanceFileOutput,
  },
  actors: { browse, check, save },
  guards: {
    isFile: ({ context, event }) =>
      event.type === 'FILE_OPEN' && entryOf(context, event.entry)?.kind === 'file',
    isWayIn: ({ context, event }) => {
      if (event.type !== 'FILE_OPEN') return false;
      const place = context.listing?.places.find(({ id }) => id === event.entry);
      return place !== undefined || entryOf(context, event.entry)?.kind === 'folder';
    },
    canGoUp: ({ context: { listing } }) =>
      listing !== null && listing.at !== null && (listing.at.folders.length > 0 || listing.places.length > 1),
    /** Rows stay with the employer that nobody has saved. */
    leavesUnsaved: ({ context }) => isSplit(context) && context.saved?.ok !== true,
    goesOn: ({ context }) => context.facts !== null || (context.companies?.list ?? null) !== null,
    hasProblems: ({ context: { findings, companies } }) =>
      (findings?.groups.length ?? companies?.findings.groups.length ?? 0) > 0,
  },
  actions: {
    noteListing: assign(({ event }) => (event.type === 'LISTING' ? { listing: event.listing } : {})),
    passToBrowse: sendTo('browse', ({ event }) => event),
    choose: assign(({ context, event }) => {
      const entry = event.type === 'FILE_OPEN' ? entryOf(context, event.entry) : null;
      return {
        chosen: entry === null ? null : { id: entry.id, name: entry.name },
        progress: NOTHING_READ,
        findings: null,
        facts: null,
        companies: null,
        saved: null,
      };
    }),
    noteProgress: assign(({ event }) => (event.type === 'PROGRESS' ? { progress: event.progress } : {})),
    noteFound: assign(({ context: { ask }, event }) => {
      if (event.type !== 'CHECKED') return {};
      const { findings, facts } = event;
      // Where nothing is sent, the whole file is corrected and brought again.
      const whole = isCheckOnly(ask) && facts?.held !== undefined;
      return { findings, facts: whole ? null : facts };
    }),
    noteCompanies: assign(({ event }) =>
      event.type === 'LIST_CHECKED' ? { companies: { findings: event.findings, list: event.list } } : {},
    ),
    noteTrouble: assign(({ event }) =>
      event.type === 'TROUBLE' ? { trouble: event.trouble, places: event.places ?? [] } : {},
    ),
    noteCrash: assign({ trouble: 'not-checked' as const, places: [] }),
    noteLanguage: assign(({ context, event }) =>
      'locale' in event ? { locale: event.locale ?? context.locale } : {},
    ),
    noteSaved: assign({
      saved: (_, { result }: { readonly result: RemittanceFileContext['saved'] }) => result,
    }),
    noteNotSaved: assign({ saved: fail('drive-fault' as const) }),
    forgetFile: assign({
      ...{ chosen: null, findings: null, facts: null, companies: null, saved: null },
      progress: NOTHING_READ,
    }),
    take: assign(({ context: { facts, companies }, event }) => {
      const byStaff = 'byStaff' in event ? (event.byStaff ?? false) : false;
      const list = companies?.list ?? null;
      if (facts !== null) return { output: { outcome: 'taken' as const, facts, byStaff } };
      return list === null ? {} : { output: { outcome: 'listed' as const, list, byStaff } };
    }),
  },
});

/**
 * The page on which an employer's file is chosen, read and checked. Choosing looks at the drives until something is
 * chosen; reading can be stopped at any moment. The rows that are right can be taken without the others (ADR 0035), which
 * are saved on the drive with their problems; whoever goes on without having saved them is asked first. Of a list of
 * companies the good ones are taken, and the others stay out.
 */
export const remittanceFileMachine = fileSetup.createMachine({
  id: 'remittance-file',
  context: ({ input }) => ({
    ...input,
    listing: null,
    chosen: null,
    progress: NOTHING_READ,
    findings: null,
    facts: null,
    companies: null,
    trouble: 'not-checked',
    places: [],
    locale: input.outside.config.defaultLocale,
    saved: null,
    output: { outcome: 'back' },
  }),
  initial: 'choosing',
  states: {
    choosing: {
      entry: 'forgetFile',
      invoke: { id: 'browse', src: 'browse', input: ({ context: { outside } }) => ({ outside }) },
      on: {
        LISTING: { actions: 'noteListing' },
        FILE_OPEN: [
          { guard: 'isFile', target: 'reading', actions: 'choose' },
          { guard: 'isWayIn', actions: 'passToBrowse' },
        ],
        FILE_UP: { guard: 'canGoUp', actions: 'passToBrowse' },
        BACK: 'finished',
      },
    },
    reading: {
      invoke: {
        id: 'check',
        src: 'check',
        input: ({ context }) => ({ context }),
        onError: { target: 'trouble', actions: 'noteCrash' },
      },
      on: {
        PROGRESS: { actions: 'noteProgress' },
        CHECKED: { target: 'result', actions: 'noteFound' },
        LIST_CHECKED: { target: 'result', actions: 'noteCompanies' },
        TROUBLE: { target: 'trouble', actions: 'noteTrouble' },
        FILE_STOP: 'choosing',
        BACK: 'choosing',
      },
    },
    trouble: { on: { FILE_AGAIN: 'choosing', CONTINUE: 'choosing', BACK: 'choosing' } },
    result: {
      on: {
        CONTINUE: [
          { guard: 'leavesUnsaved', target: 'unsaved' },
          { guard: 'goesOn', target: 'finished', actions: 'take' },
        ],
        FILE_AGAIN: 'choosing',
        FILE_SAVE: { guard: 'hasProblems', target: 'saving', actions: 'noteLanguage' },
        BACK: 'choosing',
      },
    },
    unsaved: {
      on: {
        CONTINUE: { target: 'finished', actions: 'take' },
        FILE_SAVE: { target: 'saving', actions: 'noteLanguage' },
        BACK: 'result',
      },
    },
    saving: {
      invoke: {
        id: 'save',
        src: 'save',
        input: ({ context }) => ({
          outside: context.outside,
          locale: context.locale,
          andRows: isSplit(context),
          checkOnly: isCheckOnly(context.ask),
        }),
        onDone: {
          target: 'result',
          actions: { type: 'noteSaved', params: ({ event }) => ({ result: event.output }) },
        },
        onError: { target: 'result', actions: 'noteNotSaved' },
      },
      on: { BACK: 'choosing' },
    },
    finished: { type: 'final' },
  },
  output: ({ context }) => context.output,
});

export type RemittanceFileSnapshot = SnapshotFrom<typeof remittanceFileMachine>;
