import { z } from 'zod';
import type { Failure, Result } from '../../domain/result.ts';
import type { DurableDatabase } from '../store/database.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

const centreRow = z.object({ terminal_id: z.string(), since: z.string() });

export interface ServiceCentreStore {
  isServiceCentre(terminalId: string): Promise<boolean>;
  /** Says that a terminal is one from now on, or is none any more; again changes nothing. */
  setServiceCentre(terminalId: string, is: boolean, at: string): Promise<Result<null, Failure<'busy'>>>;
  serviceCentres(): Promise<readonly { readonly terminalId: string; readonly since: string }[]>;
}

export function createServiceCentres(database: DurableDatabase): ServiceCentreStore {
  const select = database.prepare('SELECT 1 FROM service_centres WHERE terminal_id = ?');
  const selectAll = database.prepare('SELECT terminal_id, since FROM service_centres ORDER BY terminal_id');
  const insert = database.prepare(
    'INSERT INTO service_centres (terminal_id, since) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const remove = database.prepare('DELETE FROM service_centres WHERE terminal_id = ?');
  return {
    isServiceCentre: (terminalId) => promised(() => select.get(terminalId) !== undefined),
    setServiceCentre: (terminalId, is, at) =>
      promised(() =>
        unlessBusy(() => {
          if (is) insert.run(terminalId, at);
          else remove.run(terminalId);
          return null;
        }),
      ),
    serviceCentres: () =>
      promised(() =>
        z
          .array(centreRow)
          .parse(selectAll.all())
          .map(({ terminal_id: terminalId, since }) => ({ terminalId, since })),
      ),
  };
}
