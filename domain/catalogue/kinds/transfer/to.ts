import { fail, ok } from '../../../result.ts';
import type { Facts, Step } from '../../definition.ts';
import { accountNumber, accountStep } from '../../shared/account.ts';
import { investmentOf, investmentSteps } from '../../shared/investment.ts';
import { optionsOf } from '../../shared/options.ts';
import { schemeStep } from '../../shared/scheme.ts';
import { fromScheme, sourcesOf } from './from.ts';
import { isMoney } from './money.ts';

/** Money of a job left, of a personal account or of self-employment may go to a contribution account too (§3b). */
function mayGoToContribution(facts: Facts): boolean {
  return isMoney(facts, 'left-job', 'personal-account', 'self-employed');
}

function accountType(facts: Facts): string {
  if (isMoney(facts, 'tax-deductible-voluntary')) return 'tax-deductible-voluntary';
  return mayGoToContribution(facts) ? (facts.answers['to-type'] ?? '') : 'personal';
}

/** A contribution account is opened by the employer: it cannot be new here. */
function mayBeNew(facts: Facts): boolean {
  return accountType(facts) !== 'contribution';
}

function isNew(facts: Facts): boolean {
  return mayBeNew(facts) && facts.answers['to-account-kind'] === 'new';
}

/** Where to; a new account where there is none, with its investment. */
export const destinationSteps: readonly Step[] = [
  {
    id: 'to-type',
    when: mayGoToContribution,
    ask: () => ({ type: 'choice', options: optionsOf('ask.transfer.to-type', ['contribution', 'personal']) }),
  },
  schemeStep('transfer', {
    id: 'to-scheme',
    words: 'ask.transfer.to-scheme',
    check: (value, facts) =>
      isMoney(facts, 'current-employee-mandatory') && value === fromScheme(facts)
        ? fail('transfer-other-scheme')
        : ok(value),
  }),
  {
    id: 'to-account-kind',
    when: mayBeNew,
    ask: () => ({
      type: 'choice',
      options: optionsOf('ask.transfer.to-account-kind', ['existing', 'new']),
    }),
  },
  {
    ...accountStep({ id: 'to-account', words: 'ask.transfer.to-account', when: (facts) => !isNew(facts) }),
    check: (value, facts) => {
      const account = accountNumber(value);
      if (!account.ok) return account;
      const toScheme = facts.answers['to-scheme'];
      return sourcesOf(facts).some((one) => one.scheme === toScheme && one.accountNumber === account.value)
        ? fail('transfer-same-account')
        : account;
    },
  },
  ...investmentSteps({ scheme: 'to-scheme', when: isNew }),
];

/** The destination as it travels. */
export function destinationOf(facts: Facts): unknown {
  const { answers } = facts;
  return {
    scheme: answers['to-scheme'],
    accountType: accountType(facts),
    account: isNew(facts)
      ? { kind: 'new', investment: investmentOf(facts) }
      : { kind: 'existing', accountNumber: answers['to-account'] },
  };
}
