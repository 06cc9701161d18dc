import type { Fund } from '../../../reference-data/schema/schemes.ts';
import { message } from '../../ask.ts';
import type { Definition, Facts, Step } from '../../definition.ts';
import { accountStep } from '../../shared/account.ts';
import { contributionTypesStep } from '../../shared/contribution-types.ts';
import { dealingFigures, dealingParagraphs, dealingTold } from '../../shared/dealing.ts';
import { allocationOf, fundLabel, guaranteedFunds, standAloneFunds } from '../../shared/funds.ts';
import { heldFunds, holdingsStep } from '../../shared/known-holdings.ts';
import { knownAccountStep, resolvingAccount, unlessKnown } from '../../shared/known-account.ts';
import { investmentOf, investmentSteps } from '../../shared/investment.ts';
import { optionsOf } from '../../shared/options.ts';
import { refuseWithoutScheme, schemeStep } from '../../shared/scheme.ts';
import { detailsSchema, type FundSwitchDetails } from './details.ts';
import { intoFunds, moves, movesOf, outFunds } from './moves.ts';

const MODES = ['fund-to-fund', 'rebalance'] as const;

function isRebalance({ answers }: Facts): boolean {
  return answers['mode'] === 'rebalance';
}

/**
 * Guaranteed funds that money comes out of, or may come out of: a rebalancing moves whatever is there, which is known
 * only where it was looked up.
 */
function leftGuaranteed(facts: Facts): readonly Fund[] {
  const held = heldFunds(facts);
  const guaranteed = guaranteedFunds(facts, facts.answers['scheme']).filter(
    ({ code }) => held === null || held.has(code),
  );
  if (!isRebalance(facts)) {
    const out = outFunds(facts);
    return guaranteed.filter(({ code }) => out.includes(code));
  }
  const target = facts.answers['investment'] === 'funds' ? allocationOf(facts.answers['funds']) : [];
  const stays = target.find(({ percentage }) => percentage === 100)?.fund;
  return guaranteed.filter(({ code }) => code !== stays);
}

function standAlone(facts: Facts): readonly Fund[] {
  const funds = standAloneFunds(intoFunds(facts));
  return funds.filter((fund, place) => funds.indexOf(fund) === place);
}

const movedIntoDisFund: Step = {
  id: 'moves-stand-alone',
  words: 'ask.shared.stand-alone',
  when: (facts) => standAlone(facts).length > 0,
  ask: (facts) => ({
    type: 'statement',
    tone: 'caution',
    paragraphs: [...standAlone(facts).map(fundLabel), message('shared.stand-alone')],
    figures: [],
    agree: message('shared.understood'),
  }),
};

const guarantee: Step = {
  id: 'guarantee',
  when: (facts) => leftGuaranteed(facts).length > 0,
  ask: (facts) => ({
    type: 'statement',
    tone: 'caution',
    paragraphs: [...leftGuaranteed(facts).map(fundLabel), message('shared.guarantee')],
    figures: [],
    agree: message('shared.understood'),
  }),
};

const dealing: Step = {
  id: 'dealing',
  ask: (facts) => {
    const scheme = facts.data.schemes.find(({ id }) => id === facts.answers['scheme']);
    const most = scheme?.rules.switchesPerYear ?? null;
    return {
      type: 'statement',
      tone: 'plain',
      paragraphs: [
        message('ask.fund-switch.dealing.existing-only'),
        ...(most === null ? [] : [message('ask.fund-switch.dealing.switches', { most })]),
        ...dealingParagraphs(facts),
        message('shared.no-advice'),
      ],
      figures: dealingFigures(facts),
      agree: message('shared.read'),
    };
  },
};

/**
 * Money that is there goes into other funds (facts/domain.md §3d): so much of a fund, or everything by a target once.
 * Future contributions stay as they are. DIS can be the target of the whole only: whether a part may be put into it is
 * a matter of each scheme's rules.
 */
export const fundSwitch: Definition<FundSwitchDetails> = resolvingAccount<FundSwitchDetails>({
  kind: 'fund-switch',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§3d', '§3b', '§4'],
  refuse: refuseWithoutScheme,
  lookUp: 'accounts',
  steps: [
    knownAccountStep('fund-switch'),
    unlessKnown(schemeStep('fund-switch')),
    unlessKnown(accountStep({ id: 'account' })),
    holdingsStep,
    contributionTypesStep,
    {
      id: 'mode',
      ask: () => ({ type: 'choice', options: optionsOf('ask.fund-switch.mode', MODES) }),
    },
    moves,
    movedIntoDisFund,
    ...investmentSteps({ scheme: 'scheme', when: isRebalance }),
    guarantee,
    dealing,
  ],
  build: (facts) => {
    const { answers } = facts;
    return {
      scheme: answers['scheme'],
      accountNumber: answers['account'],
      contributionTypes: (answers['contribution-types'] ?? '').split(','),
      switch: isRebalance(facts)
        ? { mode: 'rebalance', target: investmentOf(facts) }
        : {
            mode: 'fund-to-fund',
            moves: movesOf(facts),
            standAloneRead: answers['moves-stand-alone'] === 'read',
          },
      guaranteeRead: answers['guarantee'] === 'read',
    };
  },
  tell: dealingTold,
});

/** Rules of its own, beyond those of the shared pages. */
export const FUND_SWITCH_RULES = ['switch-percentage-range'] as const;
