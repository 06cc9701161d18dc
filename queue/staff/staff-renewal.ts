import {
  STAFF_LIST_PATH,
  STAFF_LIST_READS,
  STAFF_NOTICES_PATH,
  type StaffList,
  type StaffNotice,
  staffListResponseSchema,
  staffNoticeSchema,
  staffNoticesResponseSchema,
} from '../../domain/wire/staff-list.ts';
import type { Queue } from '../store/queue-interface.ts';
import { isTrouble } from '../sync/exchange/classify.ts';
import type { GatewayClient } from '../sync/exchange/gateway-client.ts';
import { isTaken } from '../sync/offered.ts';
import type { Gate } from '../sync/pacing/gate.ts';
import type { Trust } from '../sync/trust.ts';
import type { StaffListStore } from './staff-list-store.ts';

export interface StaffRenewalOptions {
  readonly staffList: Pick<StaffListStore, 'current' | 'offer' | 'version'>;
  readonly queue: Pick<Queue, 'staffNotices' | 'dropStaffNotices'>;
  readonly gateway: Pick<GatewayClient, 'call'>;
  readonly gate: Pick<Gate, 'troubled' | 'jitter'>;
  readonly trust: Pick<Trust, 'refreshKeys'>;
  /** Milliseconds between two renewals of the lease. */
  readonly interval: number;
  /** Milliseconds of uptime. */
  readonly uptime: () => number;
  readonly retryCap: number;
}

/** The staff list: fetched when the platform's is another, and now and then for a new lease; notices go first. */
export interface StaffRenewal {
  /** @param offered the version that the health answer names; null from a gateway that has no staff list */
  due(offered: number | null): boolean;
  fetch(): Promise<void>;
}

const MOST_NOTICES = 50;

export function createStaffRenewal(options: StaffRenewalOptions): StaffRenewal {
  const { staffList, queue, gateway, gate, trust, uptime } = options;
  let renewedAt: number | null = null;
  let failures = 0;
  let notBefore = 0;

  const notices = () => {
    const kept = queue.staffNotices();
    return kept.ok
      ? kept.value.map(({ id, notice }) => ({ id, notice: staffNoticeSchema.parse(JSON.parse(notice)) }))
      : [];
  };

  async function told(): Promise<boolean> {
    const waiting = notices().slice(0, MOST_NOTICES);
    if (waiting.length === 0) return true;
    const { verdict, wait } = await gateway.call({
      method: 'POST',
      path: STAFF_NOTICES_PATH,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ notices: waiting.map(({ notice }) => notice) }),
      schema: staffNoticesResponseSchema,
    });
    if (verdict.kind === 'answered') return true;
    if (isTrouble(verdict)) gate.troubled(verdict, wait);
    return false;
  }

  async function renewed(): Promise<boolean> {
    const { verdict, wait } = await gateway.call({
      method: 'GET',
      path: STAFF_LIST_PATH,
      headers: { [STAFF_LIST_READS.header]: STAFF_LIST_READS.trainingEnds },
      schema: staffListResponseSchema,
    });
    if (verdict.kind === 'answered') {
      const jws = verdict.body.staffList;
      return isTaken(() => staffList.offer(jws), 'staff-list-not-trusted', trust);
    }
    if (isTrouble(verdict)) gate.troubled(verdict, wait);
    return false;
  }

  /** Anybody can answer "taken"; only what the platform signed shows that it was. */
  async function dropShown(): Promise<void> {
    const list = await staffList.current();
    if (!list.ok) return;
    const shown = notices().filter(({ notice }) => isShown(notice, list.value));
    if (shown.length > 0) queue.dropStaffNotices(shown.map(({ id }) => id));
  }

  return {
    due(version) {
      if (version === null || uptime() < notBefore) return false;
      if (version !== staffList.version() || renewedAt === null) return true;
      return uptime() - renewedAt >= options.interval || notices().length > 0;
    },
    async fetch() {
      if ((await told()) && (await renewed())) {
        renewedAt = uptime();
        failures = 0;
        await dropShown();
        // A platform that does not follow a notice is asked again, and not all the time.
        if (notices().length === 0) return;
      }
      failures += 1;
      notBefore = uptime() + gate.jitter(failures, options.retryCap);
    },
  };
}

/** Whether the platform's list follows what it was told, or says something newer. */
function isShown(notice: StaffNotice, list: StaffList): boolean {
  const record = list.staff.find(({ staffId }) => staffId === notice.staffId);
  if (record === undefined) return true;
  return notice.kind === 'badge-blocked'
    ? !record.active || record.badgeDigest !== notice.badgeDigest
    : record.pinVersion > notice.pinVersion;
}
