import type { StaffRole } from '../identity/staff.ts';

/**
 * Invented people whose cards lie ready in practice, by the name the simulated reader knows their document under; message
 * `practice.person.<name>`. None of them lives.
 */
export const PRACTICE_PEOPLE = [
  'adult-01',
  'adult-02',
  'adult-05',
  'misread-01',
  'passport-01',
  'replacement-slip',
] as const;
export type PracticePerson = (typeof PRACTICE_PEOPLE)[number];

/**
 * The only numbers that practice takes when they are typed: of invented cards, with check characters that pass. Nobody's
 * real number gets into practice by a slip.
 */
export const PRACTICE_NUMBERS: readonly string[] = ['Z9001426', 'K8039178', 'G2106883'];

/** Staff who exist in practice only. Whoever may practise may use any of them; none opens a live terminal. */
export const PRACTICE_STAFF = [
  { role: 'officer', staffId: 'X9001', pin: '2580', trained: true },
  { role: 'assistant', staffId: 'X9002', pin: '1470', trained: false },
  { role: 'supervisor', staffId: 'X9003', pin: '3690', trained: true },
  { role: 'van-operator', staffId: 'X9004', pin: '7415', trained: true },
] as const satisfies readonly {
  readonly role: StaffRole;
  readonly staffId: string;
  readonly pin: string;
  readonly trained: boolean;
}[];
export const PRACTICE_ROLES = ['officer', 'assistant', 'supervisor', 'van-operator'] as const;
export type PracticeRole = (typeof PRACTICE_ROLES)[number];

/** What the badge says when it is scanned. */
export function practiceBadge(role: PracticeRole): string {
  return `EMPF-PRACTICE-BADGE:1:${role}`;
}
