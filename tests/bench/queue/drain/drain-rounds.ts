import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Enrolment, enrolmentSchema } from '../../../../domain/wire/contract.ts';
import { projectRoot } from '../../../../scripts/lib/paths.ts';
import { runChild, startServer } from '../child.ts';
import { syncFolder } from '../disk.ts';
import { doneSchema } from '../messages.ts';
import type { BenchOptions } from '../options.ts';
import { shuffled } from '../rounds/shuffled.ts';
import {
  DRAIN_FILES,
  type DrainResult,
  drainResultSchema,
  gatewayListensSchema,
  referenceListensSchema,
} from './messages.ts';

const PREPARE = fileURLToPath(new URL('./prepare.ts', import.meta.url));
const CLIENT = fileURLToPath(new URL('./client.ts', import.meta.url));
const REFERENCE_SERVER = fileURLToPath(new URL('./reference-server.ts', import.meta.url));
/** One terminal drains, and not a fleet: the rate that spreads a fleet is not what is measured. */
const UNHURRIED = ['--drain-rate', '1000000', '--probe-rate', '1000000'];

/**
 * `gateway`: queue, agent and gateway. `no-database`: the same agent and bytes with no database on either side.
 * `opening`: that, and each is opened as the gateway has to; says how much of the distance is the seal's.
 */
export const DRAINS = ['gateway', 'no-database', 'opening'] as const;
export type DrainName = (typeof DRAINS)[number];

export interface DrainRound {
  readonly round: number;
  readonly results: Readonly<Record<DrainName, DrainResult>>;
}

/** Drains the same submissions to the gateway and to the reference, in random order, every process and file fresh. */
export async function runDrainRounds(
  folder: string,
  { rounds, items }: BenchOptions,
): Promise<readonly DrainRound[]> {
  console.log(`Sealing ${items} registrations …`);
  const template = join(folder, 'drain');
  await runChild(PREPARE, { folder: template, items }, doneSchema);
  const enrolment = enrolmentSchema.parse(
    JSON.parse(readFileSync(join(template, DRAIN_FILES.enrolment), 'utf8')),
  );
  const work = join(folder, 'drain-case');
  const log = join(folder, 'drain.log');

  async function drain(from: 'queue' | 'memory', to: Enrolment): Promise<DrainResult> {
    const request = {
      from,
      folder: join(work, 'terminal'),
      items: join(template, DRAIN_FILES.items),
      enrolment: to,
    };
    return runChild(CLIENT, request, drainResultSchema);
  }

  async function toGateway(): Promise<DrainResult> {
    const gateway = await startServer(
      join(projectRoot, 'gateway', 'main.ts'),
      ['--port', '0', '--data', join(work, 'gateway'), ...UNHURRIED],
      gatewayListensSchema,
      log,
    );
    try {
      return await drain('queue', { ...enrolment, gatewayUrl: gateway.said.url });
    } finally {
      await gateway.stop();
    }
  }

  async function toReference(args: readonly string[]): Promise<DrainResult> {
    const server = await startServer(REFERENCE_SERVER, args, referenceListensSchema, log);
    try {
      return await drain('memory', server.said.enrolment);
    } finally {
      await server.stop();
    }
  }

  const run: Readonly<Record<DrainName, () => Promise<DrainResult>>> = {
    gateway: toGateway,
    'no-database': () => toReference([]),
    opening: () => toReference([join(template, 'gateway')]),
  };
  const done: DrainRound[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    console.log(`Drain, round ${round} of ${rounds} …`);
    const measured = new Map<DrainName, DrainResult>();
    for (const name of shuffled(DRAINS)) {
      rmSync(work, { recursive: true, force: true });
      for (const part of ['gateway', 'terminal']) {
        cpSync(join(template, part), join(work, part), { recursive: true });
        syncFolder(join(work, part));
      }
      measured.set(name, await run[name]());
    }
    done.push({ round, results: complete(measured) });
  }
  return done;
}

function complete(measured: ReadonlyMap<DrainName, DrainResult>): Readonly<Record<DrainName, DrainResult>> {
  const of = (name: DrainName): DrainResult => {
    const result = measured.get(name);
    if (result === undefined) throw new Error(`the drain ${name} was not run`);
    return result;
  };
  return { gateway: of('gateway'), 'no-database': of('no-database'), opening: of('opening') };
}
