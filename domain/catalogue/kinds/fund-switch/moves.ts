import { fundsOf } from '../../../reference-data/look-up/schemes.ts';
import type { Fund } from '../../../reference-data/schema/schemes.ts';
import { fail, ok } from '../../../result.ts';
import { message, type Option } from '../../ask.ts';
import type { Facts, Repeat } from '../../definition.ts';
import { pageId } from '../../pages.ts';
import { allocationOf, chosenFunds, fundLabel, fundOptions } from '../../shared/funds.ts';
import { heldFunds, heldHelp } from '../../shared/known-holdings.ts';
import { yesNo } from '../../shared/options.ts';
import { MOST_MOVES } from './details.ts';

function isFundToFund({ answers }: Facts): boolean {
  return answers['mode'] === 'fund-to-fund';
}

/** Rounds that are asked for: one, and one more for each *yes* in a row. */
function moveCount(facts: Facts): number {
  if (!isFundToFund(facts)) return 0;
  let count = 1;
  while (count < MOST_MOVES && facts.answers[pageId('another', count)] === 'yes') count += 1;
  return count;
}

/**
 * What money can come out of: the scheme's funds, closed ones too, and DIS as a whole; none of an earlier round. Where
 * the account was looked up, only what is in it, each with how much; the order stays that of the names.
 */
function outOptions(facts: Facts, index: number): readonly Option[] {
  const taken = Array.from({ length: index - 1 }, (_, round) => facts.answers[pageId('out-fund', round + 1)]);
  const dis = {
    code: 'dis',
    label: message('ask.fund-switch.out-fund.option.dis'),
    english: 'Default Investment Strategy (DIS)',
  };
  const funds = fundsOf(facts.data, facts.answers['scheme'] ?? '').map((fund) => ({
    code: fund.code,
    label: fundLabel(fund),
    english: fund.name.en,
  }));
  const held = heldFunds(facts);
  return [dis, ...funds]
    .sort((one, other) => (one.english < other.english ? -1 : one.english > other.english ? 1 : 0))
    .filter(({ code }) => !taken.includes(code) && (held === null || held.has(code)))
    .map(({ code, label }) => {
      const value = held?.get(code);
      return value === undefined ? { code, label } : { code, label, help: heldHelp(value) };
    });
}

/** Fund to fund: how much of a fund goes out, and into what; round by round. */
export const moves: Repeat = {
  repeat: 'moves',
  most: MOST_MOVES,
  count: moveCount,
  steps: [
    { id: 'out-fund', ask: (facts, index) => ({ type: 'choice', options: outOptions(facts, index) }) },
    {
      id: 'out-percentage',
      ask: () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: false }),
      check: (value) => {
        const percentage = Number(value);
        return percentage >= 1 && percentage <= 100
          ? ok(String(percentage))
          : fail('switch-percentage-range');
      },
    },
    {
      id: 'into-funds',
      words: 'ask.shared.funds',
      ask: (facts, index) => ({
        type: 'allocation',
        options: fundOptions(facts, facts.answers['scheme'], [
          facts.answers[pageId('out-fund', index)] ?? '',
        ]),
      }),
    },
    {
      id: 'another',
      when: (facts, index) => index < MOST_MOVES && outOptions(facts, index + 1).length > 0,
      ask: () => ({ type: 'choice', options: yesNo() }),
      describe: () => [],
    },
  ],
};

/** The moves as they travel. */
export function movesOf(facts: Facts): unknown {
  return rounds(facts).map((index) => ({
    from: facts.answers[pageId('out-fund', index)],
    percentage: Number(facts.answers[pageId('out-percentage', index)]),
    into: allocationOf(facts.answers[pageId('into-funds', index)]),
  }));
}

/** Codes of the funds that money comes out of. */
export function outFunds(facts: Facts): readonly string[] {
  return rounds(facts).map((index) => facts.answers[pageId('out-fund', index)] ?? '');
}

/** Funds that money goes into by the moves. */
export function intoFunds(facts: Facts): readonly Fund[] {
  return rounds(facts).flatMap((index) =>
    chosenFunds(facts, facts.answers['scheme'], facts.answers[pageId('into-funds', index)]),
  );
}

function rounds(facts: Facts): readonly number[] {
  return Array.from({ length: moveCount(facts) }, (_, round) => round + 1);
}
