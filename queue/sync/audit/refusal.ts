import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AUDIT_TROUBLES, type AuditTrouble } from '../../../domain/service/status.ts';
import { isoInstantSchema } from '../../../domain/wire/contract.ts';
import { isFileFault, readPrivate, tryWritePrivate } from '../../keys/private-file.ts';

const FILE = 'audit-refusal';
const refusalSchema = z.strictObject({ code: z.enum(AUDIT_TROUBLES), at: isoInstantSchema });

/** That the platform does not take the audit chain, and since when (ISO instant). */
export type AuditRefusal = z.infer<typeof refusalSchema>;

/** Known across restarts, so that a technician reads it also while the terminal is off. */
export interface AuditRefusalNote {
  current(): AuditRefusal | null;
  note(code: AuditTrouble, at: string): void;
  /** The platform takes the chain. */
  clear(): void;
}

/** Null when there is none, or none that can be read: the next upload tells. */
export function readAuditRefusal(keyFolder: string): AuditRefusal | null {
  try {
    const bytes = readPrivate(join(keyFolder, FILE));
    if (bytes === null) return null;
    return refusalSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError || isFileFault(error)) return null;
    throw error;
  }
}

/** The note of a terminal, in a file of its key folder (null: in memory), where also a disk that fails leaves it. */
export function openAuditRefusal(keyFolder: string | null): AuditRefusalNote {
  let current = keyFolder === null ? null : readAuditRefusal(keyFolder);
  return {
    current: () => current,
    note(code, at) {
      if (current?.code === code) return;
      current = { code, at };
      if (keyFolder !== null) tryWritePrivate(join(keyFolder, FILE), `${JSON.stringify(current)}\n`);
    },
    clear() {
      if (current === null) return;
      current = null;
      if (keyFolder === null) return;
      try {
        rmSync(join(keyFolder, FILE), { force: true });
      } catch (error) {
        if (!isFileFault(error)) throw error;
      }
    },
  };
}
