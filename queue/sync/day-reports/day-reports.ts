import {
  dayReportAcknowledgementSchema,
  dayReportResponseSchema,
  type DayReportUpload,
} from '../../../domain/wire/day-report.ts';
import { verifyUnder } from '../../../domain/wire/signing.ts';
import type { KeyStore } from '../../keys/key-store.ts';
import { digestOf } from '../../store/digest.ts';
import type { Queue } from '../../store/queue-interface.ts';
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

export function createDayReports(options: DayReportsOptions): DayReports {
  const { queue, device, terminalId, gateway, gate, trust, uptime } = options;
  let failures = 0;
  let notBefore = 0;

  const unsent = () => {
    const found = queue.work.unsent(1);
    return found.ok ? (found.value[0] ?? null) : null;
  };

  async function send({ day, report }: { readonly day: number; readonly report: string }): Promise<boolean> {
    const upload: DayReportUpload = { introduction: device.introduction(), report };
    const { verdict, wait } = await gateway.call({
      method: 'POST',
      path: '/v1/day-reports',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(upload),
      schema: dayReportResponseSchema,
    });
    if (verdict.kind !== 'answered') {
      if (isTrouble(verdict)) gate.troubled(verdict, wait);
      return false;
    }
    const jws = verdict.body.acknowledgement;
    const verified = await trust.verify('audit', (document) =>
      verifyUnder(jws, document, 'receipt', dayReportAcknowledgementSchema, ({ receivedAt }) => receivedAt),
    );
    if (!verified.ok) return false;
    const said = verified.value;
    const ours =
      said.terminalId === terminalId &&
      said.day === day &&
      said.digest === digestOf(new TextEncoder().encode(report));
    return ours && queue.work.sent(day, jws).ok;
  }

  return {
    due: () => uptime() >= notBefore && unsent() !== null,
    async fetch() {
      for (let report = unsent(); report !== null; report = unsent()) {
        if (!(await send(report))) {
          failures += 1;
          notBefore = uptime() + gate.jitter(failures, options.retryCap);
          return;
        }
        failures = 0;
      }
    },
  };
}
