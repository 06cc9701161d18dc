import { z } from 'zod';
import { WITHDRAWAL_GROUNDS } from '../../../reference-data/schema/withdrawals.ts';
import { message } from '../../ask.ts';
import type { Definition, Facts } from '../../definition.ts';
import { bankAccountSchema, bankOf, bankSteps } from '../../shared/bank.ts';
import { optionsOf } from '../../shared/options.ts';
import { refuseWithoutScheme } from '../../shared/scheme.ts';
import { ACCOUNTS, accountsOf, accountsSchema } from './accounts.ts';
import { chosenGround, oldEnough, rulesOf } from './eligibility.ts';
import { bring, PAPERS, papersOf, papersSchema, tell } from './papers.ts';
import { claimOf, claimSchema, CONDITIONS } from './questions.ts';

const REGISTERED = ['iam-smart', 'in-person', 'photo', 'not-sure', 'not-registered'] as const;

const detailsSchema = z.strictObject({
  claim: claimSchema,
  /**
   * How the member's own eMPF account was made; accounts made with a photo of the card need another verification
   * first (facts/domain.md §2.2). Null: the claimant is a personal representative.
   */
  registeredBy: z.enum(REGISTERED).nullable(),
  accounts: accountsSchema,
  /** Null for a personal representative: where that money goes is settled with the grant. */
  bank: bankAccountSchema.nullable(),
  papers: papersSchema,
});

/** The member's own money; a personal representative claims somebody else's. */
const isOwn = (facts: Facts): boolean => {
  const ground = chosenGround(facts);
  return ground !== null && ground !== 'death';
};

/**
 * MPF taken out, on one of seven grounds. Eligibility first; a terminal prepares, and what needs a sworn paper or a
 * higher assurance ends at a service centre (facts/domain.md §3c, §2.2).
 */
export const benefitWithdrawal: Definition<z.infer<typeof detailsSchema>> = {
  kind: 'benefit-withdrawal',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§2.2', '§3c', '§3e'],
  refuse: refuseWithoutScheme,
  steps: [
    {
      id: 'ground',
      ask: (facts) => ({
        type: 'choice',
        options: WITHDRAWAL_GROUNDS.flatMap((ground) => {
          const rules = rulesOf(facts, ground);
          return rules === null ? [] : [{ code: ground, label: { words: rules.name } }];
        }),
      }),
      check: oldEnough,
    },
    ...CONDITIONS,
    {
      id: 'registered-by',
      when: isOwn,
      ask: () => ({
        type: 'choice',
        options: optionsOf('ask.benefit-withdrawal.registered-by', REGISTERED),
      }),
    },
    {
      id: 'extra-check',
      when: (facts) => isOwn(facts) && ['photo', 'not-sure'].includes(facts.answers['registered-by'] ?? ''),
      ask: () => ({
        type: 'statement',
        tone: 'caution',
        paragraphs: [message('withdrawal.extra-check'), message('withdrawal.extra-check.where')],
        figures: [],
        agree: message('shared.understood'),
      }),
    },
    ...ACCOUNTS,
    ...bankSteps(isOwn),
    ...PAPERS,
  ],
  build: (facts) => ({
    claim: claimOf(facts),
    registeredBy: facts.answers['registered-by'] ?? null,
    accounts: accountsOf(facts),
    bank: isOwn(facts) ? bankOf(facts.answers) : null,
    papers: papersOf(facts),
  }),
  isCentreOnly: ({ papers }) => papers.originalsSeen === true,
  bring,
  tell,
};
