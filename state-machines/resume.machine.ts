import { assign, setup, type SnapshotFrom } from 'xstate';
import type { FieldErrorCode } from '../domain/codes.ts';
import { parseResumeRow } from '../domain/parking/resume-code.ts';
import type { ScreenIntent } from '../domain/terminal/intent/intent.ts';
import type { HardwareEvent } from '../domain/terminal/ports/hardware.ts';

/** What a page may ask for while the slip is typed, and a slip before the scanner that could not be read. */
type ResumeEvent =
  | Extract<ScreenIntent, { type: 'ANSWER' | 'BACK' | 'FIELD_DRAFT' }>
  | Extract<HardwareEvent, { type: 'SLIP_SCANNED' }>;

export type ResumeOutput = { readonly outcome: 'code'; readonly code: string } | { readonly outcome: 'back' };

interface ResumeContext {
  /** As typed, by row. */
  readonly typed: readonly [string, string];
  readonly error: FieldErrorCode | null;
  /** Back before the first row. */
  readonly left: boolean;
}

type Row = 0 | 1;
interface AtRow {
  readonly row: Row;
}

const resumeSetup = setup({
  types: {
    context: {} as ResumeContext,
    events: {} as ResumeEvent,
    output: {} as ResumeOutput,
  },
  guards: {
    rowIsRight: ({ event }, { row }: AtRow) =>
      event.type === 'ANSWER' && parseResumeRow(event.value, row) !== null,
  },
  actions: {
    keepTyped: assign(({ context, event }, { row }: AtRow) =>
      event.type === 'ANSWER' || event.type === 'FIELD_DRAFT'
        ? { typed: withRow(context.typed, row, event.value), error: null }
        : {},
    ),
    noteWrong: assign(({ context, event }, { row }: AtRow) => {
      if (event.type !== 'ANSWER') return {};
      const error: FieldErrorCode = event.value.trim() === '' ? 'required' : 'resume-row';
      return { typed: withRow(context.typed, row, event.value), error };
    }),
    noteUnreadable: assign({ error: 'resume-slip' as const }),
    goBack: assign((_, { row }: AtRow) => ({ error: null, left: row === 0 })),
  },
});

function withRow(typed: ResumeContext['typed'], row: Row, value: string): ResumeContext['typed'] {
  return row === 0 ? [value, typed[1]] : [typed[0], value];
}

function rowState(row: Row, next: string, back: string) {
  return resumeSetup.createStateConfig({
    on: {
      FIELD_DRAFT: { actions: { type: 'keepTyped', params: { row } } },
      ANSWER: [
        {
          guard: { type: 'rowIsRight', params: { row } },
          target: next,
          actions: { type: 'keepTyped', params: { row } },
        },
        { actions: { type: 'noteWrong', params: { row } } },
      ],
      BACK: { target: back, actions: { type: 'goBack', params: { row } } },
      SLIP_SCANNED: { actions: 'noteUnreadable' },
    },
  });
}

/**
 * The code of a resume slip, a row a page; a slip before the scanner ends it from outside. It says nothing of whether
 * there is such a slip: that is known only with the document.
 */
export const resumeMachine = resumeSetup.createMachine({
  id: 'resume',
  context: { typed: ['', ''], error: null, left: false },
  initial: 'first',
  states: {
    first: rowState(0, 'second', 'back'),
    second: rowState(1, 'whole', 'first'),
    whole: { type: 'final' },
    back: { type: 'final' },
  },
  output: ({ context }) => {
    const [first, second] = [parseResumeRow(context.typed[0], 0), parseResumeRow(context.typed[1], 1)];
    if (context.left || first === null || second === null) return { outcome: 'back' };
    return { outcome: 'code', code: first + second };
  },
});

export type ResumeSnapshot = SnapshotFrom<typeof resumeMachine>;
