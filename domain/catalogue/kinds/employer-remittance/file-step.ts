import { hongKongDollars } from '../../../money/money.ts';
import { REMITTANCE_FILE_LIMITS } from '../../../remittance/limits.ts';
import { centsOfTotal } from '../../../remittance/summary/totals-text.ts';
import { type FileFacts, fileFactsFrom } from '../../../remittance/summary/file-facts.ts';
import { fail, ok } from '../../../result.ts';
import { literal, message } from '../../ask.ts';
import type { Facts, Step } from '../../definition.ts';
import { optionsOf } from '../../shared/options.ts';
import { storedRulesOf } from './stored-rules-step.ts';

/** The employer's own rule file beside the file, or none. */
const RULES = ['drive', 'none'] as const;
/** Where the platform has rules, every row is held against them; a file on the drive has to say the same. */
const RULES_BESIDE_STORED = ['stored', 'drive'] as const;

const FILE_WORDS = 'ask.employer-remittance.file';

/** What is known of the file that was checked here; null before that, and by form. */
export function fileOf({ answers }: Pick<Facts, 'answers'>): FileFacts | null {
  return answers['way'] === 'file' ? fileFactsFrom(answers['file']) : null;
}

/** Whether every row is held against what the employer described once (facts/domain.md §3a, voluntary). */
export const RULES_STEP: Step = {
  id: 'rules',
  when: ({ answers }) => answers['way'] === 'file',
  ask: (facts) => ({
    type: 'choice',
    options: optionsOf(
      'ask.employer-remittance.rules',
      storedRulesOf(facts) === null ? RULES : RULES_BESIDE_STORED,
    ),
  }),
};

function storedFor(facts: Facts) {
  const stored = storedRulesOf(facts);
  return stored === null ? null : { id: stored.id, ruleSet: stored.ruleSet };
}

/**
 * The file of 47 columns (facts/domain.md §3a). Its answer is never typed: the terminal gives it when a file was read
 * of which rows can go, and only while it still holds the rows.
 */
export const FILE_STEP: Step = {
  id: 'file',
  asksFile: true,
  when: ({ answers }) => answers['way'] === 'file',
  ask: (facts) => ({
    type: 'file',
    ...REMITTANCE_FILE_LIMITS,
    payer: {
      name: facts.answers['payer'] ?? '',
      account: facts.answers['employer-account'] ?? '',
    },
    rules: facts.answers['rules'] === 'drive',
    stored: storedFor(facts),
  }),
  check: (value, facts) => {
    const { answers, heldFile } = facts;
    const found = fileFactsFrom(value);
    const held = found !== null && found.id === heldFile;
    // Whoever changed the account or the rules since has the file checked against the new ones.
    const sameRules =
      (found?.rules !== null) === (answers['rules'] === 'drive') &&
      found?.stored === (storedRulesOf(facts)?.id ?? null);
    return held && sameRules && found.employerAccountNo === answers['employer-account']
      ? ok(value)
      : fail('remittance-file-gone');
  },
  describe: (value) => {
    const found = fileFactsFrom(value);
    if (found === null) return [];
    const { rows, held, totals } = found;
    return [
      message(`${FILE_WORDS}.rows`, { rows }),
      ...(held === undefined ? [] : [message(`${FILE_WORDS}.held`, { held })]),
      literal(hongKongDollars(centsOfTotal(totals.total))),
    ];
  },
};
