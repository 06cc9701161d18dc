import { type Failure, ok, type Result } from '../../domain/result.ts';
import { type DatabaseFault, type DurableDatabase, openDatabase } from './database.ts';
import { createServiceCentres } from '../service-centres/centre-store.ts';
import { createNoticeStore } from '../notices/notice-store.ts';
import { createAccounts } from './sqlite/accounts.ts';
import { createJudgeArrival } from './sqlite/arrivals.ts';
import { createAttachments } from './sqlite/attachments.ts';
import { createOutcomes } from './sqlite/outcomes.ts';
import { createRowChecks } from './sqlite/row-checks.ts';
import { createCompanies } from './sqlite/companies.ts';
import { createSubmissions } from './sqlite/submissions.ts';
import { createTries } from './sqlite/tries.ts';
import { createVerdicts } from './sqlite/verdicts.ts';
import type { Store } from './store.ts';

/**
 * The store on SQLite, in `<dataDir>/gateway.sqlite`.
 * @returns the faults of {@link openDatabase}
 */
export function openSqliteStore(
  dataDir: string,
  options: { readonly nativeBinding?: string } = {},
): Result<Store, Failure<DatabaseFault>> {
  const opened = openDatabase(dataDir, options);
  return opened.ok ? ok(createSqliteStore(opened.value)) : opened;
}

/** The store on a connection that is open already; `close` closes it. */
export function createSqliteStore(database: DurableDatabase): Store {
  const companies = createCompanies(database);
  const verdicts = createVerdicts(database, companies);
  return {
    ...createAccounts(database),
    ...createSubmissions(database, verdicts, createJudgeArrival(database, verdicts), companies),
    ...createOutcomes(database, verdicts),
    ...createAttachments(database, verdicts),
    ...createRowChecks(database, verdicts),
    ...createServiceCentres(database),
    ...createNoticeStore(database),
    ...createTries(database),
    close: () => {
      database.close();
    },
  };
}
