import { addMonths } from '../../../calendar/date-arithmetic.ts';
import type { Fund } from '../../../reference-data/schema/schemes.ts';
import { fail, ok } from '../../../result.ts';
import { message } from '../../ask.ts';
import type { Facts, Repeat, Step } from '../../definition.ts';
import { pageId } from '../../pages.ts';
import { accountStep } from '../../shared/account.ts';
import { guaranteedFunds } from '../../shared/funds.ts';
import { optionsOf, yesNo } from '../../shared/options.ts';
import { accountNamed, knownAccountStep } from '../../shared/known-account.ts';
import { schemeStep } from '../../shared/scheme.ts';
import { EMPLOYER_REPORTED, MOST_SOURCES } from './details.ts';
import { isMoney, NOT_TRANSFERABLE, TRANSFER_MONEY } from './money.ts';

/** Months after which money of a job that was left goes to a personal account by itself (facts/domain.md §3b). */
const AUTOMATIC_AFTER_MONTHS = 3;

function isRefused(value: string): value is keyof typeof NOT_TRANSFERABLE {
  return Object.hasOwn(NOT_TRANSFERABLE, value);
}

/** Eligibility first: which money, and for a job that was left, since when. */
export const moneySteps: readonly Step[] = [
  {
    id: 'money',
    ask: () => ({
      type: 'choice',
      options: optionsOf('ask.transfer.money', [
        'current-employee-mandatory',
        'current-employer-mandatory',
        'current-voluntary',
        ...TRANSFER_MONEY.slice(1),
      ]),
    }),
    check: (value) => (isRefused(value) ? fail(NOT_TRANSFERABLE[value]) : ok(value)),
  },
  {
    id: 'last-day',
    when: (facts) => isMoney(facts, 'left-job'),
    ask: () => ({ type: 'date' }),
    check: (value, { today }) =>
      value <= today ? ok(value) : fail('transfer-job-not-left', { from: value }),
  },
  {
    id: 'employer-reported',
    when: (facts) => isMoney(facts, 'left-job'),
    ask: () => ({ type: 'choice', options: optionsOf('ask.transfer.employer-reported', EMPLOYER_REPORTED) }),
  },
  {
    id: 'declaration-needed',
    when: isUnreported,
    ask: () => statement('plain', ['ask.transfer.declaration-needed.text'], 'shared.understood'),
  },
  {
    id: 'moved-already',
    when: (facts) => isMoney(facts, 'left-job') && isPastThreeMonths(facts),
    ask: () => statement('plain', ['ask.transfer.moved-already.text'], 'shared.understood'),
  },
];

/** The employer has not said that the member left: a sworn declaration has to (facts/domain.md §3b). */
export function isUnreported(facts: Facts): boolean {
  return isMoney(facts, 'left-job') && facts.answers['employer-reported'] === 'no';
}

function isPastThreeMonths({ answers, today }: Facts): boolean {
  const lastDay = answers['last-day'];
  return lastDay !== undefined && addMonths(lastDay, AUTOMATIC_AFTER_MONTHS) < today;
}

/** A page to read, of messages without parameters. */
export function statement(tone: 'plain' | 'caution', paragraphs: readonly string[], agree: string) {
  return {
    type: 'statement' as const,
    tone,
    paragraphs: paragraphs.map((key) => message(key)),
    figures: [],
    agree: message(agree),
  };
}

function sourceCount(facts: Facts): number {
  if (!isMoney(facts, 'personal-accounts')) return 1;
  let count = 1;
  while (count < MOST_SOURCES && facts.answers[pageId('another-account', count)] === 'yes') count += 1;
  return count;
}

export interface SourceAccount {
  readonly scheme: string;
  readonly accountNumber: string;
}

/** The accounts that money comes from, as far as they are answered. */
export function sourcesOf(facts: Facts): readonly SourceAccount[] {
  return Array.from({ length: sourceCount(facts) }, (_, round) => sourceIn(facts, round + 1));
}

/** What was chosen from the records counts before what was typed in the same round. */
function sourceIn(facts: Facts, index: number): SourceAccount {
  const { scheme, accountNumber } = knownIn(facts, index) ?? {
    scheme: facts.answers[pageId('from-scheme', index)] ?? '',
    accountNumber: facts.answers[pageId('from-account', index)] ?? '',
  };
  return { scheme, accountNumber };
}

function knownIn(facts: Facts, index: number) {
  return accountNamed(facts, facts.answers[pageId('known-account', index)]);
}

function knownBefore({ answers }: Facts, index: number): readonly (string | undefined)[] {
  return Array.from({ length: index - 1 }, (_, round) => answers[pageId('known-account', round + 1)]);
}

/** The scheme that money comes from; of several, the first. */
export function fromScheme(facts: Facts): string {
  return sourceIn(facts, 1).scheme;
}

/** Guaranteed funds of the schemes that money leaves. */
export function guaranteedLeft(facts: Facts): readonly Fund[] {
  const schemes = new Set(sourcesOf(facts).map(({ scheme }) => scheme));
  return [...schemes].flatMap((scheme) => guaranteedFunds(facts, scheme));
}

function allowsMoreThanOnce({ data }: Facts, schemeId: string | undefined): boolean {
  return data.schemes.find(({ id }) => id === schemeId)?.rules.ecaMoreThanOnceAYear ?? false;
}

/** From which accounts: one, and more for a consolidation. */
export const sources: Repeat = {
  repeat: 'sources',
  most: MOST_SOURCES,
  count: sourceCount,
  steps: [
    knownAccountStep('transfer', knownBefore),
    schemeStep('transfer', {
      id: 'from-scheme',
      words: 'ask.transfer.from-scheme',
      when: (facts, index) => knownIn(facts, index) === null,
    }),
    {
      id: 'choice-used',
      when: (facts) => isMoney(facts, 'current-employee-mandatory'),
      ask: () => ({ type: 'choice', options: yesNo() }),
      check: (value, facts) =>
        value === 'no' || allowsMoreThanOnce(facts, fromScheme(facts))
          ? ok(value)
          : fail('transfer-choice-used', { from: `${Number(facts.today.slice(0, 4)) + 1}-01-01` }),
    },
    {
      ...accountStep({
        id: 'from-account',
        words: 'ask.transfer.from-account',
        when: (facts, index) => knownIn(facts, index) === null,
      }),
      check: (value, facts, index) => {
        const account = accountStep({ id: 'from-account' }).check?.(value, facts, index) ?? ok(value);
        if (!account.ok) return account;
        const scheme = facts.answers[pageId('from-scheme', index)];
        const earlier = sourcesOf(facts).slice(0, index - 1);
        return earlier.some((one) => one.scheme === scheme && one.accountNumber === account.value)
          ? fail('transfer-account-twice')
          : account;
      },
    },
    {
      id: 'another-account',
      when: (facts, index) => isMoney(facts, 'personal-accounts') && index < MOST_SOURCES,
      ask: () => ({ type: 'choice', options: yesNo() }),
      describe: () => [],
    },
  ],
};
