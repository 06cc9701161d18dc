import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { type DayReport, dayReportSchema } from '../../domain/wire/day-report.ts';
import { DEMO_PINS, demoStaff, enrolTerminal, startGateway } from '../../gateway/index.ts';
import { databasePath } from '../../gateway/store/database.ts';
import { sendSimulation, type SimulationCommand } from '../../hardware/index.ts';
import { startNetworkProxy } from '../../scripts/dev/network-proxy.ts';
import { createRandom } from '../faults/runner/random.ts';
import type { WaitingReports } from '../../domain/service/status.ts';
import { driveWay } from './drive.ts';
import { readList, writeList } from './list.ts';
import { servePerson, STEPS_OF_A_PERSON, type Tools } from './person.ts';
import { PowerGone, startTerminal, type TerminalProcess } from './terminal-process.ts';

export interface VanRunOptions {
  readonly people: number;
  readonly cuts: number;
  readonly seed: number;
  /** How what was kept, and the report, come to the platform. Default: by network. */
  readonly way?: 'network' | 'drive';
}

/** What went by USB drive, and what the van's page said of the reports meanwhile. */
interface Carried {
  readonly exported: { readonly submissions: number; readonly dayReports: number };
  readonly brought: {
    readonly taken: number;
    readonly dayReports: number;
    readonly dayReportsRefused: number;
  };
  readonly takenBack: { readonly taken: number; readonly dayReports: number };
  /** Reports that wait, and how many of those on the drive: after closing, after the export, after the way back. */
  readonly shown: readonly (WaitingReports | null)[];
}

/** What the run found; the figures of its line of JSON. */
export interface VanRun {
  readonly people: number;
  readonly cuts: number;
  readonly seed: number;
  /** Registrations that the gateway accepted, each for another person. */
  readonly accepted: number;
  /** Submissions beyond one for each person, whatever became of them. */
  readonly doubled: number;
  readonly lost: number;
  readonly balanced: boolean;
  readonly report: Pick<DayReport, 'tally' | 'kept' | 'differences'>;
  /** What the gateway holds is what was signed, figure by figure. */
  readonly figuresEqual: boolean;
  /** Null: it went by network. */
  readonly carried: Carried | null;
  /** The report is at the gateway, once. */
  readonly reportsHeld: number;
  /** Registrations whose rest is to be asked by SMS. */
  readonly remainders: number;
  /** On the list and registered since it was last read, as the ready page counts them at the end. */
  readonly listed: number;
  /** Of the script's own taps, without a person reading: median and slowest, in seconds. */
  readonly secondsPerWorker: { readonly median: number; readonly slowest: number };
  readonly drainSeconds: number;
  readonly seconds: number;
}

const TERMINAL = 'V0401';
/** Only so that the drain begins at once when the network is back. */
const SYNC_DELAYS = { idleProbe: 500, offlineProbe: 250, retryBase: 100, retryCap: 500, brokenCap: 250 };
const DRAIN_PATIENCE_MS = 60_000;

