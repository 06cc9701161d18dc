import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StaffMember } from '../../../../domain/identity/staff.ts';
import { wipe as wipeTerminal } from '../../../../queue/rescue/wipe/wipe.ts';
import { carriedDrive } from '../../drive/carry.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { compareBoth, compareSent, visits } from '../../terminal/visits.ts';

function supervisor(staffId: string): StaffMember {
  return { staffId, role: 'supervisor', identityTrainedOn: null };
}

/**
 * Case 27 of facts/queue.md §2.5: somebody wants to wipe a terminal on which submissions wait, or whose submissions were
 * received by network or by drive. Figure: refused while anything has no receipt, one supervisor or the same one twice
 * included, and nothing is changed by that; done when everything was received, and nothing of it is left.
 */
export const wipe: FaultCase = {
  name: 'wipe',
  numbers: [27],
  figure: 'refused while pending > 0',
  weight: 5,
  async play(round) {
    const { random, found } = round;
    const { platform, proxy, terminal, folder } = await connected(round);
    await proxy.down();
    await visits(round, platform, terminal, random.between(1, 6));
    const proofFolder = join(round.folder(), 'proof');
    const attempt = (supervisors: readonly StaffMember[]) =>
      wipeTerminal({
        queue: terminal.queue,
        keys: terminal.keys,
        terminalId: terminal.enrolment.terminalId,
        databasePath: join(folder, 'queue.db'),
        keyFolder: join(folder, 'keys'),
        proofFolder,
        supervisors,
      });

    const tooFew = random.pick([[], [supervisor('S1')], [supervisor('S1'), supervisor('S1')]]);
    const refused = await attempt(tooFew);
    if (refused.ok) {
      found.fault('lost', 'a terminal was wiped with submissions on it');
      return;
    }
    compareBoth(round, platform, terminal);

    if (random.chance(0.5)) {
      const drive = await carriedDrive(round, platform);
      await drive.fill(terminal);
      await drive.bring();
      await drive.takeBack(terminal);
    } else {
      await proxy.up();
      terminal.agent.start();
      await terminal.drained();
    }
    compareSent(round, platform, terminal);
    await terminal.agent.stop();
    const wiped = await attempt([]);
    found.expect(wiped.ok, `refused although everything was received: ${wiped.ok ? '' : wiped.code}`);
    const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    found.expect(left.length === 0, `left over: ${left.map(({ name }) => name).join(', ')}`);
    found.expect(existsSync(proofFolder) && readdirSync(proofFolder).length > 0, 'there is no proof');
  },
};
