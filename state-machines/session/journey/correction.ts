import { inTime } from '../../deadline.ts';
import { mayRaise } from '../context/assurance.ts';
import { IDS } from '../guards/ids.ts';
import { identityClaimOf } from '../requests.ts';
import { sessionSetup } from '../setup.ts';

const silent = { target: 'correctionTrouble', actions: ['correctionSilent', 'auditCorrection'] } as const;

/** The fields of what is to be corrected come from the platform, to who was identified again. */
export const correctionOpening = sessionSetup.createStateConfig({
  invoke: [
    {
      id: 'open-correction',
      src: 'openCorrection',
      input: ({ context: { outside, visit } }) => ({
        outside,
        reference: visit.found?.reference ?? null,
        claim: identityClaimOf(visit),
      }),
      onDone: [
        {
          guard: ({ event }) => event.output.ok,
          target: 'task',
          actions: [
            { type: 'noteCorrection', params: ({ event }) => ({ result: event.output }) },
            'auditCorrection',
            'taskFromFirst',
          ],
        },
        {
          // Left with more than one of the staff can give: how else the member shows who they are.
          guard: ({ context, event }) =>
            !event.output.ok && event.output.code === 'assurance-too-low' && mayRaise(context),
          target: 'attestation',
          actions: [
            { type: 'noteCorrection', params: ({ event }) => ({ result: event.output }) },
            'auditCorrection',
            'raiseAssurance',
          ],
        },
        {
          target: 'correctionTrouble',
          actions: [
            { type: 'noteCorrection', params: ({ event }) => ({ result: event.output }) },
            'auditCorrection',
          ],
        },
      ],
      onError: silent,
    },
    {
      id: 'correction-overdue',
      src: 'deadline',
      input: ({ context: { outside } }) =>
        inTime(outside, outside.delays.enquiryOverdue, { type: 'CORRECTION_OVERDUE' }),
    },
  ],
  on: {
    CORRECTION_OVERDUE: silent,
    BACK: { guard: 'uncovered', target: 'enquiry', actions: 'backToEnquiry' },
  },
});

/** It could not be fetched; what was left stays as it is. */
export const correctionTrouble = sessionSetup.createStateConfig({
  on: {
    RETRY: { guard: 'mayFetchAgain', target: 'correctionOpening' },
    BACK: { guard: 'uncovered', target: 'enquiry', actions: 'backToEnquiry' },
    DONE: {
      guard: 'uncovered',
      target: `#${IDS.wiping}`,
      actions: { type: 'endAs', params: { how: 'enquired' } },
    },
  },
});
