import { sessionSetup } from '../setup.ts';

/**
 * The document is not as it was typed or recorded: what differs and what to bring. The member says that the card is
 * right where they had typed the other themselves, or leaves it as a case; nothing is fitted to anything.
 */
export const mismatch = sessionSetup.createStateConfig({
  on: {
    CARD_IS_RIGHT: { guard: 'mayTakeBackTyped', target: 'identified', actions: 'forgetTold' },
    CONTINUE: { guard: 'uncovered', target: 'identified', actions: 'noteMismatchShown' },
    BACK: [
      { guard: 'correctingUncovered', target: 'task', actions: 'taskFromLast' },
      { guard: 'uncovered', target: 'identify', actions: 'identifyAgain' },
    ],
  },
});