export async function runVan({ people, cuts, seed, way = 'network' }: VanRunOptions): Promise<VanRun> {
  const startedAt = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'empf-van-'));
  const gatewayData = join(folder, 'gateway');
  const configuration = join(folder, 'configuration');
  for (const one of [gatewayData, configuration, join(folder, 'data')]) mkdirSync(one, { mode: 0o700 });
  const gateway = await startGateway({ dataDir: gatewayData, logLevel: 'silent' });
  if (!gateway.ok) throw new Error(`gateway: ${gateway.code}`);
  const proxy = await startNetworkProxy(0, () => Number(new URL(gateway.value.url).port));
  let terminal: TerminalProcess | null = null;
  try {
    const enrolled = await enrolTerminal({
      ...{ dataDir: gatewayData, terminalId: TERMINAL, staff: await demoStaff() },
      gatewayUrl: `http://127.0.0.1:${String(proxy.port)}`,
    });
    if (!enrolled.ok) throw new Error(`enrolment: ${enrolled.code}`);
    writeFileSync(join(configuration, 'enrolment.json'), JSON.stringify(enrolled.value), { mode: 0o600 });
    // The network is off all the time.
    await proxy.cut();

    const socket = join(folder, 'devices.sock');
    const drives = join(folder, 'drives');
    writeList(drives, people);
    const settings = {
      drives,
      ...{ configuration, data: join(folder, 'data'), simulationSocket: socket },
      ...{ syncDelays: SYNC_DELAYS, sessionDelays: {} },
    };
    const simulate = async (command: SimulationCommand): Promise<void> => {
      const reply = await sendSimulation(socket, command);
      if (!reply.ok) throw new Error(`simulator: ${reply.message}`);
    };
    const boot = async (): Promise<TerminalProcess> => {
      const started = await startTerminal(settings);
      terminal = started;
      await started.until('the sign-in', ({ screen }) => screen.id === 'van-signed-out');
      await started.until('its devices', ({ chrome }) => chrome.readerReady);
      await simulate({ device: 'badge', action: 'scan', badge: 'van-operator-01' });
      await started.until('the PIN', ({ overlay }) => overlay?.id === 'staff-pin');
      await started.tap({ type: 'STAFF_PIN', pin: DEMO_PINS['van-operator-01'] });
      await started.until(
        'plan or stop',
        ({ screen }) => screen.id === 'van-plan' || screen.id === 'van-ready',
      );
      // The list went with the power: the drive is brought again.
      if (started.view().screen.id === 'van-ready') await readList(started);
      return started;
    };

    let current = await boot();
    await current.tap({ type: 'VAN_CHOOSE_STOP', placeId: null });
    await current.tap({ type: 'ANSWER', value: 'Site 7, gate B' });
    await current.until('the ready page', ({ screen }) => screen.id === 'van-ready');
    await readList(current);

    const cutAt = cutMoments({ people, cuts, seed });
    const seconds: number[] = [];
    for (let worker = 1; worker <= people; worker += 1) {
      const begun = performance.now();
      let steps = 0;
      const called = current.view().screen;
      const number = called.id === 'van-ready' ? called.next : null;
      const power = cutAt.get(worker);
      const tools: Tools = {
        terminal: current,
        simulate,
        async step() {
          steps += 1;
          if (steps !== power?.step) return;
          // Either before the tap, or while it is being worked on.
          if (power.meanwhile) setImmediate(() => void current.cutPower());
          else await current.cutPower();
        },
      };
      try {
        await servePerson(tools, worker);
        seconds.push((performance.now() - begun) / 1000);
      } catch (error) {
        if (!isPowerGone(error)) throw error;
        current = await boot();
        const { screen } = current.view();
        const cut = screen.id === 'van-ready' ? screen.cut : null;
        // As an operator decides: whose number was kept does not come again.
        if (cut?.kept !== true || cut.number !== number) {
          await servePerson({ terminal: current, simulate, step: () => Promise.resolve() }, worker);
        }
      }
    }

    const last = current.view().screen;
    const listed = last.id === 'van-ready' ? (last.roster?.registered ?? 0) : 0;
    await current.tap({ type: 'VAN_CLOSE_STOP' });
    await current.tap({ type: 'CONTINUE' });
    await current.until('the plan', ({ screen }) => screen.id === 'van-plan');
    await current.tap({ type: 'VAN_END_DAY' });
    await current.until('the tally', ({ screen }) => screen.id === 'day-tally');
    await current.tap({ type: 'DAY_CLOSE' });
    const { screen } = await current.until('the report', (view) => view.screen.id === 'day-report');
    if (screen.id !== 'day-report') throw new Error('no report');
    const { report } = screen;

    const drainBegun = performance.now();
    let carried: Carried | null = null;
    if (way === 'drive') {
      const drive = driveWay({
        ...{ drive: join(folder, 'drive'), configuration, gatewayData },
        data: join(folder, 'data'),
      });
      const shown = [await reportsShown(current, 1)];
      // The queue is one process's at a time: the technician stops the terminal for it.
      await current.stop();
      const exported = await drive.export();
      current = await boot();
      shown.push(await reportsShown(current, 1));
      await current.stop();
      const brought = await drive.bring();
      const takenBack = await drive.takeBack();
      current = await boot();
      shown.push(await reportsShown(current, 0));
      carried = { exported, brought, takenBack, shown };
    }
    // By drive or not, the network comes back in the end, and brings nothing a second time.
    await proxy.restore();
    if (carried !== null)
      await current.until('the platform', ({ chrome: { connection } }) => connection.online);
    await drained(gatewayData, report.kept.kept);
    const drainSeconds = (performance.now() - drainBegun) / 1000;
    await current.stop();
    const held = countHeld(gatewayData);
    return {
      ...{ people, cuts: cutAt.size, seed },
      accepted: held.accepted,
      doubled: held.submissions - held.persons,
      lost: people - held.persons,
      balanced: report.balanced && held.reports.every(({ balanced }) => balanced),
      carried,
      figuresEqual: held.reports.some((one) => isDeepStrictEqual(one, report)),
      report: { tally: report.tally, kept: report.kept, differences: report.differences },
      reportsHeld: held.reports.length,
      remainders: held.remainders,
      listed,
      secondsPerWorker: {
        median: rounded(seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? 0),
        slowest: rounded(Math.max(0, ...seconds)),
      },
      drainSeconds: rounded(drainSeconds),
      seconds: rounded((performance.now() - startedAt) / 1000),
    };
  } finally {
    await (terminal as TerminalProcess | null)?.cutPower();
    await proxy.stop();
    await gateway.value.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the operator's page says of reports, once it says so many. */
async function reportsShown(terminal: TerminalProcess, waiting: number): Promise<WaitingReports | null> {
  const { chrome } = await terminal.until(
    `${String(waiting)} reports`,
    ({ chrome: { connection } }) => (connection.reports?.waiting ?? 0) === waiting,
  );
  return chrome.connection.reports ?? null;
}

/** The simulator's socket goes with the power, too. */
function isPowerGone(error: unknown): boolean {
  if (error instanceof PowerGone) return true;
  const code = (error as { readonly code?: unknown } | null)?.code;
  return code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ECONNRESET';
}

interface Cut {
  readonly step: number;
  readonly meanwhile: boolean;
}

/** Whose visit is cut off, at which of their steps, and whether before it or in the middle of it. */
function cutMoments({ people, cuts, seed }: VanRunOptions): ReadonlyMap<number, Cut> {
  const random = createRandom('van-run', seed);
  const moments = new Map<number, Cut>();
  while (moments.size < Math.min(cuts, people)) {
    moments.set(random.between(1, people), {
      step: random.between(1, STEPS_OF_A_PERSON),
      meanwhile: random.chance(0.5),
    });
  }
  return moments;
}

const rows = z.array(z.object({ person: z.string().nullable(), outcome: z.string().nullable() }));

function countHeld(dataDir: string) {
  const database = new Database(databasePath(dataDir), { readonly: true });
  try {
    const submissions = rows.parse(
      database.prepare('SELECT hex(person_key) AS person, outcome FROM submissions').all(),
    );
    const reports = z
      .array(z.object({ report: z.string() }))
      .parse(database.prepare('SELECT report FROM day_reports').all())
      .map(({ report }) => dayReportSchema.parse(JSON.parse(report)));
    return {
      submissions: submissions.length,
      persons: new Set(submissions.map(({ person }) => person)).size,
      accepted: new Set(
        submissions.filter(({ outcome }) => outcome === 'accepted').map(({ person }) => person),
      ).size,
      reports,
      remainders: Number(database.prepare(`SELECT count(*) FROM remainders WHERE way = 'sms'`).pluck().get()),
    };
  } finally {
    database.close();
  }
}

async function drained(dataDir: string, expected: number): Promise<void> {
  const until = performance.now() + DRAIN_PATIENCE_MS;
  for (;;) {
    const held = countHeld(dataDir);
    if (held.submissions >= expected && held.reports.length > 0) return;
    if (performance.now() > until) {
      throw new Error(`the gateway holds ${String(held.submissions)} of ${String(expected)} submissions`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
