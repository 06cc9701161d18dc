import { setTimeout as pause } from 'node:timers/promises';
import type { ReceiptFile } from '../../domain/wire/bundle.ts';
import type { DayReportUpload } from '../../domain/wire/day-report.ts';
import { digestOf } from '../accept/fingerprint.ts';
import type { GatewayParts } from '../parts.ts';
import type { KnownTerminal } from '../store/store.ts';
import { BETWEEN_TRIES_MS, TRIES } from './patience.ts';

type Said = NonNullable<ReceiptFile['dayReports']>[number];

/**
 * Reports of days, taken in by the intake that the network uses (docs/adr/0030, 0041): the same one is acknowledged
 * again, another one for the same day is refused with its code.
 */
export async function takeDayReports(
  { dayReportIntake }: Pick<GatewayParts, 'dayReportIntake'>,
  terminal: KnownTerminal,
  uploads: readonly DayReportUpload[],
): Promise<readonly Said[]> {
  const said: Said[] = [];
  for (const upload of uploads) {
    const digest = digestOf(new TextEncoder().encode(upload.report));
    for (let tried = 1; ; tried += 1) {
      const taken = await dayReportIntake.take(terminal, upload);
      if (taken.ok) said.push({ taken: true, digest, acknowledgement: taken.value });
      else if (taken.code === 'busy' && tried < TRIES) {
        await pause(BETWEEN_TRIES_MS);
        continue;
      } else said.push({ taken: false, digest, code: taken.code });
      break;
    }
  }
  return said;
}
