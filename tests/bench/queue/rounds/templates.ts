import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from '../child.ts';
import { copyAndSync, syncFolder } from '../disk.ts';
import { IMPLEMENTATIONS } from '../implementations/index.ts';
import type { ImplementationName } from '../implementations/implementation.ts';
import { doneSchema, type Stored } from '../messages.ts';

const FILL = fileURLToPath(new URL('../children/fill.ts', import.meta.url));

/** Files with rows in them, made once per implementation; every case gets a copy of its own. */
export interface Templates {
  /** A new folder for one case: the copy, synced, or an empty one for no rows. */
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
      const folder = join(parent, 'case');
      rmSync(folder, { recursive: true, force: true });
      if (rows === 0 || IMPLEMENTATIONS[implementation].fill === null) mkdirSync(folder);
      else copyAndSync(template(implementation, rows), folder);
      return folder;
    },
  };
}
