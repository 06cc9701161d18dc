import { IDS } from '../guards/ids.ts';
import { sessionSetup } from '../setup.ts';

/** What a withdrawal means and what proves that it may be made, before anything is read. */
export const withdrawNotice = sessionSetup.createStateConfig({
  on: {
    CONTINUE: [
      { guard: 'withdrawsBySlip', target: 'withdrawConfirm' },
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
    BACK: [
      { guard: 'withdrawsBySlip', target: 'withdrawNotice' },
      { guard: 'uncovered', target: 'identify', actions: 'identifyAgain' },
    ],
    SUBMIT: { guard: 'memberMayWithdraw', target: 'submitting', actions: 'declareWithdrawal' },
    NUMBER_REFUSED: { guard: 'typedNumber', target: 'identify', actions: 'correctNumber' },
  },
});
