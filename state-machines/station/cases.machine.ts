import { setup, type SnapshotFrom } from 'xstate';

type CasesEvent = { readonly type: 'BACK' };

const casesSetup = setup({ types: { events: {} as CasesEvent } });

/** How many were served at this counter today; over when staff go back to it. */
export const casesMachine = casesSetup.createMachine({
  id: 'cases',
  initial: 'shown',
  states: {
    shown: { on: { BACK: 'over' } },
    over: { type: 'final' },
  },
});

export type CasesSnapshot = SnapshotFrom<typeof casesMachine>;
