import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carriedDrive } from '../../drive/carry.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import type { Random } from '../../runner/random.ts';
import { connected } from '../../terminal/connected.ts';
import { closeDays, compareDays, reportsWaiting } from '../../terminal/days.ts';
import { compareFiles, leaveWithFile } from '../../terminal/files.ts';
import { compareBoth, compareSent, visits } from '../../terminal/visits.ts';

/**
 * Beside the cases of facts/queue.md §2.5 (issue 3, *Export and import*): a terminal without a network exports what is
 * pending to a drive. By chance the bundle is imported twice, a part of it is missing or damaged, the same submissions
 * come by network before or after, and the receipts are carried back or not; the same with the reports of days. Figure: one effect each, nothing lost.
 */
export const bundles: FaultCase = {
  name: 'bundles',
  numbers: [],
  figure: 'one effect each: twice, in part, and by network too',
  weight: 10,
  async play(round) {
    const { random, found } = round;
    const { platform, proxy, terminal } = await connected(round);
    await proxy.down();
    const drive = await carriedDrive(round, platform);
    await visits(round, platform, terminal, random.between(2, 8));
    const files = random.chance(0.5)
      ? [await leaveWithFile(round, platform, terminal, random.between(100, 150_000))]
      : [];
    const days = [...(await closeDays(terminal, random.between(0, 3)))];
    const failed = await drive.fill(terminal);
    found.expect(failed === null, `the export failed: ${String(failed)}`);
    await visits(round, platform, terminal, random.between(0, 3));
    days.push(...(await closeDays(terminal, random.between(0, 1))));
    if (random.chance(0.3)) await drive.fill(terminal);
    const byNetwork = random.pick(['before', 'after', 'both']);
    if (byNetwork !== 'after') {
      await proxy.up();
      terminal.agent.start();
      if (random.chance(0.5)) await terminal.until(() => terminal.held().length < terminal.told().length);
    }
    if (random.chance(0.4)) spoil(drive.folder, random);
    const brought = await drive.bring();
    found.expect(brought > 0, 'no bundle was found on the drive');
    if (random.chance(0.5)) await drive.bring();
    compareBoth(round, platform, terminal);
    if (random.chance(0.7)) await drive.takeBack(terminal);
    if (random.chance(0.3)) await drive.takeBack(terminal);
    for (const { id } of terminal.told()) {
      const stored = terminal.queue.get(id);
      const known = stored.ok && stored.value !== null && stored.value.receipt !== null;
      const arrived = platform.arrived(terminal.enrolment.terminalId).some((row) => row.id === id);
      if (known && !arrived)
        found.fault('falseConfirmations', `${id} has a receipt and is not at the gateway`);
    }
    compareDays(round, platform, terminal, days);
    await proxy.up();
    terminal.agent.start();
    await terminal.drained();
    await terminal.until(() => reportsWaiting(terminal).waiting === 0);
    compareDays(round, platform, terminal, days);
    compareSent(round, platform, terminal);
    compareFiles(round, platform, terminal, files);
  },
};

/** A part goes missing, or some of its bytes change. */
function spoil(folder: string, random: Random): void {
  const parts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /part-\d+\.sealed$/.test(name),
  );
  const [first, ...others] = parts;
  if (first === undefined) return;
  const path = join(folder, random.pick([first, ...others]));
  if (random.chance(0.5)) {
    rmSync(path);
    return;
  }
  const bytes = readFileSync(path);
  const at = random.between(0, bytes.byteLength - 1);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
}
