import { assign, fromCallback, fromPromise, sendTo, setup, type SnapshotFrom } from 'xstate';
import type { Locale } from '../../domain/locale.ts';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import type { RosterFindings } from '../../domain/roster/check-roster.ts';
import type {
  CheckEvent,
  CheckProgress,
  FileListing,
  FileTrouble,
  SavedProblems,
  SaveFault,
} from '../../domain/terminal/ports/remittance-files.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import type { Outside } from '../outside.ts';

interface RosterInput {
  readonly outside: Outside;
  readonly operator: StaffMember | null;
}

export type RosterPageEvent =
  | { readonly type: 'FILE_OPEN'; readonly entry: string }
  | { readonly type: 'FILE_UP' }
  | { readonly type: 'FILE_STOP' }
  | { readonly type: 'FILE_AGAIN' }
  | { readonly type: 'FILE_SAVE'; readonly locale?: Locale }
  | { readonly type: 'ROSTER_REMOVE' }
  | { readonly type: 'CONTINUE' }
  | { readonly type: 'BACK' };

type RosterEvent = RosterPageEvent | { readonly type: 'LISTING'; readonly listing: FileListing } | CheckEvent;

interface RosterContext extends RosterInput {
  readonly listing: FileListing | null;
  /** What was chosen, with the name to show; it leaves the machine in no other way. */
  readonly chosen: { readonly id: string; readonly name: string } | null;
  readonly progress: CheckProgress;
  readonly found: { readonly findings: RosterFindings; readonly again: boolean } | null;
  readonly trouble: FileTrouble;
  readonly saved: Result<SavedProblems, Failure<SaveFault>> | null;
}

const NOTHING_CHOSEN = {
  chosen: null,
  progress: { done: 0, rows: 0 },
  found: null,
  saved: null,
} as const;

/** Looks at the drives for as long as the page is shown. */
export const browseRosters = fromCallback<RosterPageEvent, { readonly outside: Outside }>(
  ({ input: { outside }, receive, sendBack }) => {
    const browsing = outside.ports.files?.browse((listing) => sendBack({ type: 'LISTING', listing }));
    receive((event) => {
      if (event.type === 'FILE_OPEN') browsing?.open(event.entry);
      if (event.type === 'FILE_UP') browsing?.up();
    });
    return () => browsing?.end();
  },
);

export const checkRoster = fromCallback<RosterEvent, { readonly outside: Outside; readonly entry: string }>(
  ({ input: { outside, entry }, sendBack }) => outside.ports.files?.checkRoster(entry, sendBack),
);

export const saveRosterProblems = fromPromise<
  Result<SavedProblems, Failure<SaveFault>>,
  { readonly outside: Outside; readonly locale: Locale }
>(
  ({ input: { outside, locale } }) =>
    outside.ports.files?.saveProblems(locale, false) ?? Promise.resolve(fail('drive-gone')),
);

/** Whatever ends this machine: the drive is not looked at any more, and what nobody took is gone. */
export const letGoOfDrive = fromCallback<RosterEvent, { readonly outside: Outside }>(
  ({ input: { outside } }) =>
    () =>
      outside.ports.files?.forget(),
);

function entryOf({ listing }: RosterContext, id: string) {
  return listing?.at?.entries.find((entry) => entry.id === id) ?? null;
}

function isHeld({ outside }: RosterContext): boolean {
  return (outside.ports.roster?.counts() ?? null) !== null;
}

const rosterSetup = setup({
  types: {
    context: {} as RosterContext,
    events: {} as RosterEvent,
    input: {} as RosterInput,
  },
  actors: { browseRosters, checkRoster, saveRosterProblems, letGoOfDrive },
  guards: {
    isHeld: ({ context }) => isHeld(context),
    isFile: ({ context, event }) =>
      event.type === 'FILE_OPEN' && entryOf(context, event.entry)?.kind === 'file',
    isWayIn: ({ context, event }) => {
      if (event.type !== 'FILE_OPEN') return false;
      const place = context.listing?.places.find(({ id }) => id === event.entry);
      return place !== undefined || entryOf(context, event.entry)?.kind === 'folder';
    },
    canGoUp: ({ context: { listing } }) =>
      listing !== null && listing.at !== null && (listing.at.folders.length > 0 || listing.places.length > 1),
    holdsPeople: ({ context }) => (context.found?.findings.people ?? 0) > 0,
    hasProblems: ({ context }) => (context.found?.findings.groups.length ?? 0) > 0,
  },
  actions: {
    noteListing: assign(({ event }) => (event.type === 'LISTING' ? { listing: event.listing } : {})),
    passToBrowse: sendTo('browse', ({ event }) => event),
    choose: assign(({ context, event }) => {
      const entry = event.type === 'FILE_OPEN' ? entryOf(context, event.entry) : null;
      return { ...NOTHING_CHOSEN, chosen: entry === null ? null : { id: entry.id, name: entry.name } };
    }),
    noteProgress: assign(({ event }) => (event.type === 'PROGRESS' ? { progress: event.progress } : {})),
    noteFound: assign(({ event }) =>
      event.type === 'ROSTER_CHECKED' ? { found: { findings: event.findings, again: event.again } } : {},
    ),
    noteTrouble: assign(({ event }) => (event.type === 'TROUBLE' ? { trouble: event.trouble } : {})),
    noteCrash: assign({ trouble: 'not-checked' as const }),
    noteSaved: assign((_, { result }: { readonly result: RosterContext['saved'] }) => ({ saved: result })),
    forgetFile: assign(NOTHING_CHOSEN),
    take: ({ context: { outside, operator, found } }) => {
      outside.ports.roster?.take();
      outside.ports.queue.audit({
        event: 'roster.taken',
        actor: 'staff',
        ...(operator === null ? {} : { staffId: operator.staffId }),
        detail: { count: found?.findings.people ?? 0, held: found?.findings.held ?? 0 },
      });
    },
    remove: ({ context: { outside, operator } }) => forgetRoster(outside, operator),
  },
});

