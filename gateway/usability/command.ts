import { usabilityCsv } from '../../domain/usability/csv.ts';
import { giveUp, giveUpFor, readArguments, USUAL_DATA } from '../commands/command.ts';
import { openDatabase } from '../store/database.ts';
import { createUsabilityStore, type ToldDay } from './usability-store.ts';

const USAGE = `node gateway/main.ts usability [--data ${USUAL_DATA}]
`;

/** One file of all terminals: each line begins with the terminal and the epoch of its database. */
function csvOf(days: readonly ToldDay[]): string {
  const [head = ''] = usabilityCsv([]).split('\r\n');
  const lines = days.flatMap(({ terminalId, epoch, day, cells }) =>
    usabilityCsv(cells.map((cell) => ({ ...cell, day })))
      .split('\r\n')
      .slice(1, -1)
      .map((line) => `${terminalId},${String(epoch)},${line}`),
  );
  return [`terminal,epoch,${head}`, ...lines, ''].join('\r\n');
}

/** How visits went, as CSV on standard output; also while the gateway runs. */
export async function usability(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE);
  if (positionals.length > 0) giveUp(`arguments\n${USAGE}`);
  const opened = openDatabase(values.data);
  if (!opened.ok) giveUpFor(opened);
  try {
    process.stdout.write(csvOf(await createUsabilityStore(opened.value).all()));
  } finally {
    opened.value.close();
  }
}
