import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { OutOfServiceReason } from '../../domain/codes.ts';
import { isPracticeTerminal } from '../../domain/practice/practice-terminal.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { SalvageSummary } from '../../domain/service/status.ts';
import { AUDIT_EVENTS, type AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import type { WorkDayPort } from '../../domain/terminal/ports/work-day.ts';
import { createFreezeWatch, freeMegabytesOf } from '../freeze/freeze-watch.ts';
import { type KeyStore, openKeyStore } from '../keys/key-store.ts';
import { openNoticeSounds } from '../notices/notice-sounds.ts';
import { openPolicyStore, type PolicyStore } from '../policy/policy-store.ts';
import { openReferenceDataStore, type ReferenceDataStore } from '../reference-data/reference-data-store.ts';
import { createReferenceDataTeller } from '../reference-data/reference-data-teller.ts';
import { createParking, type Parking } from '../parking/parking.ts';
import { maintain } from '../rescue/maintain.ts';
import { openQueueOrSalvage } from '../rescue/open.ts';
import { openSalvagedAudit } from '../rescue/salvaged-audit.ts';
import type { SalvageReport } from '../rescue/salvage-report.ts';
import { createSlipBook } from '../slips/slip-book.ts';
import { createAttestationWatch } from '../staff/attestation-watch.ts';
import { createStaffDesk, type StaffDesk } from '../staff/staff-desk.ts';
import { openStaffListStore, type StaffListStore } from '../staff/staff-list-store.ts';
import { type CaseDesk, createCaseDesk } from '../work-day/case-desk.ts';
import { createWorkDesk } from '../work-day/work-desk.ts';
import type { Queue } from '../store/queue.ts';
import { createSubmitter, type Submitter } from '../submit.ts';
import { createSyncAgent, type SyncAgent } from '../sync/agent.ts';
import { openAuditRefusal } from '../sync/audit/refusal.ts';
import { SYSTEM_CLOCK } from '../sync/clock.ts';
import { delaysWith } from '../sync/delays.ts';
import { isAllowedAddress, isAllowedProxy } from '../sync/http-client.ts';
import type { WorkerData } from './messages.ts';
import { createOperationsDesk, type OperationsDesk } from './operations-calls.ts';
import { createMaintenance } from './maintenance.ts';
import { createStatusTeller } from './status.ts';

/** Everything that runs in the thread once it is open. */
export interface Running {
  readonly queue: Queue;
  readonly submitter: Submitter;
  readonly agent: SyncAgent;
  readonly staff: StaffDesk;
  readonly operations: OperationsDesk;
  /** Writes an entry of the terminal's. */
  record(entry: unknown): void;
  readonly parking: Parking;
  /** The day's book. */
  readonly work: WorkDayPort;
  /** A station's cases; null elsewhere. */
  readonly cases: CaseDesk | null;
  /** Which submission the session under way is about to keep. */
  naming(submissionId: string): void;
  /** What was done about a damaged database; null: it was whole. */
  readonly salvage: SalvageSummary | null;
  /** Begins to send and to tell. */
  start(): void;
  stop(): Promise<void>;
}

export interface Tells {
  readonly event: (event: QueueEvent) => void;
  /** The reference data in force, at start and whenever they become others. */
  readonly referenceData: (data: ReferenceData) => void;
  /** The nightly check found damage: nothing more is to be kept before the next opening has salvaged. */
  readonly damaged: () => void;
}

interface Signed {
  readonly policies: PolicyStore;
  readonly referenceData: ReferenceDataStore;
  readonly staffList: StaffListStore;
}

/** What was noted of a session, as the day's book and the list of cases look at it. */
const sessionEntrySchema = z.object({
  event: z.enum(AUDIT_EVENTS),
  actor: z.enum(['member', 'staff', 'system']),
  staffId: z.exactOptional(z.string().max(32)),
  sessionId: z.string().max(64),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

const MAINTENANCE_MARK = 'maintenance';

/**
 * Opens what the thread holds: keys, database, policy, reference data; and puts submitter, agent and freeze rules
 * together.
 */
export async function openRunning(
  data: WorkerData,
  tells: Tells,
): Promise<Result<Running, Failure<OutOfServiceReason>>> {
  const { enrolment, keyFolder } = data;
  if (!isAllowedAddress(enrolment.gatewayUrl)) return fail('configuration', { field: 'gatewayUrl' });
  if (data.proxy !== null && !isAllowedProxy(data.proxy)) return fail('configuration', { field: 'proxy' });
  const keyStore = await openKeyStore({ folder: keyFolder, enrolment });
  if (!keyStore.ok) return keyStore;
  const keys = keyStore.value;
  const opened = await openQueueOrSalvage(data.databasePath, {
    nativeBinding: data.sqliteBinding,
    keyDocument: keys.document(),
    freshEpoch: keys.nextEpoch(),
    now: () => keys.time.now().instant,
    budget: () => keys.time.budget(),
  });
  if (!opened.ok) return opened;
  const { queue, salvage } = opened.value;
  const signed = await openSigned(data, keys, queue);
  const usable = signed.ok && keys.noteEpoch(queue.epoch);
  if (!usable) {
    queue.close();
    return signed.ok ? fail('storage-fault', { what: 'key-folder' }) : signed;
  }
  return ok(together(data, tells, { keys, queue, ...signed.value, salvage: summaryOf(salvage) }));
}

/** What the platform signed for every terminal, as it was kept. */
async function openSigned(
  { keyFolder: folder, enrolment }: WorkerData,
  keys: KeyStore,
  queue: Queue,
): Promise<Result<Signed, Failure<'storage-fault'>>> {
  const options = { folder, keys, audit: (entry: AuditEntry) => queue.audit.record(entry) };
  const policies = await openPolicyStore(options);
  if (!policies.ok) return policies;
  const referenceData = await openReferenceDataStore(options);
  if (!referenceData.ok) return referenceData;
  const staffList = await openStaffListStore({ ...options, enrolled: enrolment.staffList });
  if (!staffList.ok) return staffList;
  return ok({
    policies: policies.value,
    referenceData: referenceData.value,
    staffList: staffList.value,
  });
}

function together(
  data: WorkerData,
  tells: Tells,
  parts: Signed & {
    readonly keys: KeyStore;
    readonly queue: Queue;
    readonly salvage: SalvageSummary | null;
  },
): Running {
  const { keys, queue, policies, staffList, salvage } = parts;
  const { enrolment, proxy, profile } = data;
  const delays = delaysWith(data.delays);
  // A kiosk has nobody who would close its day.
  const keepsBook = profile !== 'kiosk';
  const freeze = createFreezeWatch({
    ...{ keys, policies, profile },
    status: () => queue.status(),
    takenOut: () => queue.takenOut.current(),
    freeMegabytes: () => freeMegabytesOf(dirname(resolve(data.databasePath))),
    audit: (entry) => queue.audit.record(entry),
  });
  const rotation = laneKeyRotation(keys, delays.laneKey);
  const referenceData = createReferenceDataTeller(parts.referenceData, tells.referenceData);
  const slips = createSlipBook();
  const attesting = createAttestationWatch({
    profile,
    budget: () => keys.time.budget(),
    audit: (entry) => queue.audit.record(entry),
  });
  attesting.recall(newestEntries(queue), keys.time.now().instant);
  const agent = createSyncAgent({
    ...{ slips, queue, keys, policies, referenceData, staffList, enrolment, proxy, delays },
    noticeSounds: {
      files: openNoticeSounds(join(dirname(resolve(data.databasePath)), 'notices')),
      referenceData: parts.referenceData,
    },
    ...{ place: data.place, placeId: data.placeId },
    device: keys,
    salvagedAudit: openSalvagedAudit(data.databasePath),
    auditRefusal: openAuditRefusal(data.keyFolder),
    emit: tell,
    onActivity: () => status.changed(),
    onContact: () => status.changed(),
    onAuditTrouble: () => status.changed(),
  });
  const status = createStatusTeller({
    ...{ queue, salvage },
    budget: () => keys.time.budget(),
    activity: () => agent.activity(),
    audit: () => agent.auditTrouble(),
    attesting: () => attesting.unusual(),
    freeze: () => freeze.look(),
    takenOut: () => queue.takenOut.current(),
    ...(keepsBook ? { leftToFreeze: () => freeze.budget() } : {}),
    emit: tells.event,
    least: delays.statusLeast,
    clock: SYSTEM_CLOCK,
  });
  const submitter = createSubmitter({
    ...{ queue, keys, slips },
    terminalId: enrolment.terminalId,
    onKept({ id, reference }, withdrawn) {
      tellItem(id, reference, 'kept');
      if (withdrawn !== null) tellItem(withdrawn.id, withdrawn.reference, 'cancelled');
      for (const event of agent.snapshot()) if (event.type === 'COUNTS') tell(event);
      agent.wake();
    },
  });
  if (keepsBook) queue.work.opened(salvage !== null);
  const work = createWorkDesk({
    ...{ queue, keys, profile },
    terminalId: enrolment.terminalId,
    onClosed() {
      agent.dayClosed();
      status.changed();
    },
  });
  // A van's sessions are counted; whom an officer would ask back is a station's.
  const cases = profile === 'station' ? createCaseDesk({ cases: queue.cases }) : null;
  if (cases !== null) queue.cases.opened();
  const parking = createParking({
    ...{ queue, courier: agent.drafts, now: () => keys.time.now().instant },
    practice: isPracticeTerminal(enrolment.terminalId),
  });
  let stopping = false;
  const maintenance = createMaintenance({
    markPath: join(data.keyFolder, MAINTENANCE_MARK),
    time: keys.time,
    sending: () => agent.sending(),
    async work() {
      const { integrity } = await maintain({
        path: data.databasePath,
        queue,
        retention: policies.current().retention,
        nativeBinding: data.sqliteBinding,
      });
      if (integrity === 'damaged') tells.damaged();
      status.changed();
      // What the check found is known, whatever ends the thread.
      return integrity === 'damaged' || !stopping;
    },
    ...{ delays, clock: SYSTEM_CLOCK },
  });
  const timers = [
    setInterval(() => keys.time.persist(), delays.timeMark),
    setInterval(() => void parking.renew(), delays.holdRenewal),
    setInterval(() => {
      status.changed();
      referenceData.look();
      queue.drafts.expire();
      if (cases !== null) queue.cases.sweep();
    }, delays.freezeLook),
  ];

  function tell(event: QueueEvent): void {
    tells.event(event);
    if (event.type === 'COUNTS') rotation.whenEmpty(event.pending + event.parked);
    if (event.type === 'CONNECTION') status.connection(event);
    else status.changed();
    // What was taken up without a network is claimed late.
    if (event.type === 'CONNECTION' && event.online) void parking.renew();
  }

  function tellItem(id: string, reference: string, state: 'kept' | 'cancelled'): void {
    tells.event({ type: 'ITEM', id, reference, state, receivedAt: null, outcome: null });
  }

  return {
    ...{ queue, submitter, agent, parking, salvage, work, cases },
    naming(submissionId) {
      if (keepsBook) queue.work.naming(submissionId);
      if (cases !== null) queue.cases.naming(submissionId);
    },
    record(entry) {
      queue.audit.record(entry);
      const { data: told } = sessionEntrySchema.safeParse(entry);
      if (told?.event === 'session.ended') parking.letGo();
      if (keepsBook && (told?.event === 'session.started' || told?.event === 'session.ended'))
        queue.work.saw(told);
      if (told !== undefined) cases?.saw(told);
      attesting.saw(entry);
      status.changed();
    },
    operations: createOperationsDesk({
      ...{ queue, keys, policies, staffList, agent },
      referenceData: parts.referenceData,
      onTakenOut: () => status.changed(),
    }),
    staff: createStaffDesk({ lists: staffList, queue, keys, onNotice: () => agent.staffChanged() }),
    start() {
      queue.drafts.expire();
      referenceData.look();
      for (const event of agent.snapshot()) tell(event);
      // What is practised goes nowhere.
      if (!isPracticeTerminal(enrolment.terminalId)) agent.start();
      maintenance.start();
    },
    async stop() {
      stopping = true;
      for (const timer of timers) clearInterval(timer);
      maintenance.stop();
      status.stop();
      await agent.stop();
      keys.time.persist();
      queue.close();
    },
  };
}

/** For the screens: a submission without its file is not whole. */
function summaryOf(report: SalvageReport | null): SalvageSummary | null {
  if (report === null) return null;
  const { at, salvaged, missing, filesMissing } = report;
  return { at, salvaged, missing: missing === null ? null : missing + filesMissing };
}

/** A lane key lives as long as something that was ordered with it is open, and not much longer. */
function laneKeyRotation(keys: KeyStore, interval: number): { whenEmpty(open: number): void } {
  let last = Number.NEGATIVE_INFINITY;
  return {
    whenEmpty(open) {
      if (open > 0 || performance.now() - last < interval) return;
      last = performance.now();
      keys.rotateLaneKey();
    },
  };
}

/** More than an hour's entries of the busiest lane. */
const NEWEST_ENTRIES = 3_000;

/** The end of the audit chain; none where it cannot be read, which is said elsewhere. */
function newestEntries(queue: Pick<Queue, 'auditSince'>): readonly string[] {
  const first = queue.auditSince(0, 1);
  if (!first.ok) return [];
  const newest = queue.auditSince(Math.max(0, first.value.head - NEWEST_ENTRIES), NEWEST_ENTRIES);
  return newest.ok ? newest.value.rows.map(({ entry }) => entry) : [];
}
