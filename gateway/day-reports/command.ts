import { giveUp, giveUpFor, readArguments, say, USUAL_DATA } from '../commands/command.ts';
import { type DurableDatabase, openDatabase } from '../store/database.ts';
import { dayReports as listReports, openRemainders } from './day-report-store.ts';

const USAGE = `node gateway/main.ts day-reports [--data ${USUAL_DATA}]
       node gateway/main.ts remainders [--data ${USUAL_DATA}]
`;

/** The reports of all terminals, newest first, a line each. */
export function dayReports(args: readonly string[]): Promise<void> {
  return looking(args, (database) => {
    for (const report of listReports(database)) {
      const { terminalId, epoch, day, profile, closedAt, tally, kept, differences, balanced, receivedAt } =
        report;
      const stops = report.stops.map(({ site, numbers }) => ({ site, numbers }));
      say({
        terminalId,
        epoch,
        day,
        profile,
        closedAt,
        tally,
        kept,
        differences,
        balanced,
        stops,
        receivedAt,
      });
    }
  });
}

/** Registrations of which something is still to be asked, by their reference. */
export function remainders(args: readonly string[]): Promise<void> {
  return looking(args, (database) => {
    for (const one of openRemainders(database)) say({ ...one });
  });
}

function looking(args: readonly string[], show: (database: DurableDatabase) => void): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE);
  if (positionals.length > 0) giveUp(`arguments\n${USAGE}`);
  const opened = openDatabase(values.data);
  if (!opened.ok) giveUpFor(opened);
  try {
    show(opened.value);
  } finally {
    opened.value.close();
  }
  return Promise.resolve();
}
