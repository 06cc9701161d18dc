import { type Cents, centsOf, hongKongDollars } from '../../money/money.ts';
import { fundsOf } from '../../reference-data/look-up/schemes.ts';
import { type Figure, type Label, literal, message } from '../ask.ts';
import type { Facts, Step } from '../definition.ts';
import { fundLabel } from './funds.ts';
import { accountParts, chosenAccount } from './known-account.ts';

/** What the chosen parts hold, by fund; null where the account is not known. */
export function heldFunds(facts: Facts): ReadonlyMap<string, Cents> | null {
  if (chosenAccount(facts) === null) return null;
  const types = new Set((facts.answers['contribution-types'] ?? '').split(','));
  const sums = new Map<string, Cents>();
  for (const { type, holdings } of accountParts(facts)) {
    if (!types.has(type)) continue;
    for (const { fund, value } of holdings) sums.set(fund, (sums.get(fund) ?? 0n) + centsOf(value));
  }
  return sums;
}

const dollars = (cents: Cents): string => hongKongDollars(cents);

/** A fund of the chosen account by name, or the Default Investment Strategy as such. */
function heldLabel(facts: Facts, fund: string): Label {
  if (fund === 'dis') return message('ask.fund-switch.out-fund.option.dis');
  const known = fundsOf(facts.data, chosenAccount(facts)?.scheme ?? '').find(({ code }) => code === fund);
  return known === undefined ? literal(fund) : fundLabel(known);
}

/** Funds by name: none stands out for what it holds. */
function byName<Entry extends { readonly fund: string }>(
  facts: Facts,
  entries: readonly Entry[],
): readonly Entry[] {
  const name = ({ fund }: Entry): string => {
    const label = heldLabel(facts, fund);
    return 'words' in label ? label.words.en : 'Default Investment Strategy (DIS)';
  };
  return [...entries].sort((one, other) => (name(one) < name(other) ? -1 : 1));
}

const typeLabel = (type: string): Label => message(`ask.shared.contribution-types.option.${type}`);

/** Where records come from and of which day, and that they are invented where they are. */
export function recordsRemark({ records }: Facts): readonly Label[] {
  if (records === null || records === undefined) return [];
  const { asOf, sample } = records;
  return [
    message('shared.records.as-of', { date: asOf }),
    ...(sample ? [message('shared.records.sample')] : []),
  ];
}

/** What is in the chosen account now, part by part and fund by fund. */
export const holdingsStep: Step = {
  id: 'holdings',
  words: 'ask.shared.holdings',
  when: (facts) => accountParts(facts).length > 0,
  ask: (facts) => ({
    type: 'statement',
    tone: 'plain',
    paragraphs: recordsRemark(facts),
    figures: accountParts(facts).flatMap(({ type, holdings }): readonly Figure[] => [
      {
        label: typeLabel(type),
        value: literal(dollars(holdings.reduce((sum, { value }) => sum + centsOf(value), 0n))),
        heads: true,
      },
      ...byName(facts, holdings).map(({ fund, value }) => ({
        label: heldLabel(facts, fund),
        value: literal(dollars(centsOf(value))),
      })),
    ]),
    agree: message('shared.continue'),
  }),
};

/** Into what new money of the chosen account goes now. */
export const mandateNowStep: Step = {
  id: 'mandate-now',
  words: 'ask.shared.mandate-now',
  when: (facts) => accountParts(facts).length > 0,
  ask: (facts) => ({
    type: 'statement',
    tone: 'plain',
    paragraphs: recordsRemark(facts),
    figures: accountParts(facts).flatMap(({ type, mandate }): readonly Figure[] => [
      { label: typeLabel(type), value: literal('100%'), heads: true },
      ...byName(facts, mandate).map(({ fund, percentage }) => ({
        label: heldLabel(facts, fund),
        value: literal(`${percentage}%`),
      })),
    ]),
    agree: message('shared.continue'),
  }),
};

/** How much of a fund there is, under its name in a choice. */
export function heldHelp(value: Cents): Label {
  return message('shared.records.holds', { amount: dollars(value) });
}
