import type { CasualScale, ContributionLimits } from './limits.ts';

/** In force since June 2014 (facts/domain.md §3a). */
export const LIMITS: ContributionLimits = {
  from: '2014-06-01',
  minimumMonthly: '7100.00',
  maximumMonthly: '30000.00',
  minimumDaily: '280.00',
  maximumDaily: '1000.00',
  minimumYearly: '85200.00',
  maximumYearly: '360000.00',
  rate: '0.05',
};

/** facts/domain.md §3a, casual employees. */
export const SCALE: CasualScale = {
  from: '2014-06-01',
  bands: [
    { from: '0.00', employer: '10.00', employee: '0.00' },
    { from: '280.00', employer: '15.00', employee: '15.00' },
    { from: '350.00', employer: '20.00', employee: '20.00' },
    { from: '450.00', employer: '25.00', employee: '25.00' },
    { from: '550.00', employer: '30.00', employee: '30.00' },
    { from: '650.00', employer: '35.00', employee: '35.00' },
    { from: '750.00', employer: '40.00', employee: '40.00' },
    { from: '850.00', employer: '45.00', employee: '45.00' },
    { from: '950.00', employer: '50.00', employee: '50.00' },
  ],
};
