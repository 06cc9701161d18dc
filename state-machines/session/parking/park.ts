import { inTime } from '../../deadline.ts';
import { IDS } from '../guards/ids.ts';
import { numberOf } from '../context/number-of.ts';
import { sessionSetup } from '../setup.ts';
import { draftOfVisit } from './draft-of.ts';

const silent = { target: 'failed', actions: ['parkingSilent', 'auditParking', 'tellParkingFailed'] } as const;

/**
 * "Finish later" covers the page: what it means and until when, then the slip, or that it could not be done. Whoever
 * changes their mind is where they were.
 */
export const park = sessionSetup.createStateConfig({
  initial: 'none',
  on: {
    // Staff went away: it is put aside without being asked (`../idle.ts`).
    PARK_NOW: { guard: 'parkable', target: '.saving' },
  },
  states: {
    none: {
      on: {
        FINISH_LATER: [
          { guard: 'mayPark', target: 'asking' },
          { guard: 'mayParkUnhelped', target: 'asking' },
        ],
      },
    },
    asking: {
      id: IDS.parkAsking,
      on: {
        FINISH_LATER_CANCEL: { guard: 'parkOnTop', target: 'none' },
        FINISH_LATER_CONFIRM: { guard: 'mayPutAside', target: 'saving' },
        // Someone with a badge has come: the question goes away, the page stays.
        BADGE_SCANNED: { target: 'none' },
      },
    },
    saving: {
      id: IDS.parkSaving,
      entry: 'makeSlip',
      invoke: [
        {
          id: 'park',
          src: 'park',
          input: ({ context }) => {
            const { visit, outside } = context;
            const { making: code, takenUp } = visit.later;
            const draft = draftOfVisit(context);
            const request =
              code === null || draft === null || visit.identified === null
                ? null
                : { code, draft, number: numberOf(visit.identified), replaces: takenUp?.code ?? null };
            return { outside, request };
          },
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'none',
              actions: [
                { type: 'noteParked', params: ({ event }) => ({ result: event.output }) },
                'auditParking',
                'tellParked',
              ],
            },
            {
              target: 'failed',
              actions: [
                { type: 'noteParked', params: ({ event }) => ({ result: event.output }) },
                'auditParking',
                'tellParkingFailed',
              ],
            },
          ],
          onError: silent,
        },
        {
          id: 'parking-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.parkOverdue, { type: 'PARKING_OVERDUE' }),
        },
      ],
      on: { PARKING_OVERDUE: silent },
    },
    /** Nothing is lost: everything is still on the page beneath. */
    failed: {
      id: IDS.parkFailed,
      on: {
        FINISH_LATER_CANCEL: { guard: 'parkOnTop', target: 'none' },
        FINISH_LATER_CONFIRM: { guard: 'mayPutAside', target: 'saving' },
        BADGE_SCANNED: { target: 'none' },
      },
    },
  },
});
