import type { ReferenceData } from '../schema/reference-data.ts';

/** facts/domain.md §2.4. */
export const CONTACTS: ReferenceData['contacts'] = {
  hotline: { number: '183 2622', source: 'sourced' },
  contributionHotline: {
    number: '3197 2834',
    hours: [{ weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '19:00' }],
    onHolidays: false,
    source: 'sourced',
  },
  chequePost: {
    address: {
      'zh-Hant': '尖沙咀郵政局郵政信箱98929號',
      en: 'P.O. Box 98929, Tsim Sha Tsui Post Office',
    },
    source: 'sourced',
  },
  cashTaken: false,
  complaintPledge: { acknowledgedWithin: 3, answeredWithin: 12, source: 'second-hand' },
};
