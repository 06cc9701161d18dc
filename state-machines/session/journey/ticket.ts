import { IDS } from '../guards/ids.ts';
import { sessionSetup } from '../setup.ts';

/** Page events that the child takes, only while nothing covers the page. */
const toTicket = { guard: 'uncovered', actions: 'passToTicket' } as const;

/** The queue of this place: nobody is identified for it, and nothing of it is kept here. */
export const ticket = sessionSetup.createStateConfig({
  id: IDS.ticket,
  invoke: {
    id: 'ticket',
    src: 'ticket',
    input: ({ context: { outside, online, visit } }) => ({
      ...{ outside, online, scanned: visit.scanned },
      sessionId: visit.sessionId ?? '',
    }),
    onDone: [
      {
        guard: ({ event }) => event.output.outcome === 'ticketed',
        target: `#${IDS.wiping}`,
        actions: { type: 'endAs', params: { how: 'ticketed' } },
      },
      {
        guard: ({ event }) => event.output.outcome === 'finished',
        target: `#${IDS.wiping}`,
        actions: { type: 'endAs', params: { how: 'left' } },
      },
      { guard: 'instructing', target: 'menu', actions: 'closeGroup' },
      { target: 'language', actions: 'registerInstead' },
    ],
  },
  on: {
    ANSWER: toTicket,
    BACK: toTicket,
    CONTINUE: toTicket,
    DONE: toTicket,
    RETRY: toTicket,
    TICKET_WAY: toTicket,
    TICKET_FOR: toTicket,
    TICKET_CANCEL: toTicket,
    FIELD_DRAFT: { actions: 'passToTicket' },
    TICKET_SCANNED: toTicket,
    CONNECTION: { actions: 'passToTicket' },
  },
});
