import { REMITTANCE_FILE_LIMITS } from '../../../remittance/limits.ts';
import { ok } from '../../../result.ts';
import { message } from '../../ask.ts';
import type { Answers, Definition, Step } from '../../definition.ts';
import { employerAccount } from '../../shared/employer-account.ts';
import { employerRemittance } from './employer-remittance.ts';
import { FILE_STEP, RULES_STEP } from './file-step.ts';

/** What the run begins with: it is always a file. */
export const MOCK_RUN_ANSWERS: Answers = { way: 'file' };

const WORDS = 'ask.employer-remittance.mock-run';

/** What is checked, that nothing is sent, what to have at hand. */
const ABOUT: Step = {
  id: 'mock-run',
  ask: () => ({
    type: 'statement',
    tone: 'plain',
    paragraphs: [message(`${WORDS}.nothing-sent`), message(`${WORDS}.checked`), message(`${WORDS}.needed`)],
    figures: [],
    agree: message(`${WORDS}.begin`),
  }),
  check: () => ok('read'),
};

const ACCOUNT: Step = {
  id: 'employer-account',
  ask: () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: false }),
  check: employerAccount,
};

/** The same file page as a remittance has; the paying company is known by its account alone. */
const FILE: Step = {
  ...FILE_STEP,
  ask: ({ answers }) => {
    const account = answers['employer-account'] ?? '';
    return {
      type: 'file',
      ...REMITTANCE_FILE_LIMITS,
      payer: { name: account, account },
      rules: answers['rules'] === 'drive',
      stored: null,
      checkOnly: true,
    };
  },
};

/**
 * An employer's mock run (issue 5 §6): the pages of a
 * remittance that a file needs, and no others. Nobody is identified, nothing is submitted: it is in no catalogue.
 */
export const MOCK_RUN: Definition = {
  ...(employerRemittance as Definition),
  steps: [ABOUT, ACCOUNT, RULES_STEP, FILE],
};
