import type { Draft } from './draft.ts';

/** A registration that was put down on the page of the mobile number; invented. */
export function parkedDraft(change: Partial<Draft> = {}): Draft {
  return {
    v: 1,
    kind: 'member-registration',
    catalogue: 1,
    answers: { contactChannel: 'mobile' },
    typed: { mobile: '9182' },
    byStaff: [],
    page: 'mobile',
    locale: 'en',
    notice: { digest: 'n'.repeat(43), locale: 'en', at: '2026-11-23T02:00:00.000Z' },
    submissionId: '0190d5a8-0000-7000-8000-00000000d001',
    parkedOn: '2026-11-23',
    ...change,
  };
}
