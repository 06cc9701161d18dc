import { referenceDataTable } from '../../reference-data/migration.ts';
import { firstSchema } from './0001-first-schema.ts';
import { outcomesAndFiles } from './0002-outcomes-and-files.ts';
import { audit } from './0003-audit.ts';
import { staffLeases } from './0005-staff-leases.ts';
import type { Migration } from './migration.ts';

export type { Migration } from './migration.ts';

/** Forward only, in order, without gaps. */
export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  outcomesAndFiles,
  audit,
  referenceDataTable,
  staffLeases,
];
