import type { SyncActivity } from '../../domain/service/status.ts';
import type { Queue } from '../store/queue.ts';
import type { AttachmentSender } from './attachments/attachment-sender.ts';
import type { AuditUploader } from './audit/audit-upload.ts';
import type { Nap } from './clock.ts';
import type { Due } from './pacing/due.ts';
import type { Gate } from './pacing/gate.ts';
import type { DraftCourier } from './drafts/draft-courier.ts';
import { createJob } from './job.ts';
import type { Link } from './pacing/link.ts';
import type { Sender } from './submissions/sender.ts';
import type { Told } from './told.ts';
import type { UsabilityCourier } from './usability/usability-courier.ts';

export interface LoopOptions {
  readonly queue: Pick<Queue, 'counts' | 'expireDue' | 'recover'>;
  readonly gate: Gate;
  readonly link: Link;
  readonly nap: Nap;
  readonly told: Told;
  readonly probe: () => Promise<void>;
  readonly sender: Sender;
  readonly attachments: AttachmentSender;
  /** Null: the chain is not sent. */
  readonly audit: AuditUploader | null;
  readonly drafts: Pick<DraftCourier, 'run' | 'until'>;
  readonly usability: UsabilityCourier;
  /** Brings what the last probe found to be new: outcomes, the policy, reference data. */
  readonly fetchNews: () => Promise<void>;
  readonly newsWaiting: () => boolean;
  readonly due: { readonly submissions: Due; readonly attachments: Due };
  readonly onActivity: (activity: SyncActivity) => void;
  /** Milliseconds to wait when the disk fails. */
  readonly storagePause: number;
  /** The longest sleep, in milliseconds. */
  readonly longestNap: number;
  readonly stopped: () => boolean;
}

/** Looks what may be done now, begins it, and sleeps until the next thing is due or something wakes it. */
export interface Loop {
  run(): Promise<void>;
  /** Leases are left over that the disk did not let us settle. */
  leasesStranded(): void;
  activity(): SyncActivity;
  /** Something is under way. */
  busy(): boolean;
  /** Resolves when nothing is under way; nothing new begins once the agent is stopped. */
  ended(): Promise<void>;
}

export function createLoop(options: LoopOptions): Loop {
  const { queue, gate, link, nap, told, sender, attachments, due, stopped } = options;
  const changed = (): void => nap.wake();
  const probe = createJob(options.probe, changed);
  const news = createJob(options.fetchNews, changed);
  const audit = createJob(() => options.audit?.upload() ?? Promise.resolve(), changed);
  const drafts = createJob(() => options.drafts.run(), changed);
  const usability = createJob(() => options.usability.run(), changed);
  const jobs = [sender, attachments, probe, news, audit, drafts, usability];
  let activity: SyncActivity = 'idle';
  let stranded = false;

  function round(): void {
    expire();
    takeBackStranded();
    if (gate.probeDue()) probe.start();
    if (!gate.mayCall()) return;
    sender.fill();
    if (options.newsWaiting()) news.start();
    attachments.fill();
    if (options.audit?.until() === 0) audit.start();
    if (options.drafts.until() === 0) drafts.start();
    if (options.usability.until() === 0 && nothingElse()) usability.start();
  }

  /** Figures go when nobody's form, file or log is on its way. */
  function nothingElse(): boolean {
    return !jobs.some((job) => job !== usability && job.running);
  }

  function takeBackStranded(): void {
    if (!stranded || sender.running || attachments.running || gate.untilOpen() > 0) return;
    if (queue.recover().ok) stranded = false;
    else gate.pause(options.storagePause);
  }

  function expire(): void {
    const expired = queue.expireDue();
    if (!expired.ok || expired.value.length === 0) return;
    for (const submission of expired.value) told.item(submission, 'expired');
    told.counts();
  }

  /** What runs wakes us when it ends; only what does not run has a time. */
  function untilNext(): number {
    const waits = [options.longestNap];
    if (!probe.running) waits.push(gate.untilProbe());
    if (link.online) {
      const turn = gate.untilTurn();
      if (turn > 0) waits.push(turn);
      if (sender.mayTakeMore()) waits.push(Math.max(turn, due.submissions.until()));
      if (!attachments.running) waits.push(Math.max(turn, due.attachments.until()));
      if (options.audit !== null && !audit.running)
        waits.push(Math.max(gate.untilOpen(), options.audit.until()));
      if (!drafts.running) waits.push(Math.max(gate.untilOpen(), options.drafts.until()));
      if (nothingElse() && !usability.running)
        waits.push(Math.max(gate.untilOpen(), options.usability.until()));
    }
    return Math.min(...waits);
  }

  function currentActivity(): SyncActivity {
    if (sender.running || attachments.running || audit.running || drafts.running) return 'sending';
    if (news.running) return 'fetching';
    if (probe.running || !link.online) return 'looking';
    if (gate.untilTurn() > 0 && somethingWaits()) {
      return gate.untilOpen() > 0 ? 'waiting-retry' : 'waiting-turn';
    }
    const back = Math.min(due.submissions.until(), due.attachments.until());
    return Number.isFinite(back) ? 'waiting-retry' : 'idle';
  }

  function somethingWaits(): boolean {
    const counted = queue.counts();
    return counted.ok && (counted.value.pending > 0 || attachments.ready());
  }

  function tellActivity(): void {
    const now = currentActivity();
    if (now === activity || stopped()) return;
    activity = now;
    options.onActivity(now);
  }

  return {
    async run() {
      while (!stopped()) {
        round();
        tellActivity();
        await nap.sleep(untilNext());
      }
    },
    leasesStranded() {
      stranded = true;
    },
    activity: () => activity,
    busy: () => jobs.some((job) => job.running),
    async ended() {
      await Promise.all(jobs.map((job) => job.ended()));
    },
  };
}
