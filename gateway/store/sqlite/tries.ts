import { z } from 'zod';
import type { DurableDatabase } from '../database.ts';
import type { TryScope, TryStore } from '../store.ts';
import { promised } from './write.ts';

const tryRow = z.object({ since: z.string(), tries: z.number() });

export function createTries(database: DurableDatabase): TryStore {
  const select = database.prepare('SELECT since, tries FROM enquiry_tries WHERE scope = ?');
  const removeOld = database.prepare('DELETE FROM enquiry_tries WHERE since <= ? OR since > ?');
  const add = database.prepare(`
    INSERT INTO enquiry_tries (scope, since, tries) VALUES (?, ?, 1)
    ON CONFLICT (scope) DO UPDATE SET tries = tries + 1`);
  const giveBack = database.prepare('UPDATE enquiry_tries SET tries = max(0, tries - 1) WHERE scope = ?');

  const take = database.transaction(
    (scopes: readonly TryScope[], at: string, windowMs: number): number | null => {
      const now = Date.parse(at);
      // A clock that was ahead must not keep a scope shut until it is caught up with.
      removeOld.run(new Date(now - windowMs).toISOString(), at);
      const waits = scopes.map(({ scope, most }) => {
        const row = select.get(scope);
        if (row === undefined) return 0;
        const { since, tries } = tryRow.parse(row);
        return tries < most ? 0 : Date.parse(since) + windowMs - now;
      });
      const longest = Math.max(...waits);
      if (longest > 0) return longest;
      for (const { scope } of scopes) add.run(scope, at);
      return null;
    },
  );

  return {
    takeTry: (scopes, at, windowMs) => promised(() => take.immediate(scopes, at, windowMs)),
    giveBackTry: (scopes) =>
      promised(() => {
        database.transaction(() => {
          for (const { scope } of scopes) giveBack.run(scope);
        })();
      }),
  };
}
