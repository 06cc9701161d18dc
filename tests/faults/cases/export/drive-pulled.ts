import { carriedDrive } from '../../drive/carry.ts';
import { DRIVE_FAULTS, failingDrive } from '../../drive/failing-drive.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { closeDays, compareDays, reportsWaiting } from '../../terminal/days.ts';
import { compareBoth, compareSent, visits } from '../../terminal/visits.ts';

/**
 * Beside the cases of facts/queue.md §2.5 (issue 3, *Export and import*): the drive is pulled out, full or broken at any
 * step of an export. Figure: nothing is marked exported that is not on the drive as a whole bundle; nothing is lost;
 * the next export works.
 */
export const drivePulled: FaultCase = {
  name: 'drive-pulled',
  numbers: [],
  figure: 'nothing marked that is not whole on the drive',
  weight: 10,
  async play(round) {
    const { random, found } = round;
    const { platform, proxy, terminal } = await connected(round);
    await proxy.down();
    const drive = await carriedDrive(round, platform);
    await visits(round, platform, terminal, random.between(2, 8));
    const days = await closeDays(terminal, random.between(0, 2));
    const code = random.pick(DRIVE_FAULTS);
    const failed = await drive.fill(terminal, failingDrive(random.between(1, 16), code, random));
    const counts = terminal.queue.counts();
    const exported = counts.ok ? counts.value.exported : -1;
    found.expect(failed === null || exported === 0, `${String(exported)} were marked although it failed`);
    const { onDrive } = reportsWaiting(terminal);
    found.expect(
      failed === null || onDrive === 0,
      `${String(onDrive)} reports were marked although it failed`,
    );
    compareBoth(round, platform, terminal);
    // What a drive that came back may still hold is brought, too.
    await drive.bring();
    if (exported > 0) {
      const arrived = platform.arrived(terminal.enrolment.terminalId).length;
      if (arrived < exported)
        found.fault('falseConfirmations', `${String(exported)} marked, ${String(arrived)} were on it`);
    }
    const again = await drive.fill(terminal);
    found.expect(again === null, `the next export failed: ${String(again)}`);
    await drive.bring();
    await drive.takeBack(terminal);
    compareBoth(round, platform, terminal);
    compareDays(round, platform, terminal, days);
    found.expect(
      reportsWaiting(terminal).waiting === 0,
      'a report came back by drive without its acknowledgement',
    );
    await proxy.up();
    terminal.agent.start();
    await terminal.drained();
    compareSent(round, platform, terminal);
  },
};
