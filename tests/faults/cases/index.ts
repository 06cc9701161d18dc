import type { FaultCase } from '../runner/fault-case.ts';
import { newerElsewhere } from './order/newer-elsewhere.ts';
import { lapsed } from './order/lapsed.ts';
import { wipe } from './disk/wipe.ts';
import { cutSalvage } from './power/cut-salvage.ts';
import { drivePulled } from './export/drive-pulled.ts';
import { bundles } from './export/bundles.ts';
import { filesOnSlowLink } from './network/files-on-slow-link.ts';
import { upgrade } from './order/upgrade.ts';
import { httpProxy } from './network/http-proxy.ts';
import { fleet } from './network/fleet.ts';
import { stolenDisk } from './disk/stolen-disk.ts';
import { slowPlatform } from './answers/slow-platform.ts';
import { retryAfter } from './answers/retry-after.ts';
import { oldKey } from './answers/old-key.ts';
import { otherPayload } from './answers/other-payload.ts';
import { poison } from './answers/poison.ts';
import { tokenExpired } from './answers/token-expired.ts';
import { damagedDatabase } from './disk/damaged-database.ts';
import { diskFaults } from './disk/disk-faults.ts';
import { diskFull } from './disk/disk-full.ts';
import { diskReadOnly } from './disk/disk-read-only.ts';
import { captivePortal } from './network/captive-portal.ts';
import { eightHours } from './network/eight-hours.ts';
import { repliesLost } from './network/replies-lost.ts';
import { roughWeather } from './network/rough-weather.ts';
import { slowLink } from './network/slow-link.ts';
import { clockJumps } from './order/clock-jumps.ts';
import { laneOrder } from './order/lane-order.ts';
import { lateHolder } from './order/late-holder.ts';
import { twoSenders } from './order/two-senders.ts';
import { cutFailedSync } from './power/cut-failed-sync.ts';
import { cutGateway } from './power/cut-gateway.ts';
import { cutMigration } from './power/cut-migration.ts';
import { cutQueue } from './power/cut-queue.ts';
import { cutReopen } from './power/cut-reopen.ts';
import { cutTerminal } from './power/cut-terminal.ts';
import { flushes } from './power/flushes.ts';
import { modelCanFail } from './power/model-can-fail.ts';
import { killElectron } from './process/kill-electron.ts';
import { killGateway } from './process/kill-gateway.ts';
import { killQueue } from './process/kill-queue.ts';
import { killSender } from './process/kill-sender.ts';

/** Every case, in the order in which a run plays each of them once. */
export const FAULT_CASES: readonly FaultCase[] = [
  modelCanFail,
  flushes,
  cutQueue,
  cutTerminal,
  cutReopen,
  cutMigration,
  cutFailedSync,
  cutGateway,
  cutSalvage,
  killQueue,
  killSender,
  killGateway,
  killElectron,
  diskFull,
  diskFaults,
  diskReadOnly,
  damagedDatabase,
  stolenDisk,
  wipe,
  repliesLost,
  roughWeather,
  captivePortal,
  httpProxy,
  fleet,
  eightHours,
  slowLink,
  filesOnSlowLink,
  slowPlatform,
  otherPayload,
  oldKey,
  tokenExpired,
  poison,
  retryAfter,
  clockJumps,
  laneOrder,
  upgrade,
  newerElsewhere,
  lapsed,
  twoSenders,
  lateHolder,
  bundles,
  drivePulled,
];
