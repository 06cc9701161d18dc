import type { z } from 'zod';
import type { Definition } from '../../definition.ts';
import { refuseWithoutScheme } from '../../shared/scheme.ts';
import { AMOUNT_STEPS } from './amount-steps.ts';
import { REMITTANCE_FORM } from './company-rules.ts';
import { COMPANY_STEPS } from './company-steps.ts';
import { amountOf, buildDetails, detailsSchema, filesOf } from './details.ts';
import { aboutEmployee, PERSON_STEPS } from './person-steps.ts';
import { employees } from './reckoning.ts';
import { bringWith, SLIP_STEPS, tellSlip } from './slip-steps.ts';

/**
 * An employer's remittance for one company: by form for up to five employees of one period, or by the file of 47 columns
 * (facts/domain.md §3a; §2.4
 * means of payment; §6 the paying company). Zeros and blanks are those of the file; what is due is worked out beside
 * what is entered.
 */
export const employerRemittance: Definition<z.infer<typeof detailsSchema>> = {
  kind: 'employer-remittance',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§2.3', '§2.4', '§3a', '§6'],
  refuse: refuseWithoutScheme,
  steps: [
    ...COMPANY_STEPS,
    {
      repeat: 'employee',
      most: REMITTANCE_FORM.mostEmployees,
      count: (facts) => employees(facts).length,
      steps: [...PERSON_STEPS, ...AMOUNT_STEPS].map((step) =>
        step.id === 'staff-number' ? step : { ...step, about: aboutEmployee },
      ),
    },
    ...SLIP_STEPS,
  ],
  build: buildDetails,
  rowsIn: (details) => ('file' in details ? details.file.id : null),
  isBilled: (details) => amountOf(details) > 0n,
  files: filesOf,
  bring: bringWith,
  tell: tellSlip,
};
