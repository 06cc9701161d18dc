import { describe, expect, it } from 'vitest';
import { KIND_FACTS, SUBMISSION_KINDS, validUntilOf } from './kinds.ts';

describe('kinds of submissions', () => {
  it('sends registrations and withdrawals before feedback', () => {
    expect(KIND_FACTS['member-registration'].priority).toBeLessThan(KIND_FACTS.feedback.priority);
    expect(KIND_FACTS.cancellation.priority).toBeLessThan(KIND_FACTS.feedback.priority);
  });

  it('lets a registration wait for ever and feedback for thirty days', () => {
    expect(validUntilOf('member-registration', '2026-03-02T04:05:06.789Z')).toBeNull();
    expect(validUntilOf('feedback', '2026-03-02T04:05:06.789Z')).toBe('2026-04-01T04:05:06.789Z');
  });

  it('has facts for every kind', () => {
    expect(Object.keys(KIND_FACTS).sort()).toEqual([...SUBMISSION_KINDS].sort());
  });
});
