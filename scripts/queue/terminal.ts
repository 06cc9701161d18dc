import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadEnrolment } from '../../electron/configuration/load.ts';
import { placesFrom } from '../../electron/configuration/places.ts';
import type { Enrolment } from '../../domain/wire/contract.ts';
import { type KeyStore, openKeyStore } from '../../queue/keys/key-store.ts';
import { openQueueOrSalvage } from '../../queue/rescue/open.ts';
import type { SalvageReport } from '../../queue/rescue/salvage-report.ts';
import type { Queue } from '../../queue/store/queue-interface.ts';
import { projectRoot } from '../lib/paths.ts';
import { orRefuse, Refusal } from './refusal.ts';

/** Where one terminal's things are. */
export interface TerminalPlaces {
  readonly data: string;
  readonly database: string;
  readonly keys: string;
  readonly configuration: string;
}

/**
 * `--data`, else `EMPF_DATA`, else the development terminal's; `--configuration`, else `EMPF_CONFIGURATION`, else the
 * folder `configuration` beside the data, else the release's.
 */
export function placesOf(
  given: { readonly data: string | undefined; readonly configuration: string | undefined },
  environment: Readonly<Record<string, string | undefined>> = process.env,
): TerminalPlaces {
  const development = join(projectRoot, '.run', 'dev', 'terminal', 'data');
  const data = resolve(given.data ?? environment['EMPF_DATA'] ?? development);
  const beside = join(data, '..', 'configuration');
  const configuration =
    given.configuration ??
    environment['EMPF_CONFIGURATION'] ??
    (existsSync(beside) ? beside : placesFrom({}).configuration);
  return { data, database: join(data, 'terminal.db'), keys: join(data, 'keys'), configuration };
}

export interface OpenTerminal {
  readonly enrolment: Enrolment;
  readonly keys: KeyStore;
  readonly queue: Queue;
  readonly salvage: SalvageReport | null;
}

export async function openKeys(
  places: TerminalPlaces,
): Promise<{ readonly enrolment: Enrolment; readonly keys: KeyStore }> {
  const enrolment = orRefuse(loadEnrolment(places.configuration));
  const keys = orRefuse(await openKeyStore({ folder: places.keys, enrolment }));
  return { enrolment, keys };
}

/** Opens the queue to change it, as the terminal does; refuses while the terminal has it. */
export async function openForWriting(places: TerminalPlaces): Promise<OpenTerminal> {
  if (!existsSync(places.database) && !existsSync(`${places.database}.salvage.json`))
    throw new Refusal('database-missing');
  const { enrolment, keys } = await openKeys(places);
  const { queue, salvage } = orRefuse(
    await openQueueOrSalvage(places.database, {
      keyDocument: keys.document(),
      freshEpoch: keys.nextEpoch(),
      now: () => keys.time.now().instant,
      budget: () => keys.time.budget(),
    }),
  );
  if (!keys.noteEpoch(queue.epoch)) {
    queue.close();
    throw new Refusal('storage-fault');
  }
  return { enrolment, keys, queue, salvage };
}

/** Opens, works, closes. */
export async function changing<T>(
  places: TerminalPlaces,
  work: (terminal: OpenTerminal) => Promise<T> | T,
): Promise<T> {
  const terminal = await openForWriting(places);
  try {
    return await work(terminal);
  } finally {
    terminal.keys.time.persist();
    terminal.queue.close();
  }
}
