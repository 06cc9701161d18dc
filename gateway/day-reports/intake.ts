import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import {
  type DayReportAcknowledgement,
  dayReportSchema,
  type DayReportUpload,
} from '../../domain/wire/day-report.ts';
import { verifyJson } from '../../domain/wire/signing.ts';
import { sumOf } from '../../domain/work-day/tally.ts';
import { digestOf } from '../accept/fingerprint.ts';
import type { AuditStore } from '../audit/audit-store.ts';
import { pinDeviceKey } from '../audit/device-keys.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import { type GatewayMode, markFault } from '../practice/practice.ts';
import type { KnownTerminal } from '../store/store.ts';
import type { DayReportStore } from './day-report-store.ts';

type IntakeFault =
  | 'device-key-differs'
  | 'malformed'
  | 'idempotency-key-reused'
  | 'practice-refused'
  | 'live-refused'
  | 'busy';

/** Takes day reports in. Knows no HTTP. */
export interface DayReportIntake {
  /**
   * Idempotent: the same report again is acknowledged again.
   * @returns compact JWS of the acknowledgement; `malformed` for one that its device did not sign, that is another
   *   terminal's, or whose own sum is wrong; `idempotency-key-reused` where another report is held for that day
   */
  take(terminal: KnownTerminal, upload: DayReportUpload): Promise<Result<string, Failure<IntakeFault>>>;
}

export function createDayReportIntake(parts: {
  readonly store: Pick<AuditStore, 'pinDeviceKey'>;
  readonly reports: DayReportStore;
  readonly keys: Pick<KeyRing, 'sign'>;
  readonly mode: GatewayMode;
  readonly now: () => Date;
}): DayReportIntake {
  const { store, reports, keys, mode, now } = parts;
  return {
    async take(terminal, { introduction, report: jws }) {
      const at = now().toISOString();
      const pinned = await pinDeviceKey(store, terminal, introduction, at);
      if (!pinned.ok) return pinned;
      const verified = await verifyJson(jws, pinned.value, dayReportSchema);
      if (!verified.ok || verified.value.terminalId !== terminal.terminalId) return fail('malformed');
      const report = verified.value;
      const fault = markFault(report, mode);
      if (fault !== null) return fail(fault);
      if (report.balanced && sumOf(report.tally) !== report.tally.sessions) return fail('malformed');
      const digest = digestOf(new TextEncoder().encode(jws));
      const held = await reports.add(report, digest, at);
      if (!held.ok) return held;
      if (held.value.digest !== digest) return fail('idempotency-key-reused');
      const { terminalId, epoch, day } = report;
      const content: DayReportAcknowledgement = {
        ...{ terminalId, epoch, day, digest },
        receivedAt: held.value.receivedAt,
      };
      const signed = await keys.sign(content, 'receipt', at);
      return signed.ok ? ok(signed.value.jws) : fail('busy');
    },
  };
}
