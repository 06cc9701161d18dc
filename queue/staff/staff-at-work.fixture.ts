import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { StaffList } from '../../domain/wire/staff-list.ts';
import { type KeyStore, openKeyStore } from '../keys/key-store.ts';
import { openQueue, type Queue } from '../store/queue.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { testPlatform, type TestPlatform } from '../testing/platform.ts';
import { staffListFrom } from '../testing/staff.ts';
import { good } from '../testing/values.ts';
import { createStaffDesk, type StaffDesk } from './staff-desk.ts';
import { openStaffListStore, type StaffListStore } from './staff-list-store.ts';

/** The moment of the first lease, and of the machine's first start. */
export const START = '2026-03-02T04:00:00.000Z';

/** What a machine's clocks say; the test moves them. */
export interface Clocks {
  wall: number;
  /** Since this start of the program. */
  uptime: number;
}

interface AtWork {
  readonly keys: KeyStore;
  readonly queue: Queue;
  readonly lists: StaffListStore;
  readonly desk: StaffDesk;
  readonly audited: AuditEntry[];
  readonly platform: TestPlatform;
  close(): void;
}

/** One start of the program on a machine: key store, queue, staff list and desk, with the clocks in the test's hand. */
export interface Machine {
  readonly clocks: Clocks;
  readonly platform: TestPlatform;
  readonly folder: string;
  readonly start: () => Promise<AtWork>;
  readonly sign: (list: StaffList) => Promise<string>;
}

export async function machine(first: Partial<StaffList> = {}): Promise<Machine> {
  const folder = dataFolder();
  const platform = await testPlatform('http://127.0.0.1:1');
  const sign = (list: StaffList): Promise<string> => platform.sign('staff-list', list);
  const enrolment = { ...platform.enrolment, staffList: await sign(staffListFrom(START, first)) };
  const clocks: Clocks = { wall: Date.parse(START) + 60_000, uptime: 0 };
  return {
    clocks,
    platform,
    folder,
    sign,
    async start() {
      clocks.uptime = 0;
      const keyFolder = join(folder, 'keys');
      const keys = good(
        await openKeyStore({
          folder: keyFolder,
          enrolment,
          uptime: () => clocks.uptime,
          wall: () => clocks.wall,
        }),
      );
      const queue = good(
        openQueue(join(folder, 'queue.db'), {
          uptime: () => clocks.uptime,
          budget: () => keys.time.budget(),
          now: () => keys.time.now().instant,
        }),
      );
      const audited: AuditEntry[] = [];
      const lists = good(
        await openStaffListStore({
          folder: keyFolder,
          keys,
          enrolled: enrolment.staffList,
          audit: (entry) => audited.push(entry),
        }),
      );
      const desk = createStaffDesk({ lists, queue, keys, onNotice: () => undefined });
      let closed = false;
      const close = (): void => {
        if (!closed) queue.close();
        closed = true;
      };
      onTestFinished(close);
      return { keys, queue, lists, desk, audited, platform, close };
    },
  };
}

/** Time passes while the machine is up. */
export function passes(clocks: Clocks, milliseconds: number): void {
  clocks.uptime += milliseconds;
  clocks.wall += milliseconds;
}
