import type { AccountsRecord, ContributionsRecord } from './records.ts';

/** Invented, of nobody: two accounts in schemes of the embedded reference data, and months of which two are empty. */
export const SAMPLE_ACCOUNTS: AccountsRecord = {
  what: 'accounts',
  sample: true,
  asOf: '2026-11-23',
  accounts: [
    {
      scheme: 'mass',
      accountNumber: '40718266',
      parts: [
        {
          type: 'employer-mandatory',
          holdings: [
            { fund: 'S01BALN', value: '30120.55' },
            { fund: 'S01GLBE', value: '81004.10' },
          ],
          mandate: [
            { fund: 'S01GLBE', percentage: 60 },
            { fund: 'S01BALN', percentage: 40 },
          ],
        },
        {
          type: 'employee-mandatory',
          holdings: [{ fund: 'S01GLBE', value: '64300.00' }],
          mandate: [{ fund: 'dis', percentage: 100 }],
        },
      ],
    },
    {
      scheme: 'china-life',
      accountNumber: '99310027',
      parts: [
        {
          type: 'former-employment',
          holdings: [
            { fund: 'dis', value: '12500.00' },
            { fund: 'S02GUAR', value: '8020.40' },
          ],
          mandate: [{ fund: 'dis', percentage: 100 }],
        },
      ],
    },
  ],
};

export const SAMPLE_CONTRIBUTIONS: ContributionsRecord = {
  what: 'contributions',
  sample: true,
  asOf: '2026-11-23',
  months: Array.from({ length: 14 }, (_, back) => {
    const month = new Date(Date.UTC(2026, 8 - back, 1)).toISOString().slice(0, 7);
    if (back === 1)
      return { month, mandatory: null, voluntary: null, reason: 'returned-to-employer' as const };
    if (back === 4) return { month, mandatory: null, voluntary: null, reason: null };
    return { month, mandatory: '1500.00', voluntary: '500.00', reason: null };
  }),
};
