import { addMonths } from '../../calendar/date-arithmetic.ts';
import type { CompanyList, ListedCompany, Standing } from '../../company-list/list.ts';

/** A list of three invented companies as the terminal reads it; two of them leave open what all share. */
export function sampleList(standing: Standing, today: string): CompanyList {
  const existing = standing === 'existing';
  const company: ListedCompany = {
    name: 'Brightwater Holdings Limited',
    businessRegistration: '41234567',
    form: 'incorporated',
    incorporation: '1234567',
    activationCode: existing ? 'AB12CD34' : null,
    role: null,
    route: null,
    documentDate: null,
  };
  return {
    digest: 'c'.repeat(43),
    leftOut: 0,
    standing,
    companies: [
      company,
      {
        ...company,
        name: 'Brightwater Catering',
        businessRegistration: '41234568',
        form: 'unincorporated',
        incorporation: null,
      },
      {
        ...company,
        name: 'Brightwater (Overseas) Inc',
        businessRegistration: '41234569',
        form: 'non-hong-kong',
        incorporation: 'F0012345',
        role: 'company-authorised',
        ...(existing ? { route: 'trustee-document' as const, documentDate: addMonths(today, -1) } : {}),
      },
    ],
  };
}
