import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { z } from 'zod';
import { adultNumber } from '../../../gateway/testing/people.ts';
import { databasePath } from '../../../gateway/store/database.ts';
import { testTerminal } from '../../../gateway/testing/terminal.ts';
import type { Round } from '../runner/fault-case.ts';
import type { FaultPlatform } from './platform.ts';
import type { FaultTerminal } from './terminal.ts';

/** A sealed file that a terminal keeps. */
export interface LeftFile {
  readonly id: string;
  readonly submissionId: string;
  readonly digest: string;
}

/** A person leaves a registration with a file of so many bytes, sealed for this platform. */
export async function leaveWithFile(
  round: Round,
  platform: FaultPlatform,
  terminal: FaultTerminal,
  bytes: number,
): Promise<LeftFile> {
  const sealer = await testTerminal(terminal.enrolment);
  const person = adultNumber(platform.nextPerson());
  const submissionId = v7();
  const { manifest, sealed } = await sealer.attach(round.random.bytes(bytes), submissionId);
  const { id, digest } = manifest;
  const request = await sealer.seal(person, { id: submissionId, attachments: [{ id, digest }] });
  const { reference: _reference, sequence: _sequence, ...envelope } = request.envelope;
  terminal.keep({
    envelope: { ...envelope, lane: terminal.keys.laneOf(person.person.hkid) },
    sealed: new Uint8Array(Buffer.from(request.sealed, 'base64url')),
    attachments: [{ manifest, sealed }],
  });
  return { id, submissionId, digest };
}

/** Every file is at the platform whole, and the terminal has its receipt. */
export function compareFiles(
  round: Round,
  platform: FaultPlatform,
  terminal: FaultTerminal,
  files: readonly LeftFile[],
): void {
  for (const { id, submissionId, digest } of files) {
    const kept = terminal.queue.attachmentsOf(submissionId);
    const file = kept.ok ? kept.value.find((candidate) => candidate.id === id) : undefined;
    const arrived = arrivedDigest(platform.dataDir, terminal.enrolment.terminalId, id);
    if (file === undefined) round.found.fault('lost', `the file ${id} is gone`);
    else if (file.receipt !== null && arrived === null) {
      round.found.fault('falseConfirmations', `the file ${id} was told received`);
    } else if (file.receipt === null) round.found.miss(`the file ${id} was not sent: ${file.state}`);
    if (arrived !== null && arrived !== digest)
      round.found.fault('corrupt', `the file ${id} has other bytes`);
    round.found.confirm();
  }
}

const chunkRows = z.array(z.object({ bytes: z.instanceof(Uint8Array) }));

/** SHA-256 of a file as the gateway holds it; null when it has no receipt there. */
function arrivedDigest(dataDir: string, terminalId: string, id: string): string | null {
  const database = new Database(databasePath(dataDir), { readonly: true });
  try {
    const receipt = database
      .prepare('SELECT 1 FROM attachments WHERE terminal_id = ? AND id = ? AND receipt IS NOT NULL')
      .get(terminalId, id);
    if (receipt === undefined) return null;
    const rows = database
      .prepare('SELECT bytes FROM attachment_chunks WHERE terminal_id = ? AND id = ? ORDER BY chunk')
      .all(terminalId, id);
    const hash = createHash('sha256');
    for (const { bytes } of chunkRows.parse(rows)) hash.update(bytes);
    return hash.digest('base64url');
  } finally {
    database.close();
  }
}
