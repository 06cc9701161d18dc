import { formatMoney } from '../../../money/money.ts';
import { REMITTANCE_FILE_LIMITS } from '../../../remittance/limits.ts';
import { centsOfTotal } from '../../../remittance/summary/totals-text.ts';
import { type FileFacts, fileFactsFrom } from '../../../remittance/summary/file-facts.ts';
import { fail, ok } from '../../../result.ts';
import { literal, message } from '../../ask.ts';
import type { Facts, Step } from '../../definition.ts';

const FILE_WORDS = 'ask.employer-remittance.file';

/** What is known of the file that was checked here; null before that, and by form. */
export function fileOf({ answers }: Pick<Facts, 'answers'>): FileFacts | null {
  return answers['way'] === 'file' ? fileFactsFrom(answers['file']) : null;
}

/**
 * The file of 47 columns (facts/domain.md §3a). Its answer is never typed: the terminal gives it when a file was read in
 * which nothing is wrong, and only while it still holds the rows.
 */
export const FILE_STEP: Step = {
  id: 'file',
  asksFile: true,
  when: ({ answers }) => answers['way'] === 'file',
  ask: ({ answers }) => ({
    type: 'file',
    ...REMITTANCE_FILE_LIMITS,
    payer: { name: answers['payer'] ?? '', account: answers['employer-account'] ?? '' },
  }),
  check: (value, { answers, heldFile }) => {
    const found = fileFactsFrom(value);
    const held = found !== null && found.id === heldFile;
    // Whoever changed the account since has the file checked against the new one.
    return held && found.employerAccountNo === answers['employer-account']
      ? ok(value)
      : fail('remittance-file-gone');
  },
  describe: (value) => {
    const found = fileFactsFrom(value);
    if (found === null) return [];
    const { rows, totals } = found;
    return [
      message(`${FILE_WORDS}.rows`, { rows }),
      literal(`HK$${formatMoney(centsOfTotal(totals.total))}`),
    ];
  },
};
