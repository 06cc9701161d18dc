import type { VanContext } from './context.ts';

const passed = { actions: 'toRoster' } as const;

/** The van's state in which those pages are on top; the shift's lock runs beside them, so that no touch begins them anew. */
export const rosterPages = {
  invoke: {
    id: 'roster',
    src: 'roster',
    input: ({ context: { outside, operator } }: { readonly context: VanContext }) => ({ outside, operator }),
    onDone: 'ready',
    onError: 'ready',
  },
  on: {
    FILE_OPEN: passed,
    FILE_UP: passed,
    FILE_STOP: passed,
    FILE_AGAIN: passed,
    FILE_SAVE: passed,
    ROSTER_REMOVE: passed,
    CONTINUE: passed,
    BACK: passed,
  },
} as const;

/** Whether a list can be read and held here. */
export function takesRosters({ context: { outside } }: { readonly context: VanContext }): boolean {
  return outside.ports.files !== undefined && outside.ports.roster !== undefined;
}
