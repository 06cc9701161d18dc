import { voluntaryRuleSetSchema } from '../../contributions/voluntary/schema.ts';
import type { StoredRules } from '../../wire/employer-rules.ts';

/** What the platform has of an invented company: two classes, one by grade and on basic salary. */
export const SAMPLE_RULES: StoredRules = {
  id: '0190d5a8-0000-7000-8000-000000005e75',
  receivedAt: '2026-10-02T03:00:00.000Z',
  employerAccount: '12345678',
  scheme: 'bea-value',
  ruleSet: voluntaryRuleSetSchema.parse({
    version: 1,
    from: '2026-01-01',
    memberClasses: [
      {
        memberClass: 'A',
        rules: [
          {
            slot: 'ERVC',
            formula: 'percentage-minus-MC',
            base: 'basic',
            tier: {
              by: 'grade',
              bands: [
                { grade: 'MANAGER', value: '12%' },
                { grade: 'CLERK', value: '7%' },
              ],
            },
          },
          { slot: 'ERVC2', formula: 'fixed', tier: { by: 'none', value: '100' } },
        ],
      },
      {
        memberClass: 'B',
        rules: [{ slot: 'EEVC', formula: 'fixed', tier: { by: 'none', value: '500' } }],
      },
    ],
  }),
};
