import { z } from 'zod';
import { message } from '../../ask.ts';
import type { Definition } from '../../definition.ts';
import { accountNumberSchema, accountStep } from '../../shared/account.ts';
import { contributionTypesSchema, contributionTypesStep } from '../../shared/contribution-types.ts';
import { dealingFigures, dealingParagraphs, dealingTold } from '../../shared/dealing.ts';
import { mandateNowStep } from '../../shared/known-holdings.ts';
import { knownAccountStep, resolvingAccount, unlessKnown } from '../../shared/known-account.ts';
import { investmentOf, investmentSchema, investmentSteps } from '../../shared/investment.ts';
import { refuseWithoutScheme, schemeIdSchema, schemeStep } from '../../shared/scheme.ts';

const detailsSchema = z.strictObject({
  scheme: schemeIdSchema,
  accountNumber: accountNumberSchema,
  contributionTypes: contributionTypesSchema,
  investment: investmentSchema,
});

/**
 * Into which funds future contributions and transfers-in go, for each contribution type by itself (facts/domain.md
 * §3d). What is there already stays where it is.
 */
export const mandateChange: Definition<z.infer<typeof detailsSchema>> = resolvingAccount<
  z.infer<typeof detailsSchema>
>({
  kind: 'mandate-change',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§3d', '§4'],
  refuse: refuseWithoutScheme,
  lookUp: 'accounts',
  steps: [
    knownAccountStep('mandate'),
    unlessKnown(schemeStep('mandate')),
    unlessKnown(accountStep({ id: 'account' })),
    mandateNowStep,
    contributionTypesStep,
    ...investmentSteps({ scheme: 'scheme' }),
    {
      id: 'effect',
      ask: (facts) => ({
        type: 'statement',
        tone: 'plain',
        paragraphs: [
          message('ask.mandate-change.effect.future-only'),
          ...dealingParagraphs(facts),
          message('shared.no-advice'),
        ],
        figures: dealingFigures(facts),
        agree: message('shared.read'),
      }),
    },
  ],
  build: (facts) => ({
    scheme: facts.answers['scheme'],
    accountNumber: facts.answers['account'],
    contributionTypes: (facts.answers['contribution-types'] ?? '').split(','),
    investment: investmentOf(facts),
  }),
  tell: dealingTold,
});
