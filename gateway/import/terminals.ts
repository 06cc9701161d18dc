import { z } from 'zod';
import type { DurableDatabase } from '../store/database.ts';
import type { KnownTerminal } from '../store/store.ts';

const rowSchema = z.object({ terminal_id: z.string(), credential_digest: z.instanceof(Uint8Array) });

/** The terminal of this id, with the digest of its credential in force; null when it is not enrolled. */
export function terminalNamed(database: DurableDatabase, terminalId: string): KnownTerminal | null {
  const row = database
    .prepare<[string]>(
      `SELECT terminal_id, credential_digest FROM terminal_credentials
       WHERE terminal_id = ? AND revoked_at IS NULL`,
    )
    .get(terminalId);
  if (row === undefined) return null;
  const parsed = rowSchema.parse(row);
  return { terminalId: parsed.terminal_id, credentialDigest: parsed.credential_digest };
}