/** Lets go of the lists of a stop, where there are any, and says so. */
export function forgetRoster({ ports }: Outside, operator: StaffMember | null): void {
  const counts = ports.roster?.counts() ?? null;
  ports.roster?.forget();
  if (counts === null) return;
  ports.queue.audit({
    event: 'roster.removed',
    ...(operator === null
      ? { actor: 'system' as const }
      : { actor: 'staff' as const, staffId: operator.staffId }),
    detail: { count: counts.people, registered: counts.registered },
  });
}

/**
 * The pages of a van's list of workers (docs/adr/0039): how it stands, choosing one on a drive, reading, what was found.
 * Nobody's name is in it; the list itself is behind `RosterPort`.
 */
export const rosterMachine = rosterSetup.createMachine({
  id: 'roster',
  options: { maxIterations: 20 },
  context: ({ input }) => ({ ...input, listing: null, trouble: 'not-checked', ...NOTHING_CHOSEN }),
  invoke: { id: 'let-go', src: 'letGoOfDrive', input: ({ context: { outside } }) => ({ outside }) },
  initial: 'deciding',
  states: {
    deciding: { always: [{ guard: 'isHeld', target: 'held' }, { target: 'choosing' }] },
    held: {
      on: {
        FILE_AGAIN: 'choosing',
        ROSTER_REMOVE: { target: 'finished', actions: 'remove' },
        CONTINUE: 'finished',
        BACK: 'finished',
      },
    },
    choosing: {
      entry: 'forgetFile',
      invoke: { id: 'browse', src: 'browseRosters', input: ({ context: { outside } }) => ({ outside }) },
      on: {
        LISTING: { actions: 'noteListing' },
        FILE_OPEN: [
          { guard: 'isFile', target: 'reading', actions: 'choose' },
          { guard: 'isWayIn', actions: 'passToBrowse' },
        ],
        FILE_UP: { guard: 'canGoUp', actions: 'passToBrowse' },
        BACK: [{ guard: 'isHeld', target: 'held' }, { target: 'finished' }],
      },
    },
    reading: {
      invoke: {
        id: 'check',
        src: 'checkRoster',
        input: ({ context: { outside, chosen } }) => ({ outside, entry: chosen?.id ?? '' }),
        onError: { target: 'trouble', actions: 'noteCrash' },
      },
      on: {
        PROGRESS: { actions: 'noteProgress' },
        ROSTER_CHECKED: { target: 'result', actions: 'noteFound' },
        TROUBLE: { target: 'trouble', actions: 'noteTrouble' },
        FILE_STOP: 'choosing',
        BACK: 'choosing',
      },
    },
    trouble: { on: { FILE_AGAIN: 'choosing', BACK: 'choosing' } },
    result: {
      on: {
        CONTINUE: { guard: 'holdsPeople', target: 'held', actions: 'take' },
        FILE_SAVE: { guard: 'hasProblems', target: 'saving' },
        FILE_AGAIN: 'choosing',
        BACK: 'choosing',
      },
    },
    saving: {
      invoke: {
        id: 'save',
        src: 'saveRosterProblems',
        input: ({ context: { outside }, event }) => ({
          outside,
          locale: (event.type === 'FILE_SAVE' ? event.locale : undefined) ?? outside.config.defaultLocale,
        }),
        onDone: {
          target: 'result',
          actions: { type: 'noteSaved', params: ({ event }) => ({ result: event.output }) },
        },
        onError: {
          target: 'result',
          actions: { type: 'noteSaved', params: { result: fail('drive-fault') } },
        },
      },
      on: { BACK: 'choosing' },
    },
    finished: { type: 'final' },
  },
});

export type RosterSnapshot = SnapshotFrom<typeof rosterMachine>;
