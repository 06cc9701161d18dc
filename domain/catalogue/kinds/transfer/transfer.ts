import { literal, message } from '../../ask.ts';
import type { Definition, Step } from '../../definition.ts';
import { fundLabel } from '../../shared/funds.ts';
import { refuseWithoutScheme } from '../../shared/scheme.ts';
import { detailsSchema, type TransferDetails } from './details.ts';
import { guaranteedLeft, isUnreported, moneySteps, sources, sourcesOf, statement } from './from.ts';
import { isMoney, moneyOf, TRANSFER_FORMS } from './money.ts';
import { destinationOf, destinationSteps } from './to.ts';

const warnings: readonly Step[] = [
  {
    id: 'voluntary-too',
    when: (facts) => isMoney(facts, 'personal-accounts'),
    ask: () => statement('plain', ['ask.transfer.voluntary-too.text'], 'shared.understood'),
  },
  {
    id: 'whole-balance',
    when: (facts) => isMoney(facts, 'tax-deductible-voluntary'),
    ask: () => statement('plain', ['ask.transfer.whole-balance.text'], 'shared.understood'),
  },
  {
    id: 'guarantee',
    when: (facts) => guaranteedLeft(facts).length > 0,
    ask: (facts) => ({
      type: 'statement',
      tone: 'caution',
      paragraphs: [...guaranteedLeft(facts).map(fundLabel), message('shared.guarantee')],
      figures: [],
      agree: message('shared.understood'),
    }),
  },
  {
    id: 'out-of-market',
    ask: () =>
      statement(
        'caution',
        ['ask.transfer.out-of-market.text', 'ask.transfer.out-of-market.mandate', 'shared.no-advice'],
        'shared.understood',
      ),
  },
];

/**
 * Money moves to another scheme or account (facts/domain.md §3b). The member gives it to the scheme that it goes to,
 * which is now the platform.
 */
export const transfer: Definition<TransferDetails> = {
  kind: 'transfer',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§3b', '§3d', '§4'],
  refuse: refuseWithoutScheme,
  lookUp: 'accounts',
  steps: [...moneySteps, sources, ...destinationSteps, ...warnings],
  build: (facts) => {
    const { answers } = facts;
    const money = moneyOf(facts);
    const used = answers['choice-used'];
    return {
      money,
      form: money === null ? null : TRANSFER_FORMS[money],
      sources: sourcesOf(facts),
      employeeChoice: used === undefined ? null : used === 'no' ? 'not-used' : 'scheme-allows-more',
      leftJob:
        money === 'left-job'
          ? { lastDay: answers['last-day'], employerReported: answers['employer-reported'] }
          : null,
      destination: destinationOf(facts),
      read: {
        outOfMarket: answers['out-of-market'] === 'read',
        guarantee: answers['guarantee'] === 'read',
        everythingMoves: answers['voluntary-too'] === 'read' || answers['whole-balance'] === 'read',
      },
    };
  },
  bring: (facts) => {
    const money = moneyOf(facts);
    if (money === null) return [message('prepared.id-card')];
    const { code, source } = TRANSFER_FORMS[money];
    return [
      message('prepared.id-card'),
      source === 'sourced' ? literal(code) : message('ask.transfer.form-unverified', { form: code }),
      ...(isUnreported(facts) ? [message('ask.transfer.bring-declaration')] : []),
    ];
  },
  tell: (facts) => [
    message('ask.transfer.told'),
    ...(isUnreported(facts) ? [message('ask.transfer.bring-declaration')] : []),
  ],
};

/** Rules of its own, beyond those of the shared pages. */
export const TRANSFER_RULES = [
  'transfer-employer-mandatory',
  'transfer-voluntary-by-rules',
  'transfer-job-not-left',
  'transfer-choice-used',
  'transfer-account-twice',
  'transfer-other-scheme',
  'transfer-same-account',
] as const;
