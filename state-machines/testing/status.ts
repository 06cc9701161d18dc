import type { FreezeReason } from '../../domain/codes.ts';
import type { FreezeVerdict } from '../../domain/service/freeze.ts';
import type { ServiceStatus } from '../../domain/service/status.ts';

/** Nothing kept, connected, nothing to warn of. */
export const ALL_WELL: ServiceStatus = {
  pending: 0,
  parked: 0,
  exported: 0,
  oldestPendingHours: null,
  lastContact: '2026-11-23T03:58:00.000Z',
  online: true,
  trouble: null,
  activity: 'idle',
  freeze: { level: 'open', findings: [] },
  salvage: null,
  audit: null,
};

function verdict(level: 'warning' | 'frozen', reason: FreezeReason): FreezeVerdict {
  return { level, findings: [{ reason, level, value: 200, limit: 200 }] };
}

/** Near this limit: visits may still begin. */
export function warned(reason: FreezeReason): ServiceStatus {
  return { ...ALL_WELL, freeze: verdict('warning', reason) };
}

/** At this limit: no visit may begin. */
export function frozen(reason: FreezeReason): ServiceStatus {
  return { ...ALL_WELL, freeze: verdict('frozen', reason) };
}
