import { MOCK_RUN_ANSWERS } from '../../../domain/catalogue/kinds/employer-remittance/mock-run.ts';
import { IDS } from '../guards/ids.ts';
import { sessionSetup } from '../setup.ts';

/** Page events that the child takes, only while nothing covers the page. */
const toMockRun = { guard: 'uncovered', actions: 'passToMockRun' } as const;
const over = { type: 'endAs', params: { how: 'checked' } } as const;

/** An employer's file is checked and nothing is sent: nobody is identified, and no declaration comes after it. */
export const mockRun = sessionSetup.createStateConfig({
  id: IDS.mockRun,
  invoke: {
    id: 'mock-run',
    src: 'mockRun',
    input: ({ context: { outside, online } }) => ({
      outside,
      online,
      identified: null,
      answers: MOCK_RUN_ANSWERS,
      byStaff: [],
      startAt: null,
      changing: false,
    }),
    onDone: [
      { guard: ({ event }) => 'back' in event.output, target: `#${IDS.menu}` },
      { target: `#${IDS.wiping}`, actions: over },
    ],
  },
  on: {
    ANSWER: toMockRun,
    BACK: toMockRun,
    CONTINUE: toMockRun,
    FILE_OPEN: toMockRun,
    FILE_UP: toMockRun,
    FILE_STOP: toMockRun,
    FILE_AGAIN: toMockRun,
    FILE_SAVE: toMockRun,
    FIELD_DRAFT: { actions: 'passToMockRun' },
    DONE: { guard: 'uncovered', target: `#${IDS.wiping}`, actions: over },
  },
});
