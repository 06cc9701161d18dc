import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { TransferDrive } from '../../../domain/operations/transfer.ts';
import { createDriveWatch } from '../watch-drives.ts';

/** A folder whose folders are drives, and whoever looks at them until the test ends. */
function looking() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'empf-drives-')));
  const drives = createDriveWatch({ drivesUnder: [root], foldersAreDrives: true });
  const told: (readonly TransferDrive[])[] = [];
  let heard: () => void = () => undefined;
  const end = drives.watch((now) => {
    told.push(now);
    heard();
  });
  onTestFinished(() => {
    end();
    rmSync(root, { recursive: true, force: true });
  });
  async function until(names: readonly string[]): Promise<readonly TransferDrive[]> {
    for (;;) {
      const last = told.at(-1);
      if (last !== undefined && last.map(({ name }) => name).join() === names.join()) return last;
      await new Promise<void>((resolve) => (heard = resolve));
    }
  }
  return { root, drives, told, until };
}

test('drives come and go: each change is told once, and an id leads to the drive that it was told of', async () => {
  const { root, drives, told, until } = looking();
  await until([]);
  mkdirSync(join(root, 'OFFICE'));
  const [office] = await until(['OFFICE']);
  expect(await drives.pathOf(office?.id ?? '')).toBe(join(root, 'OFFICE'));
  expect(office?.id).not.toContain('/');
  mkdirSync(join(root, 'SPARE'));
  const both = await until(['OFFICE', 'SPARE']);
  expect(both[0]).toEqual(office);
  rmSync(join(root, 'OFFICE'), { recursive: true });
  await until(['SPARE']);
  expect(await drives.pathOf(office?.id ?? '')).toBeNull();
  expect(told).toHaveLength(4);
});

test('an id that was never told leads nowhere', async () => {
  const { root, drives } = looking();
  mkdirSync(join(root, 'OFFICE'));
  for (const id of ['', 'd9', join(root, 'OFFICE')]) expect(await drives.pathOf(id)).toBeNull();
});
