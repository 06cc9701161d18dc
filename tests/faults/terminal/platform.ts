import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { Enrolment } from '../../../domain/wire/contract.ts';
import type { StaffList } from '../../../domain/wire/staff-list.ts';
import { demoStaff, enrolTerminal, type GatewayOptions, startGateway } from '../../../gateway/index.ts';
import { databasePath } from '../../../gateway/store/database.ts';
import { digestOf } from '../../support/digest.ts';
import type { ArrivedSubmission } from '../model/ledger.ts';
import type { Shared } from '../runner/fault-case.ts';

/** The real reference gateway in this process, and what its database holds. */
export interface FaultPlatform {
  readonly dataDir: string;
  readonly url: string;
  /** A terminal that nobody had before. */
  enrol(): Promise<Enrolment>;
  /** The same terminal with a new credential; the old one is out of force. */
  enrolAgain(terminalId: string): Promise<Enrolment>;
  /** A whole number that no person of this gateway has yet. */
  nextPerson(): number;
  arrived(terminalId: string): ArrivedSubmission[];
  stop(): Promise<void>;
}

const rows = z.array(
  z.object({
    id: z.string(),
    reference: z.string(),
    digest: z.string(),
    sealed: z.instanceof(Uint8Array),
    lane: z.number(),
    sequence: z.number(),
  }),
);

/** Hashing their PINs takes longer than most rounds. */
let staff: Promise<StaffList['staff']> | null = null;

export async function startPlatform(
  dataDir: string,
  options: Partial<Omit<GatewayOptions, 'dataDir'>> = {},
): Promise<FaultPlatform> {
  mkdirSync(dataDir, { recursive: true });
  const started = await startGateway({ dataDir, logLevel: 'silent', ...options });
  if (!started.ok) throw new Error(`gateway: ${started.code}`);
  const { url, stop } = started.value;
  let terminals = 0;
  let people = 0;

  async function enrolAgain(terminalId: string): Promise<Enrolment> {
    staff ??= demoStaff();
    const enrolled = await enrolTerminal({ dataDir, terminalId, gatewayUrl: url, staff: await staff });
    if (!enrolled.ok) throw new Error(`enrolment: ${enrolled.code}`);
    return enrolled.value;
  }

  return {
    dataDir,
    url,
    enrol() {
      terminals += 1;
      return enrolAgain(terminalIdOf(terminals));
    },
    enrolAgain,
    nextPerson() {
      people += 1;
      return people;
    },
    arrived: (terminalId) => readArrived(dataDir, terminalId),
    stop,
  };
}

/** What a gateway's database holds of one terminal, in the order in which it came. */
export function readArrived(dataDir: string, terminalId: string): ArrivedSubmission[] {
  const database = new Database(databasePath(dataDir), { readonly: true });
  try {
    const found = database
      .prepare(
        `SELECT id, reference, digest, sealed, lane, sequence FROM submissions
         WHERE terminal_id = ? ORDER BY arrival`,
      )
      .all(terminalId);
    return rows.parse(found).map(({ sealed, ...row }) => ({
      ...row,
      bytes: digestOf(sealed),
    }));
  } finally {
    database.close();
  }
}

function terminalIdOf(number: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + Math.floor(number / 10_000));
  return `${letter}${String(number % 10_000).padStart(4, '0')}`;
}

/** One gateway for all rounds that need nothing special of it; each has a terminal of its own there. */
export const PLATFORM: Shared<FaultPlatform> = {
  async start(run) {
    const platform = await startPlatform(join(run.folder, 'platform'));
    return { value: platform, stop: () => platform.stop() };
  },
};
