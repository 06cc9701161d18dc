import {
  dayReportAcknowledgementSchema,
  dayReportResponseSchema,
  type DayReportUpload,
} from '../../../domain/wire/day-report.ts';
import { verifyUnder } from '../../../domain/wire/signing.ts';
import type { KeyStore } from '../../keys/key-store.ts';
import { digestOf } from '../../store/digest.ts';
import type { Queue } from '../../store/queue-interface.ts';
import type { UnsentReport } from '../../store/work/work.ts';
import { isTrouble } from '../exchange/classify.ts';
import type { GatewayClient } from '../exchange/gateway-client.ts';
import type { Gate } from '../pacing/gate.ts';
import type { Trust } from '../trust.ts';

export interface DayReportsOptions {
  readonly queue: Pick<Queue, 'work' | 'epoch'>;
  readonly device: Pick<KeyStore, 'introduction'>;
  readonly terminalId: string;
  readonly gateway: Pick<GatewayClient, 'call'>;
  readonly gate: Pick<Gate, 'troubled' | 'jitter'>;
  readonly trust: Pick<Trust, 'verify'>;
  /** Milliseconds of uptime. */
  readonly uptime: () => number;
  readonly retryCap: number;
}

export interface DayReports {
  due(): boolean;
  fetch(): Promise<void>;
}

/** More days than any machine is without its platform; what is beyond goes the next time. */
const MOST_AT_ONCE = 50;

export function createDayReports(options: DayReportsOptions): DayReports {
  const { queue, device, terminalId, gateway, gate, trust, uptime } = options;
  let failures = 0;
  let notBefore = 0;

  const unsent = (limit: number) => {
    const found = queue.work.unsent(limit);
    return found.ok ? found.value : [];
  };

  async function send({ day, report }: UnsentReport): Promise<'held' | 'not-held' | 'trouble'> {
    const upload: DayReportUpload = { introduction: device.introduction(), report };
    const { verdict, wait } = await gateway.call({
      method: 'POST',
      path: '/v1/day-reports',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(upload),
      schema: dayReportResponseSchema,
    });
    if (verdict.kind !== 'answered') {
      if (!isTrouble(verdict)) return 'not-held';
      gate.troubled(verdict, wait);
      return 'trouble';
    }
    const jws = verdict.body.acknowledgement;
    const verified = await trust.verify('audit', (document) =>
      verifyUnder(jws, document, 'receipt', dayReportAcknowledgementSchema, ({ receivedAt }) => receivedAt),
    );
    if (!verified.ok) return 'not-held';
    const said = verified.value;
    const ours =
      said.terminalId === terminalId &&
      said.day === day &&
      said.digest === digestOf(new TextEncoder().encode(report));
    return ours && queue.work.sent(day, jws).ok ? 'held' : 'not-held';
  }

  return {
    due: () => uptime() >= notBefore && unsent(1).length > 0,
    async fetch() {
      let left = false;
      for (const report of unsent(MOST_AT_ONCE)) {
        const sent = await send(report);
        // One that is refused is somebody's to look at; those of the days after it need not wait for that.
        left = left || sent !== 'held';
        if (sent === 'trouble') break;
      }
      failures = left ? failures + 1 : 0;
      if (left) notBefore = uptime() + gate.jitter(failures, options.retryCap);
    },
  };
}
