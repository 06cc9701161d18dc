import { submissions } from './0001-submissions.ts';
import { wholeLife } from './0002-whole-life.ts';
import { envelopeCheck } from './0003-envelope-check.ts';
import { staffSignIn } from './0004-staff-sign-in.ts';
import { parkedDrafts } from './0005-parked-drafts.ts';
import { usability } from './0006-usability.ts';
import { workDays } from './0007-work-days.ts';
import { cases } from './0008-cases.ts';
import type { Migration } from './migration.ts';

export type { Migration } from './migration.ts';

/** Every step ever shipped, in order. Only ever appended to (README.md). */
export const MIGRATIONS: readonly Migration[] = [
  submissions,
  wholeLife,
  envelopeCheck,
  staffSignIn,
  parkedDrafts,
  usability,
  workDays,
  cases,
];
