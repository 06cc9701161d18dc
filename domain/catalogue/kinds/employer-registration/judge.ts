import { papersOf } from './documents.ts';
import { trusteeDocumentDate } from './rules.ts';
import type { CompanyOutcomeCode, Paper } from './vocabulary.ts';

/** A company as it travels. */
export interface TravellingCompany {
  readonly businessRegistration: string;
  readonly form: 'incorporated' | 'non-hong-kong' | 'unincorporated';
  readonly incorporation: string | null;
  readonly activationCode: string | null;
  readonly papers:
    | { readonly route: 'company-papers'; readonly present: readonly Paper[] }
    | { readonly route: 'trustee-document'; readonly issued: string };
}

/**
 * What speaks against one company by itself, by the rules of the pages on the day it was left (facts/domain.md §2.3): the
 * others of its group do not wait for it.
 *
 * @param day Hong Kong date
 */
export function companyFault(
  standing: 'existing' | 'new',
  { form, incorporation, activationCode, papers }: TravellingCompany,
  day: string,
): Exclude<CompanyOutcomeCode, 'already-registered'> | null {
  if ((incorporation === null) !== (form === 'unincorporated')) return 'number-missing';
  if ((activationCode === null) !== (standing === 'new')) return 'code-missing';
  if (papers.route === 'company-papers') {
    const complete = papersOf(form, standing).every((paper) => papers.present.includes(paper));
    return complete ? null : 'papers-missing';
  }
  if (standing === 'new') return 'papers-missing';
  return trusteeDocumentDate(papers.issued, { today: day }).ok ? null : 'document-date';
}
