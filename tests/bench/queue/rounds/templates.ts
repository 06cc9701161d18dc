import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from '../child.ts';
import { syncFolder } from '../disk.ts';
import { IMPLEMENTATIONS } from '../implementations/index.ts';
import type { ImplementationName } from '../implementations/implementation.ts';
import { doneSchema, type Stored } from '../messages.ts';

const FILL = fileURLToPath(new URL('../children/fill.ts', import.meta.url));

/**
 * Files with rows in them, made once per implementation and used again in every round, which adds some thousand rows to
 * them. Not copied for each case: the disk goes on writing the gigabytes of a copy behind its own cache long after the
 * sync has answered, and the case after it measured just that (an add of ours to a million rows 0.84 × of one to none
 * after a copy, 0.98 to 1.04 × without).
 */
export interface Templates {
  /** The folder for one case: the filled one, or a new, empty one for no rows. */
  caseFolder(implementation: ImplementationName, rows: number): string;
}

/** Fills each level from the one before. */
export async function makeTemplates(
  parent: string,
  implementations: readonly ImplementationName[],
  levels: readonly number[],
  stored: Stored,
): Promise<Templates> {
  const template = (implementation: ImplementationName, rows: number): string =>
    join(parent, 'templates', implementation, String(rows));
  for (const implementation of implementations) {
    const { fill, mostRows } = IMPLEMENTATIONS[implementation];
    let before = 0;
    for (const rows of levels) {
      if (fill === null || rows === 0 || rows > mostRows) continue;
      const folder = template(implementation, rows);
      if (before > 0) cpSync(template(implementation, before), folder, { recursive: true });
      await runChild(FILL, { implementation, folder, rows: rows - before, stored }, doneSchema);
      syncFolder(folder);
      before = rows;
    }
  }
  return {
    caseFolder(implementation, rows) {
      if (rows > 0 && IMPLEMENTATIONS[implementation].fill !== null) return template(implementation, rows);
      const folder = join(parent, 'case');
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      return folder;
    },
  };
}
