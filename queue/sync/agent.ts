import { randomUUID } from 'node:crypto';
import type { HoldRequest } from '../../domain/parking/hold.ts';
import type { AuditTrouble, SyncActivity } from '../../domain/service/status.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import type { Enrolment } from '../../domain/wire/contract.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import { createReferenceDataRenewal } from '../reference-data/reference-data-renewal.ts';
import type { ReferenceDataStore } from '../reference-data/reference-data-store.ts';
import { createSlipBook, type SlipBook } from '../slips/slip-book.ts';
import type { StaffListStore } from '../staff/staff-list-store.ts';
import { createStaffRenewal } from '../staff/staff-renewal.ts';
import type { Queue } from '../store/queue.ts';
import { createAttachmentSender } from './attachments/attachment-sender.ts';
import type { SalvagedAudit } from '../rescue/salvaged-audit.ts';
import { type AuditUploader, createAuditUploader } from './audit/audit-upload.ts';
import { type AuditRefusalNote, openAuditRefusal } from './audit/refusal.ts';
import { createRunSender } from './audit/run-sender.ts';
import { bothChains, createSalvagedUploader } from './audit/salvaged-upload.ts';
import { createNap, SYSTEM_CLOCK, type SyncClock } from './clock.ts';
import { type Delays, delaysWith } from './delays.ts';
import { createDayReports } from './day-reports/day-reports.ts';
import { createDraftCourier, type DraftCourier } from './drafts/draft-courier.ts';
import { createDue } from './pacing/due.ts';
import { createEnquiries, type Enquiries } from './enquiries/enquiries.ts';
import { createFates } from './submissions/fate.ts';
import { createGate } from './pacing/gate.ts';
import { createGatewayClient } from './exchange/gateway-client.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';
import { createSoundRenewal, type SoundRenewalOptions } from '../notices/sound-renewal.ts';
import { createQuestionSealer } from './enquiries/identity-proof.ts';
import { createLink } from './pacing/link.ts';
import { createLoop } from './loop.ts';
import { createOutcomes } from './news/outcomes.ts';
import { createPolicyRenewal } from './news/policy-renewal.ts';
import { createProbe } from './probe.ts';
import { createSender } from './submissions/sender.ts';
import { createSettler } from './submissions/settle.ts';
import { createTold } from './told.ts';
import { createTrust } from './trust.ts';
import { createUsabilityCourier } from './usability/usability-courier.ts';

export interface SyncAgentOptions {
  readonly queue: Queue;
  readonly keys: KeyStore;
  readonly policies: Pick<PolicyStore, 'current' | 'offer' | 'hoursSinceConfirmed'>;
  /** Left out: reference data are never asked for. */
  readonly referenceData?: Pick<ReferenceDataStore, 'newestVersion' | 'offer'>;
  /** Left out: recorded notices are never asked for. */
  readonly noticeSounds?: Pick<SoundRenewalOptions, 'files' | 'referenceData'>;
  /** Left out: the staff list is never asked for. */
  readonly staffList?: Pick<StaffListStore, 'current' | 'offer' | 'version'>;
  /** The terminal's own signature for the audit chain; null: the chain is not sent. */
  readonly device: Pick<KeyStore, 'introduction' | 'signWithDevice'> | null;
  /** Where it is kept that the platform does not take the chain; left out: in memory only. */
  readonly auditRefusal?: AuditRefusalNote;
  /** The chain of a database that was salvaged, which the platform has not yet. */
  readonly salvagedAudit?: SalvagedAudit | null;
  /** The slips given out by this process; left out: none can be looked up here. */
  readonly slips?: SlipBook;
  readonly enrolment: Pick<Enrolment, 'terminalId' | 'credential' | 'gatewayUrl'>;
  /** Which place of the reference data this is; left out: one without counters. */
  readonly placeId?: string | null;
  /** Where the terminal stands, told to who takes up at another one what is being worked on here; left out: not told. */
  readonly place?: HoldRequest['place'];
  /** Address of an HTTP proxy (`isAllowedProxy`), or null. */
  readonly proxy?: string | null;
  /** PEM of the only authorities whose certificates the gateway may show. */
  readonly ca?: string;
  readonly emit: (event: QueueEvent) => void;
  /** Another activity than before: `activity()`. */
  readonly onActivity?: (activity: SyncActivity) => void;
  /** The platform has truly answered: a probe it understood, or something it signed. ISO instant. */
  readonly onContact?: (at: string) => void;
  /** `auditTrouble()` is another. */
  readonly onAuditTrouble?: () => void;
  readonly delays?: Partial<Delays>;
  readonly clock?: SyncClock;
  /** 0 ≤ random() < 1. */
  readonly random?: () => number;
  readonly http?: HttpClient;
}

