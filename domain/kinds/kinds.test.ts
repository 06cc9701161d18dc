import { describe, expect, it } from 'vitest';
import { KIND_FACTS, SUBMISSION_KINDS, validUntilOf, withdrawalAssurance } from './kinds.ts';

describe('kinds of submissions', () => {
  it('sends registrations and withdrawals before feedback', () => {
    expect(KIND_FACTS['member-registration'].priority).toBeLessThan(KIND_FACTS.feedback.priority);
    expect(KIND_FACTS.cancellation.priority).toBeLessThan(KIND_FACTS.feedback.priority);
  });

  it('lets a registration wait for ever and feedback for thirty days', () => {
    expect(validUntilOf('member-registration', '2026-03-02T04:05:06.789Z')).toBeNull();
    expect(validUntilOf('feedback', '2026-03-02T04:05:06.789Z')).toBe('2026-04-01T04:05:06.789Z');
  });

  it('lets each be withdrawn at its own level, a withdrawal and what is not known at that of a registration', () => {
    expect(
      (['call-back', 'contribution-enquiry', 'fund-switch', 'benefit-withdrawal'] as const).map(
        withdrawalAssurance,
      ),
    ).toEqual([0, 1, 2, 3]);
    expect([withdrawalAssurance('cancellation'), withdrawalAssurance(null)]).toEqual([2, 2]);
  });

  it('has facts for every kind', () => {
    expect(Object.keys(KIND_FACTS).sort()).toEqual([...SUBMISSION_KINDS].sort());
  });
});
