import { z } from 'zod';
import { disShare } from '../../reference-data/look-up/default-investment.ts';
import { type Figure, literal, message } from '../ask.ts';
import type { Facts, Step } from '../definition.ts';
import {
  allocationOf,
  allocationSchema,
  chosenFunds,
  fundLabel,
  fundOptions,
  standAloneFunds,
} from './funds.ts';
import { ageOf } from './member.ts';
import { optionsOf } from './options.ts';

/** The Default Investment Strategy, or funds of the member's own choice; never both (facts/domain.md §3d). */
export const investmentSchema = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('dis') }),
  z.strictObject({
    way: z.literal('funds'),
    allocation: allocationSchema,
    /** The member read that the two DIS funds do not shift with age when chosen by themselves. */
    standAloneRead: z.boolean(),
  }),
]);

export interface InvestmentOptions {
  /** Id of the page that names the scheme. */
  readonly scheme: string;
  readonly when?: NonNullable<Step['when']>;
}

/**
 * Four pages: DIS or own funds, then either what DIS is, or the funds with a warning where one of the two DIS funds is
 * among them.
 */
export function investmentSteps({ scheme, when = () => true }: InvestmentOptions): readonly Step[] {
  const way = (facts: Facts, index: number): string | undefined =>
    when(facts, index) ? facts.answers['investment'] : undefined;
  const alone = (facts: Facts) =>
    standAloneFunds(chosenFunds(facts, facts.answers[scheme], facts.answers['funds']));
  return [
    {
      id: 'investment',
      words: 'ask.shared.investment',
      when,
      ask: () => ({ type: 'choice', options: optionsOf('ask.shared.investment', ['dis', 'funds']) }),
    },
    {
      id: 'dis-explained',
      words: 'ask.shared.dis-explained',
      when: (facts, index) => way(facts, index) === 'dis',
      ask: (facts) => ({
        type: 'statement',
        tone: 'plain',
        paragraphs: [
          message('shared.dis.what'),
          message('shared.dis.ages'),
          message('shared.dis.fees'),
          message('shared.no-advice'),
        ],
        figures: disFigures(facts),
        agree: message('shared.read'),
      }),
    },
    {
      id: 'funds',
      words: 'ask.shared.funds',
      when: (facts, index) => way(facts, index) === 'funds',
      ask: (facts) => ({ type: 'allocation', options: fundOptions(facts, facts.answers[scheme]) }),
    },
    {
      id: 'stand-alone',
      words: 'ask.shared.stand-alone',
      when: (facts, index) => way(facts, index) === 'funds' && alone(facts).length > 0,
      ask: (facts) => ({
        type: 'statement',
        tone: 'caution',
        paragraphs: [...alone(facts).map(fundLabel), message('shared.stand-alone')],
        figures: [],
        agree: message('shared.understood'),
      }),
    },
  ];
}

/** How DIS would divide money at the member's age today; empty while the age or the table is not known. */
export function disFigures(facts: Facts): readonly Figure[] {
  const age = ageOf(facts);
  if (age === null || age < 0) return [];
  const share = disShare(facts.data, age, facts.today);
  if (!share.ok) return [];
  return [
    { label: message('shared.dis.at-age'), value: literal(String(age)) },
    { label: message('shared.dis.core-accumulation'), value: literal(`${share.value.coreAccumulation}%`) },
    { label: message('shared.dis.age-65-plus'), value: literal(`${share.value.age65Plus}%`) },
  ];
}

/** What `investmentSchema` takes, out of the answers of `investmentSteps`. */
export function investmentOf({ answers }: Facts): unknown {
  if (answers['investment'] === 'dis') return { way: 'dis' };
  return {
    way: 'funds',
    allocation: allocationOf(answers['funds']),
    standAloneRead: answers['stand-alone'] === 'read',
  };
}
