import { parseHkid } from '../../../identity/document/hkid.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import type { Answers } from '../../definition.ts';

export const COMPLAINT_RULES = ['complaint-id-number', 'complaint-nothing-said'] as const;
export type ComplaintRule = (typeof COMPLAINT_RULES)[number];

/** What may be an identity card number inside a sentence: letters, six digits, the check character. */
const MAYBE_NUMBER = /[A-Z]{1,2}[\s-]?\d{6}\s?\(?\s?[0-9A]\s?\)?/giu;
/** The same without its check character, which follows from the rest. */
const WITHOUT_CHECK = /(?<![A-Z0-9])[A-Z]{1,2}\d{6}(?!\s?\(|[A-Z0-9])/iu;

/**
 * The words of a complaint. No identity card number belongs in them: more people read a complaint than a sealed
 * record (PCPD code 2.7, facts/domain.md §7). Words are needed where there is nothing else to go by: a matter "other"
 * and nobody who could be asked.
 */
export function complaintWords(value: string, answers: Answers): Result<string, Failure<ComplaintRule>> {
  const plain = value.normalize('NFKC');
  const candidates = plain.match(MAYBE_NUMBER) ?? [];
  if (candidates.some((candidate) => parseHkid(candidate).ok) || WITHOUT_CHECK.test(plain))
    return fail('complaint-id-number');
  const nothingElse = answers['category'] === 'other' && answers['answer-by'] === 'none';
  return value === '' && nothingElse ? fail('complaint-nothing-said') : ok(value);
}
