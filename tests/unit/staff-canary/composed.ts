import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Paper } from '../../../domain/paper/paper.ts';
import { ok } from '../../../domain/result.ts';
import type { ScreenIntent } from '../../../domain/terminal/intent/intent.ts';
import type { View, ViewUpdate } from '../../../domain/terminal/view/view.ts';
import { composeTerminal } from '../../../electron/composition/compose.ts';
import { configurationSchema } from '../../../electron/configuration/schema.ts';
import { createLog } from '../../../electron/diagnostics/log.ts';
import { demoStaff, enrolTerminal, startGateway } from '../../../gateway/index.ts';
import { sendSimulation, type SimulationCommand, spawnNodeChild } from '../../../hardware/index.ts';

/** A whole terminal in this process: real queue, real staff list, simulated devices; what it says is all kept. */
export interface Composed {
  readonly folder: string;
  readonly data: string;
  readonly configuration: string;
  /** Every view that left for a page, as it crosses to the renderer. */
  readonly sent: readonly ViewUpdate[];
  readonly answers: readonly unknown[];
  readonly log: readonly string[];
  readonly papers: readonly Paper[];
  /** The removable drive. */
  readonly drive: string;
  view(): View;
  until(what: string, wanted: (view: View) => boolean): Promise<View>;
  tap(...intents: readonly ScreenIntent[]): void;
  simulate(command: SimulationCommand): Promise<void>;
  stop(): Promise<void>;
  remove(): void;
}

const PATIENCE_MS = 20_000;

export async function composed(profile: 'kiosk' | 'van'): Promise<Composed> {
  const folder = mkdtempSync(join(tmpdir(), 'empf-staff-canary-'));
  const places = {
    configuration: join(folder, 'configuration'),
    data: join(folder, 'data'),
    browser: join(folder, 'data', 'browser'),
  };
  const drives = join(folder, 'drives');
  const drive = join(drives, 'STICK');
  for (const one of [join(folder, 'gateway'), places.configuration, places.data, drive]) {
    mkdirSync(one, { mode: 0o700, recursive: true });
  }
  const dataDir = join(folder, 'gateway');
  const gateway = await startGateway({ dataDir, logLevel: 'silent' });
  if (!gateway.ok) throw new Error(gateway.code);
  const enrolled = await enrolTerminal({
    ...{ dataDir, terminalId: profile === 'van' ? 'V0401' : 'K0127', gatewayUrl: gateway.value.url },
    staff: await demoStaff(),
  });
  if (!enrolled.ok) throw new Error(enrolled.code);
  writeFileSync(join(places.configuration, 'enrolment.json'), JSON.stringify(enrolled.value), {
    mode: 0o600,
  });
  // Nothing is sent: what is exported and reported is what is kept here.
  await gateway.value.stop();

  const log: string[] = [];
  const papers: Paper[] = [];
  const sent: ViewUpdate[] = [];
  const answers: unknown[] = [];
  const socket = join(folder, 's');
  const terminal = composeTerminal({
    places,
    configuration: configurationSchema.parse({ profile, devices: { driver: 'sim' } }),
    configurationFault: null,
    development: {
      ...{ sessionDelays: {}, syncDelays: {}, simulationSocket: socket },
      ...{ drives, spool: null, reportReady: false },
    },
    packaged: false,
    version: '0.0.0',
    restart: () => undefined,
    printer: {
      subscribe: (listener) => {
        listener({ type: 'PRINTER', output: 'slips', status: 'ready' });
        listener({ type: 'PRINTER', output: 'documents', status: 'ready' });
        return () => undefined;
      },
      print: (paper) => {
        papers.push(paper);
        return Promise.resolve(ok(null));
      },
    },
    sqliteBinding: null,
    ...{ practice: null, endedPractice: false, markPractice: () => undefined },
    queueWorker: new URL('../../../queue/worker/main.ts', import.meta.url),
    driveReader: new URL('../../../hardware/drives/main.ts', import.meta.url),
    spawnHardware: () => spawnNodeChild({ driver: 'sim', simulationSocket: socket }),
    wipeSurface: () => undefined,
    newId: () => v7(),
    log: createLog({ write: (line) => log.push(line) }, () => new Date().toISOString()),
    onFault: (error) => {
      throw error;
    },
  });
  const watchers = new Set<() => void>();
  terminal.subscribe((update) => {
    sent.push(update);
    for (const look of [...watchers]) look();
  });
  terminal.start();
  const view = (): View => terminal.current().view;

  function until(what: string, wanted: (view: View) => boolean): Promise<View> {
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        clearTimeout(patience);
        watchers.delete(look);
      };
      const patience = setTimeout(() => {
        finish();
        reject(new Error(`waited for ${what}, and it is ${view().stepId}`));
      }, PATIENCE_MS);
      const look = (): void => {
        if (!wanted(view())) return;
        finish();
        resolve(view());
      };
      watchers.add(look);
      look();
    });
  }

  return {
    ...{ folder, data: places.data, configuration: places.configuration, drive },
    ...{ sent, answers, log, papers, view, until },
    tap: (...intents) => {
      for (const intent of intents) {
        const { rev, view: shown } = terminal.current();
        const { sessionId, stepId } = shown;
        const answer = terminal.intent({ ...intent, sessionId, stepId, rev });
        answers.push(answer);
        if (!answer.accepted) throw new Error(`${intent.type} on ${stepId}: ${answer.reason}`);
      }
    },
    simulate: async (command) => {
      const reply = await sendSimulation(socket, command);
      if (!reply.ok) throw new Error(reply.message);
    },
    stop: () => terminal.stop(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
