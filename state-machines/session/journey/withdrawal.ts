import { IDS } from '../guards.ts';
import { sessionSetup } from '../setup.ts';

/** What a withdrawal means and why the card is read, before it is. */
export const withdrawNotice = sessionSetup.createStateConfig({
  on: {
    CONTINUE: [
      { guard: 'identifiedByQuestion', target: 'identified' },
      { guard: 'uncovered', target: 'identify', actions: 'identifyByReader' },
    ],
    BACK: { guard: 'uncovered', target: 'enquiry', actions: 'backToEnquiry' },
  },
});

/** The last look before it counts; the member's own act (DESIGN.md, *Assurance*). */
export const withdrawConfirm = sessionSetup.createStateConfig({
  id: IDS.withdrawConfirm,
  entry: 'makeSubmissionId',
  on: {
    BACK: { guard: 'uncovered', target: 'identify', actions: 'identifyAgain' },
    SUBMIT: { guard: 'memberMayWithdraw', target: 'submitting', actions: 'declareWithdrawal' },
    NUMBER_REFUSED: { guard: 'typedNumber', target: 'identify', actions: 'correctNumber' },
  },
});
