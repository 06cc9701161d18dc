import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { GatewayParts } from '../../../gateway/index.ts';
import { openGatewayParts } from '../../../gateway/index.ts';
import { findBundles } from '../../../gateway/import/bundle-folder.ts';
import { importBundle } from '../../../gateway/import/import-bundle.ts';
import { exportPending } from '../../../queue/transfer/export.ts';
import type { Drive } from '../../../queue/transfer/drive.ts';
import { importReceipts } from '../../../queue/transfer/import-receipts.ts';
import type { Round } from '../runner/fault-case.ts';
import type { FaultPlatform } from '../terminal/platform.ts';
import type { FaultTerminal } from '../terminal/terminal.ts';

/** A drive that goes between a terminal and the gateway's import. */
export interface Carried {
  readonly folder: string;
  /** @returns the code of what went wrong; null when everything pending is on it */
  fill(terminal: FaultTerminal, drive?: Drive): Promise<string | null>;
  /** Takes in every bundle on it. @returns how many bundles there were */
  bring(): Promise<number>;
  /** Reads the receipts that the import left on it. @returns how many submissions it told about */
  takeBack(terminal: FaultTerminal): Promise<number>;
}

export async function carriedDrive(round: Round, platform: FaultPlatform): Promise<Carried> {
  const folder = join(round.folder(), 'drive');
  mkdirSync(folder);
  const opened = await openGatewayParts({ dataDir: platform.dataDir });
  if (!opened.ok) throw new Error(opened.code);
  const parts: GatewayParts = opened.value;
  round.onEnd(() => parts.close());
  return {
    folder,
    async fill({ queue, keys, enrolment }, drive) {
      const exported = await exportPending({
        queue,
        keys,
        terminalId: enrolment.terminalId,
        targetFolder: folder,
        ...(drive === undefined ? {} : { drive }),
      });
      return exported.ok ? null : exported.code;
    },
    async bring() {
      const bundles = findBundles(folder);
      if (!bundles.ok) return 0;
      for (const bundle of bundles.value) {
        const imported = await importBundle(parts, bundle);
        if (!imported.ok) round.found.miss(`a bundle was refused: ${imported.code}`);
      }
      return bundles.value.length;
    },
    async takeBack({ queue, keys, enrolment }) {
      const imported = await importReceipts({ queue, keys, terminalId: enrolment.terminalId, place: folder });
      if (imported.ok) return imported.value.taken;
      round.found.miss(`receipts were refused: ${imported.code}`);
      return 0;
    },
  };
}
