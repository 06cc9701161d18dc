import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { giveUp, giveUpFor, say, USUAL_DATA } from '../commands/command.ts';
import { openGatewayParts } from '../parts.ts';
import { databasePath } from '../store/database.ts';
import { findBundles } from './bundle-folder.ts';
import { type ImportedBundle, importBundle, type ImportFault } from './import-bundle.ts';

const USAGE = `npm run import-bundle -- [--data ${USUAL_DATA}] <folder> …
  <folder>  a bundle (empf-export-…), or a drive with bundles on it

Takes in what a terminal exported to a drive, also while the gateway runs, and puts the
receipts (receipts.jws) beside each bundle: take the drive back to the terminal and import
them there. May be repeated: everything counts once. Prints a table, then one line of JSON
for each bundle; ends with 1 when a bundle was refused.
`;

const PLAIN_WORDS: Readonly<Record<ImportFault, string>> = {
  'bundle-missing': 'no bundle is there.',
  'bundle-newer':
    'a newer terminal wrote it than this gateway knows. Nothing is lost: update the gateway, then import it again.',
  'manifest-malformed': 'its manifest is damaged or not one.',
  'manifest-signature': 'its manifest was not signed by the key it names, or was changed since.',
  'drive-unreadable': 'the drive cannot be read.',
  'terminal-unknown': 'no terminal of this id is enrolled here.',
  'device-key-differs': 'it was signed by a key that is not this terminal’s.',
  'practice-refused': 'it was made in practice; nothing of it counts.',
  'live-refused': 'it is real, and this gateway is for practice.',
  'sealing-key-unknown': 'it was sealed to a key that is not here.',
};

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string', default: USUAL_DATA },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch {
    return giveUp(`unknown arguments\n${USAGE}`);
  }
}

/** Imports bundles from drives. */
export async function importCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  if (values.help === true) {
    process.stdout.write(USAGE);
    return;
  }
  if (positionals.length === 0) giveUp(`which folder?\n${USAGE}`);
  if (!existsSync(databasePath(values.data))) giveUp(`there is no gateway in ${values.data}.`);
  const opened = await openGatewayParts({ dataDir: values.data });
  if (!opened.ok) giveUpFor(opened);
  const parts = opened.value;
  const imported: ImportedBundle[] = [];
  const refused: { readonly folder: string; readonly code: ImportFault }[] = [];
  try {
    for (const place of positionals) {
      const found = findBundles(place);
      if (!found.ok) refused.push({ folder: place, code: found.code });
      for (const folder of found.ok ? found.value : []) {
        const result = await importBundle(parts, folder);
        if (result.ok) imported.push(result.value);
        else refused.push({ folder, code: result.code });
      }
    }
  } finally {
    parts.close();
  }
  process.stdout.write(tableOf(imported));
  for (const { folder, code } of refused) process.stdout.write(`refused  ${folder}: ${PLAIN_WORDS[code]}\n`);
  for (const bundle of imported) say({ imported: bundle.bundleId, ...bundle });
  for (const { folder, code } of refused) say({ refused: folder, code });
  const whole = imported.every(
    ({ receiptsWritten, unreadableParts, dayReportsRefused }) =>
      receiptsWritten && unreadableParts.length === 0 && dayReportsRefused === 0,
  );
  process.exitCode = refused.length > 0 || !whole ? 1 : 0;
}

const COLUMNS = [
  'terminal',
  'new',
  'again',
  'refused',
  'waiting',
  'files',
  'day reports',
  'bad parts',
  'receipts',
] as const;

/** A refused one is for somebody to look into: another may be held for that day. */
function reportWords({ dayReports, dayReportsRefused }: ImportedBundle): string {
  return dayReportsRefused === 0
    ? String(dayReports)
    : `${String(dayReports)} (${String(dayReportsRefused)} NOT)`;
}

function tableOf(bundles: readonly ImportedBundle[]): string {
  if (bundles.length === 0) return '';
  const rows = bundles.map((bundle) => [
    bundle.terminalId,
    String(bundle.taken),
    String(bundle.repeated),
    String(bundle.refused),
    String(bundle.waiting),
    String(bundle.attachments),
    reportWords(bundle),
    String(bundle.unreadableParts.length),
    bundle.receiptsWritten ? 'on the drive' : 'NOT WRITTEN: import again',
  ]);
  const lines = [[...COLUMNS], ...rows].map((row) =>
    row.map((cell, index) => cell.padEnd((COLUMNS[index]?.length ?? 0) + 2)).join(''),
  );
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
