import type { VoluntaryRule, VoluntaryRuleSet } from '../../../contributions/voluntary/rule-schema.ts';
import { centsOf, hongKongDollars } from '../../../money/money.ts';
import { percentText } from '../../../money/rate.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import { hongKongDate } from '../../../time.ts';
import type { StoredRules } from '../../../wire/employer-rules.ts';
import { type Ask, type Figure, type Label, literal, message } from '../../ask.ts';
import type { Facts, Step } from '../../definition.ts';
import {
  foundRules,
  foundRuleSet,
  isToldOf,
  type RulesOf,
  type ToldRules,
  toldRulesFrom,
  toldRulesText,
} from '../../shared/stored-rules.ts';
import { ALL_MEMBERS } from '../employer-rules/rule-of.ts';
import type { EmployerRemittanceRule } from './codes.ts';

const PAGE = 'stored-rules';
const WORDS = `ask.employer-remittance.${PAGE}`;
/** More than a page shows; the rest is counted. */
const MOST_RULES_SHOWN = 5;

/** The rules that the platform has of the paying account; null where it has none or could not be asked. */
export function storedRulesOf({ answers }: Pick<Facts, 'answers'>): StoredRules | null {
  return foundRules(answers[PAGE]);
}

export function storedRuleSetOf({ answers }: Pick<Facts, 'answers'>): VoluntaryRuleSet | null {
  return foundRuleSet(answers[PAGE]);
}

/** True where it is not known whether the company described rules. */
export function rulesNotFetched({ answers }: Pick<Facts, 'answers'>): boolean {
  return toldRulesFrom(answers[PAGE])?.state === 'not-fetched';
}

/** The account and scheme that are paid for; earlier pages. */
function rulesOf({ answers }: Facts): RulesOf {
  return { employerAccount: answers['employer-account'] ?? '', scheme: answers['scheme'] ?? '' };
}

/** What is known now: just told, or answered before. */
function known(facts: Facts): ToldRules | null {
  const told = toldRulesFrom(facts.told ?? facts.answers[PAGE]);
  return told !== null && isToldOf(told, rulesOf(facts)) ? told : null;
}

function ask(facts: Facts): Ask {
  const told = known(facts);
  const rules = told?.state === 'found' ? told.rules : null;
  const state = told?.state ?? 'asking';
  return {
    type: 'statement',
    tone: state === 'not-fetched' ? 'caution' : 'plain',
    paragraphs:
      rules === null
        ? [message(`${WORDS}.${state}`), ...(state === 'asking' ? [] : [message(`${WORDS}.not-checked`)])]
        : [
            message(`${WORDS}.found`, { date: hongKongDate(rules.receivedAt), from: rules.ruleSet.from }),
            ...more(rules.ruleSet),
          ],
    figures: rules === null ? [] : ruleFigures(rules.ruleSet),
    agree: message(state === 'asking' ? `${WORDS}.without` : 'shared.understood'),
    platform: rulesOf(facts),
  };
}

function allRules({ memberClasses }: VoluntaryRuleSet) {
  return memberClasses.flatMap(({ memberClass, rules }) => rules.map((rule) => ({ memberClass, rule })));
}

function more(ruleSet: VoluntaryRuleSet): readonly Label[] {
  const count = allRules(ruleSet).length - MOST_RULES_SHOWN;
  return count > 0 ? [message(`${WORDS}.more`, { count })] : [];
}

function ruleFigures(ruleSet: VoluntaryRuleSet): readonly Figure[] {
  return allRules(ruleSet)
    .slice(0, MOST_RULES_SHOWN)
    .map(({ memberClass, rule }) => ({
      label:
        memberClass === ALL_MEMBERS
          ? message(`${WORDS}.rule.all`, { slot: rule.slot })
          : message(`${WORDS}.rule.class`, { slot: rule.slot, memberClass }),
      value: howMuch(rule),
    }));
}

function howMuch({ formula, tier }: VoluntaryRule): Label {
  if (tier.by !== 'none') return message(`${WORDS}.by.${tier.by}`);
  return formula === 'fixed'
    ? literal(hongKongDollars(centsOf(tier.value)))
    : message(`${WORDS}.formula.${formula}`, { value: percentText(tier.value) });
}

/** Reading on before the platform has answered is going on without: then nothing of it is checked, and it is said. */
function check(value: string, facts: Facts): Result<string, Failure<EmployerRemittanceRule>> {
  if (value === 'read') {
    const told = known({ ...facts, answers: { ...facts.answers, [PAGE]: '' } });
    return ok(toldRulesText(told ?? { state: 'not-fetched', ...rulesOf(facts) }));
  }
  const told = toldRulesFrom(value);
  return told !== null && isToldOf(told, rulesOf(facts)) ? ok(value) : fail('remittance-rules-asked-again');
}

/**
 * What the company described once of its voluntary contributions, asked of the platform while the page is shown
 * (ADR 0023). Without an answer it says what is therefore not checked.
 */
export const STORED_RULES_STEP: Step = {
  id: PAGE,
  asksPlatform: true,
  ask,
  check,
  describe: (value) => {
    const told = toldRulesFrom(value);
    return told === null ? [] : [message(`${WORDS}.told.${told.state}`)];
  },
};
