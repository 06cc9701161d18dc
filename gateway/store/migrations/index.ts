import { signInTables } from '../../iam-smart/migration.ts';
import { dayReportTable } from '../../day-reports/migration.ts';
import { draftHoldTable } from '../../drafts/hold-migration.ts';
import { draftTable } from '../../drafts/migration.ts';
import { recordTables } from '../../records/migration.ts';
import { staffCallTables } from '../../staff-calls/migration.ts';
import { ticketTables } from '../../tickets/migration.ts';
import { modeTable } from '../../practice/migration.ts';
import { usabilityTable } from '../../usability/migration.ts';
import { mobileCodeTables } from '../../sms/migration.ts';
import { referenceDataTable } from '../../reference-data/migration.ts';
import { noticeTables } from '../../notices/migration.ts';
import { firstSchema } from './0001-first-schema.ts';
import { outcomesAndFiles } from './0002-outcomes-and-files.ts';
import { audit } from './0003-audit.ts';
import { contactNotices } from './0006-contact-notices.ts';
import { byPerson } from './0007-by-person.ts';
import { details } from './0008-details.ts';
import { staffLeases } from './0009-staff-leases.ts';
import { employerKey } from './0011-employer-key.ts';
import { rowChecks } from './0017-row-checks.ts';
import { billsAndServiceCentres } from './0021-bills-and-service-centres.ts';
import { companies } from './0023-companies.ts';
import { trainingEnds } from './0027-training-ends.ts';
import type { Migration } from './migration.ts';

export type { Migration } from './migration.ts';

/** Forward only, in order. A number that was given away and never used stays unused. */
export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  outcomesAndFiles,
  audit,
  referenceDataTable,
  signInTables,
  contactNotices,
  byPerson,
  details,
  staffLeases,
  draftTable,
  employerKey,
  recordTables,
  usabilityTable,
  dayReportTable,
  rowChecks,
  mobileCodeTables,
  ticketTables,
  draftHoldTable,
  billsAndServiceCentres,
  modeTable,
  companies,
  noticeTables,
  staffCallTables,
  trainingEnds,
];
