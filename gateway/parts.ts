import { type Failure, ok, type Result } from '../domain/result.ts';
import { type Accepting, createAccepting } from './accept/accept.ts';
import type { Processing } from './accept/processing.ts';
import { type AuditStore, createAuditStore } from './audit/audit-store.ts';
import { type AuditIntake, createAuditIntake } from './audit/intake.ts';
import { type AttachmentIntake, createAttachmentIntake } from './attachments/intake.ts';
import { createDayReportStore } from './day-reports/day-report-store.ts';
import { createDayReportIntake, type DayReportIntake } from './day-reports/intake.ts';
import { createDraftStore } from './drafts/draft-store.ts';
import { createDrafts, type Drafts } from './drafts/drafts.ts';
import { createHoldStore } from './drafts/hold-store.ts';
import { createEmployerRulesEnquiry, type EmployerRulesEnquiry } from './enquiry/employer-rules.ts';
import { createEnquiries, type Enquiries } from './enquiry/enquiries.ts';
import { SIMULATED_PROVIDER } from './iam-smart/provider.ts';
import { createSignInStore } from './iam-smart/sign-in-store.ts';
import { createSignIns, type SignIns } from './iam-smart/sign-ins.ts';
import { createCodeStore } from './sms/code-store.ts';
import { createMobileCodes, type MobileCodes } from './sms/mobile-codes.ts';
import { createSimulatedSms } from './sms/provider.ts';
import type { KeyFileFault } from './keys/key-files.ts';
import { type KeyRing, openKeyRing } from './keys/key-ring.ts';
import { ensureKeys } from './keys/make-keys.ts';
import { settledMode } from './practice/mode-store.ts';
import type { GatewayMode } from './practice/practice.ts';
import { createPolicies, type Policies } from './policy/policies.ts';
import { createBundleStore } from './reference-data/bundle-store.ts';
import {
  createReferenceDataPublication,
  type ReferenceDataPublication,
} from './reference-data/publication.ts';
import { createCallStore } from './staff-calls/call-store.ts';
import { createStaffCalls, type StaffCalls } from './staff-calls/calls.ts';
import { createStaffLists, type StaffLists } from './staff/staff-lists.ts';
import { type BookingStore, createBookingStore } from './tickets/booking-store.ts';
import { createTicketStore, type TicketStore } from './tickets/ticket-store.ts';
import { createTickets, type Tickets } from './tickets/tickets.ts';
import { createUsabilityStore, type UsabilityStore } from './usability/usability-store.ts';
import { createLookUps, type LookUps } from './records/look-ups.ts';
import { createRecordStore, type RecordStore } from './records/record-store.ts';
import { type DatabaseFault, type DurableDatabase, openDatabase } from './store/database.ts';
import { createRowChecks, type RowChecks } from './row-checks/row-checks.ts';
import { createSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';

/** The gateway without HTTP: what a server, an import from a medium and the command line stand on. */
export interface GatewayParts {
  /** The connection that `store` uses, for tables of other modules. */
  readonly database: DurableDatabase;
  readonly store: Store;
  readonly keys: KeyRing;
  readonly accepting: Accepting;
  readonly attachments: AttachmentIntake;
  readonly rowChecks: RowChecks;
  readonly policies: Policies;
  readonly referenceData: ReferenceDataPublication;
  readonly staffLists: StaffLists;
  readonly enquiries: Enquiries;
  readonly employerRules: EmployerRulesEnquiry;
  readonly signIns: SignIns;
  readonly mobileCodes: MobileCodes;
  readonly drafts: Drafts;
  readonly usability: UsabilityStore;
  readonly recordStore: RecordStore;
  readonly lookUps: LookUps;
  readonly tickets: Tickets;
  readonly staffCalls: StaffCalls;
  readonly ticketStore: TicketStore;
  readonly bookings: BookingStore;
  readonly audit: AuditStore;
  readonly auditIntake: AuditIntake;
  readonly dayReportIntake: DayReportIntake;
  /** For real, or for practice; for good. */
  readonly mode: GatewayMode;
  readonly now: () => Date;
  /** Closes the database. */
  readonly close: () => void;
}

export type SmsChoice = 'none' | 'simulated';

export interface GatewayPartsOptions {
  /** Holds database and keys; made when it is not there. */
  readonly dataDir: string;
  /** What a new database is for; default: live, and whatever one is that is there. Another is refused. */
  readonly mode?: GatewayMode;
  /** Default `at-once`. */
  readonly processing?: Processing;
  /** Default none: no message is sent. `simulated` is for development only. */
  readonly sms?: SmsChoice;
  /** Default the machine's clock. */
  readonly now?: () => Date;
  /** Path of another build of better-sqlite3's binary (facts/toolchain.md, Electron 33). */
  readonly nativeBinding?: string;
}

export type GatewayPartsFault = 'mode-differs' | DatabaseFault | KeyFileFault | 'key-document';

/**
 * Opens a gateway's data folder; several processes may have it open at once. The first start makes development keys.
 */
export async function openGatewayParts(
  options: GatewayPartsOptions,
): Promise<Result<GatewayParts, Failure<GatewayPartsFault>>> {
  const { dataDir, nativeBinding, processing = 'at-once', sms = 'none', now = () => new Date() } = options;
  const opened = openDatabase(dataDir, nativeBinding === undefined ? {} : { nativeBinding });
  if (!opened.ok) return opened;
  const database = opened.value;
  const store = createSqliteStore(database);
  const mode = settledMode(database, options.mode);
  if (!mode.ok) {
    store.close();
    return mode;
  }
  const made = await ensureKeys(dataDir, store, now().toISOString());
  const keys = made.ok ? await openKeyRing(dataDir, store) : made;
  if (!keys.ok) {
    store.close();
    return keys;
  }
  return ok(assembleParts({ database, store, keys: keys.value, mode: mode.value, now, processing, sms }));
}

/** Puts the parts together on a store and keys that are open already. */
export function assembleParts(
  common: Pick<GatewayParts, 'database' | 'store' | 'keys' | 'mode' | 'now'> & {
    readonly processing: Processing;
    readonly sms?: SmsChoice;
  },
): GatewayParts {
  const { database, store, keys, mode, now } = common;
  const policies = createPolicies(common);
  const audit = createAuditStore(database);
  const recordStore = createRecordStore(database, keys.personKey);
  const referenceData = createReferenceDataPublication({ ...common, bundles: createBundleStore(database) });
  const ticketStore = createTicketStore(database);
  const bookings = createBookingStore(database);
  return {
    database,
    store,
    keys,
    mode,
    now,
    policies,
    referenceData,
    staffLists: createStaffLists(common),
    accepting: createAccepting(common),
    attachments: createAttachmentIntake({ ...common, policies }),
    rowChecks: createRowChecks({ ...common, referenceData }),
    enquiries: createEnquiries(common),
    employerRules: createEmployerRulesEnquiry(common),
    signIns: createSignIns({
      ...common,
      signInStore: createSignInStore(database),
      provider: SIMULATED_PROVIDER,
    }),
    mobileCodes: createMobileCodes({
      ...common,
      codeStore: createCodeStore(database),
      provider: common.sms === 'simulated' ? createSimulatedSms(database, keys.personKey) : null,
    }),
    drafts: createDrafts({
      ...common,
      drafts: createDraftStore(database),
      holds: createHoldStore(database),
    }),
    usability: createUsabilityStore(database),
    recordStore,
    lookUps: createLookUps({ ...common, records: recordStore }),
    tickets: createTickets({ ...common, tickets: ticketStore, bookings, referenceData }),
    ...{ ticketStore, bookings },
    staffCalls: createStaffCalls({ ...common, calls: createCallStore(database), referenceData }),
    audit,
    auditIntake: createAuditIntake({ store: audit, keys, now }),
    dayReportIntake: createDayReportIntake({
      ...{ store: audit, keys, mode, now },
      reports: createDayReportStore(database),
    }),
    close: () => store.close(),
  };
}
