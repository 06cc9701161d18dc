/** What the self-test tries, in this order; messages `check.<name>` and `check.<name>.help` (what to do). */
export const CHECKS = ['id-reader', 'badge-reader', 'light', 'disk', 'clock', 'platform', 'printer'] as const;
export type CheckName = (typeof CHECKS)[number];

/** `not-fitted`: there is none here, and none is missed. */
export const CHECK_RESULTS = ['passed', 'failed', 'not-fitted'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

export interface CheckState {
  readonly name: CheckName;
  readonly state: 'waiting' | 'running' | CheckResult;
}
