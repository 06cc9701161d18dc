import type { FileFacts } from '../../remittance/summary/file-facts.ts';

/** A checked file of three invented employees for October 2026; taken while `Facts.heldFile` is its id and for its account. */
export const SAMPLE_FILE: FileFacts = {
  id: '0190d5a8-0000-7000-8000-00000000f11e',
  digest: 'f'.repeat(43),
  bytes: 812,
  rules: null,
  stored: null,
  rows: 3,
  warnings: 0,
  employerAccountNo: '12345678',
  schemeRegistrationNo: 'MT00298',
  periods: [{ start: '2026-10-01', end: '2026-10-31' }],
  totals: {
    relevantIncome: '60000.00',
    ermc: '3000.00',
    eemc: '3000.00',
    ervc: '150.00',
    ervc2: '0.00',
    eevc: '0.00',
    employerSurcharge: '0.00',
    employeeSurcharge: '0.00',
    total: '6150.00',
  },
  dueDay: '2026-11-10',
  late: false,
  surcharge: '0.00',
};