export interface SyncAgent extends Enquiries {
  readonly drafts: Pick<DraftCourier, 'upload' | 'fetch' | 'look' | 'hold' | 'release'>;
  start(): void;
  /** Something was kept: look now, whatever was being waited for (except a wait the platform asked for). */
  wake(): void;
  /** Something about staff is there to tell the platform: now, if it can be reached. */
  staffChanged(): void;
  /** Asks the platform now whether it is there. */
  look(): Promise<boolean>;
  /** A day was closed: its report goes now, if the platform can be reached. */
  dayClosed(): void;
  /** Ends requests under way, gives their leases back, and resolves when nothing runs any more. */
  stop(): Promise<void>;
  /** CONNECTION and COUNTS as they are now. */
  snapshot(): readonly QueueEvent[];
  activity(): SyncActivity;
  /** Why the platform does not take the audit chain; null: it does, or was not asked yet. */
  auditTrouble(): AuditTrouble | null;
  /** Something is under way right now. */
  sending(): boolean;
}

/** Something that the platform has and we have not. */
interface News {
  fetch(): Promise<void>;
}

/**
 * Brings what is kept to the platform, and its receipts and outcomes back. It never deletes, never decides by a
 * message's words, and believes no answer without a verified signature.
 */
export function createSyncAgent(options: SyncAgentOptions): SyncAgent {
  const { queue, keys, enrolment, emit, device } = options;
  const { terminalId } = enrolment;
  const delays = delaysWith(options.delays);
  const clock = options.clock ?? SYSTEM_CLOCK;
  const random = options.random ?? Math.random;
  const { uptime } = clock;
  const refusal = options.auditRefusal ?? openAuditRefusal(null);
  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;
  const owner = `agent-${randomUUID()}`;
  const gateway = createGatewayClient({
    http: options.http ?? createHttpClient(enrolment.gatewayUrl, { ...options, idle: delays.idleConnection }),
    credential: enrolment.credential,
    clock,
    exchange: delays.exchange,
    retryAfterCap: delays.retryAfterCap,
    signal: stopping.signal,
  });
  const link = createLink(emit);
  const nap = createNap(clock);
  const gate = createGate({ link, delays, clock, random, stopped });
  const told = createTold(queue, emit);
  const trust = createTrust({ queue, keys, gateway, link });
  const due = { submissions: createDue(uptime), attachments: createDue(uptime) };
  let running: Promise<void> | null = null;
  let news: readonly News[] = [];

  function contacted(): void {
    const at = keys.time.now().instant;
    queue.noteContact(at);
    options.onContact?.(at);
  }

  /** The disk did not take a change: what is leased stays so until it is taken back, before the next is sent. */
  function stranded(): void {
    loop.leasesStranded();
    gate.pause(delays.retryBase);
  }

  const onChange = (): void => nap.wake();
  const common = { queue, keys, terminalId, gateway, gate, link, trust, told, delays, contacted, stranded };
  const settler = createSettler({
    ...common,
    due: due.submissions,
    onReceived: () => attachments.lookAgain(),
  });
  const sender = createSender({
    ...common,
    fates: createFates(gate, delays),
    settler,
    due: due.submissions,
    owner,
    stopped,
    onChange,
  });
  const attachments = createAttachmentSender({
    ...common,
    due: due.attachments,
    owner,
    submissionsSent: () => sender.ended(),
    onChange,
  });
  const outcomes = createOutcomes(common);
  const renewal = { ...common, interval: delays.policyRenewal, retryCap: delays.retryCap, uptime };
  const policy = createPolicyRenewal({ ...renewal, policies: options.policies });
  const referenceData =
    options.referenceData === undefined
      ? null
      : createReferenceDataRenewal({ ...renewal, referenceData: options.referenceData });
  const staff =
    options.staffList === undefined
      ? null
      : createStaffRenewal({ ...renewal, interval: delays.staffListRenewal, staffList: options.staffList });
  const noticeSounds =
    options.noticeSounds === undefined ? null : createSoundRenewal({ ...renewal, ...options.noticeSounds });
  const dayReports =
    device === null ? null : createDayReports({ ...common, device, uptime, retryCap: delays.retryCap });
  const audit = device === null ? null : auditUploader(device);
  const drafts = createDraftCourier({
    ...common,
    ...{ uptime, retryCap: delays.retryCap, uploadWait: delays.draftUpload },
    place: options.place ?? null,
    onChange,
  });
  const probe = createProbe({
    ...common,
    onHealth(health, took) {
      sender.probed(took);
      news = [
        ...(outcomes.behind(health.outcomesHead) ? [outcomes] : []),
        ...(policy.due(health.policyVersion) ? [policy] : []),
        ...(staff?.due(health.staffListVersion) === true ? [staff] : []),
        ...(dayReports?.due() === true ? [dayReports] : []),
        ...(referenceData?.due(health.referenceDataVersion) === true ? [referenceData] : []),
        // After the reference data, which name them.
        ...(noticeSounds === null ? [] : [noticeSounds]).filter((one) => one.due()),
      ];
    },
  });
  const loop = createLoop({
    ...common,
    nap,
    probe,
    sender,
    attachments,
    audit,
    drafts,
    usability: createUsabilityCourier({
      ...common,
      ...{ uptime, interval: delays.usabilityLook, retryCap: delays.retryCap },
    }),
    due,
    async fetchNews() {
      const wanted = news;
      news = [];
      for (const one of wanted) await one.fetch();
    },
    newsWaiting: () => news.length > 0,
    onActivity: (activity) => options.onActivity?.(activity),
    storagePause: delays.retryBase,
    longestNap: delays.retryAfterCap,
    stopped,
  });
  const enquiries = createEnquiries({
    ...common,
    sealQuestion: createQuestionSealer(keys, terminalId),
    place: options.placeId ?? null,
    slips: options.slips ?? createSlipBook(),
    onTrouble: () => nap.wake(),
  });

  function auditUploader(signer: NonNullable<typeof device>): AuditUploader {
    const send = createRunSender({ ...common, device: signer });
    const own = createAuditUploader({
      ...common,
      ...{ send, uptime, random, refusal },
      onTrouble: () => options.onAuditTrouble?.(),
    });
    const chain = options.salvagedAudit ?? null;
    if (chain === null) return own;
    return bothChains(createSalvagedUploader({ ...common, ...{ chain, send, uptime, random } }), own);
  }

  return {
    ...enquiries,
    drafts,
    start() {
      running ??= loop.run();
    },
    wake() {
      attachments.lookAgain();
      gate.lookNow();
      nap.wake();
    },
    staffChanged() {
      if (staff !== null) news = [...news.filter((one) => one !== staff), staff];
      nap.wake();
    },
    async look() {
      await probe();
      nap.wake();
      return link.online;
    },
    dayClosed() {
      if (dayReports !== null) news = [...news.filter((one) => one !== dayReports), dayReports];
      nap.wake();
    },
    async stop() {
      stopping.abort();
      nap.wake();
      await running;
      await loop.ended();
      gateway.close();
    },
    snapshot() {
      const counts = told.countsEvent();
      return counts === null ? [link.event()] : [link.event(), counts];
    },
    activity: () => loop.activity(),
    auditTrouble: () => refusal.current()?.code ?? null,
    sending: () => loop.busy(),
  };
}
