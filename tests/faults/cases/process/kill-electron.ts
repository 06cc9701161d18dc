import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { MEMBERS, type Member } from '../../../../scripts/demo/people.ts';
import { answerQuestions, attest, begin, layCard } from '../../../../scripts/demo/visit.ts';
import { ELECTRON, type ElectronTerminal } from '../../electron/electron-terminal.ts';
import { compareLedgers } from '../../model/compare.ts';
import type { ToldSubmission } from '../../model/ledger.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { readArrived } from '../../terminal/platform.ts';

const TERMINAL = 'K0127';
/** A submission is mostly at the platform within this, so that kills fall on all sides of the tap, the disk and the send. */
const LATEST_KILL_MS = 250;
const DRAINED_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 50;

/**
 * Cases 1 and 17 of facts/queue.md §2.5 in the real Electron: a member registers with card, questions and an officer's
 * attestation, and the program is killed at a random moment around the tap on *submit*, with the network there or not.
 * Figure: a reference that was on the screen arrives, everything arrives once.
 */
export const killElectron: FaultCase = {
  name: 'kill-electron',
  numbers: [1, 17],
  figure: 'what was on the screen arrives, once',
  weight: 11,
  patience: 180_000,
  async play(round) {
    const { random, found } = round;
    const terminal = await round.run.shared(ELECTRON);
    const { proxy } = terminal.environment;
    await terminal.start();
    const offline = random.chance(0.4);
    if (offline) await proxy.cut();
    const [first, ...others] = MEMBERS;
    if (first === undefined) throw new Error('there are no members');
    await toDeclaration(terminal, random.pick([first, ...others]));
    const shown = referenceShown(terminal);
    const delay = random.between(0, LATEST_KILL_MS);
    // Not awaited: the kill may come before the tap has reached the page.
    const tap = terminal
      .screen()
      .tap('submit')
      .catch(() => undefined);
    await sleep(delay);
    await terminal.kill();
    await tap;
    const reference = await shown;
    if (offline) await proxy.restore();
    await terminal.start();
    const drained = await waitForDrain(terminal);
    found.expect(drained, 'not everything was sent after the restart');
    const told = keptOnTerminal(terminal.databasePath);
    if (reference !== null && !told.some((item) => item.reference === reference)) {
      found.fault('lost', `${reference} was on the screen and is not on the terminal`);
    }
    const arrived = readArrived(terminal.environment.gatewayData, TERMINAL);
    compareLedgers({ told, arrived, held: [] }, found);
  },
};

async function toDeclaration(terminal: ElectronTerminal, member: Member): Promise<void> {
  await begin(terminal.tools, member);
  await layCard(terminal.tools, member);
  await answerQuestions(terminal.tools, member);
  await attest(terminal.tools);
  const screen = terminal.screen();
  await screen.waitFor({ screen: 'review' });
  await screen.tap('continue');
  await screen.waitFor({ screen: 'declare' });
}

/** The number on the receipt, if there was time to see it. */
async function referenceShown(terminal: ElectronTerminal): Promise<string | null> {
  const screen = terminal.screen();
  try {
    await screen.waitFor({ screen: 'receipt' });
    return (await screen.text('[data-reference]')).trim();
  } catch {
    return null;
  }
}

async function waitForDrain(terminal: ElectronTerminal): Promise<boolean> {
  const end = performance.now() + DRAINED_WITHIN_MS;
  while (keptOnTerminal(terminal.databasePath).some(({ received }) => !received)) {
    if (performance.now() > end) return false;
    await sleep(LOOK_EVERY_MS);
  }
  return true;
}

const rows = z.array(
  z.object({
    id: z.string(),
    reference: z.string(),
    digest: z.string(),
    lane: z.number(),
    sequence: z.number(),
    receipt: z.string().nullable(),
  }),
);

function keptOnTerminal(path: string): ToldSubmission[] {
  const database = new Database(path, { readonly: true, timeout: 5_000 });
  try {
    const found = database
      .prepare('SELECT id, reference, digest, lane, sequence, receipt FROM submissions ORDER BY sequence')
      .all();
    return rows.parse(found).map(({ receipt, ...row }) => ({ ...row, received: receipt !== null }));
  } finally {
    database.close();
  }
}
