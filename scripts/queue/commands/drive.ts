import { exportPending } from '../../../queue/transfer/export.ts';
import { importReceipts } from '../../../queue/transfer/import-receipts.ts';
import { facts, megabytes, type Report } from '../print.ts';
import { orRefuse } from '../refusal.ts';
import { changing, type TerminalPlaces } from '../terminal.ts';

export function exportToDrive(
  places: TerminalPlaces,
  targetFolder: string,
  staffId: string | undefined,
  tell: (line: string) => void,
): Promise<Report> {
  return changing(places, async ({ queue, keys, enrolment }) => {
    const bundle = orRefuse(
      await exportPending({
        queue,
        keys,
        terminalId: enrolment.terminalId,
        targetFolder,
        ...(staffId === undefined ? {} : { staffId }),
        onProgress: ({ phase, done, of }) => tell(`${phase} ${String(done)} of ${String(of)}`),
      }),
    );
    const lines = [
      ...facts([
        ['exported', `${String(bundle.submissions)} submissions, ${String(bundle.attachments)} files`],
        ['reports of days', String(bundle.dayReports)],
        ['bundle', bundle.folder],
        ['size', `${megabytes(bundle.bytes)} in ${String(bundle.parts)} parts`],
        [
          'read back',
          bundle.comparedWith === 'medium' ? 'from the drive itself' : 'through the system’s cache',
        ],
      ]),
      'They stay pending here until their receipts are imported or the network brings them.',
    ];
    return { lines, json: { exported: bundle }, exitCode: 0 };
  });
}

export function importFromDrive(
  places: TerminalPlaces,
  place: string,
  staffId: string | undefined,
): Promise<Report> {
  return changing(places, async ({ queue, keys, enrolment }) => {
    const imported = orRefuse(
      await importReceipts({
        queue,
        keys,
        terminalId: enrolment.terminalId,
        place,
        ...(staffId === undefined ? {} : { staffId }),
      }),
    );
    const { refused, untrusted, unreadableParts, filesRefused, dayReportsRefused } = imported;
    const lines = facts([
      [
        'received by the platform',
        `${String(imported.taken)} submissions, ${String(imported.attachments)} files`,
      ],
      [
        'reports of days',
        `${String(imported.dayReports)} acknowledged${imported.dayReportsRefused > 0 ? `, ${String(imported.dayReportsRefused)} refused: tell the office` : ''}`,
      ],
      ['known already', String(imported.known)],
      ['refused by the platform', `${String(refused)}${refused > 0 ? ': see list --state parked' : ''}`],
      ['receipts that do not verify', String(untrusted)],
      [
        'parts the platform could not read',
        `${String(unreadableParts)}${unreadableParts > 0 ? ': export again' : ''}`,
      ],
      ['files that were not trusted', String(filesRefused)],
    ]);
    const trouble = refused + untrusted + unreadableParts + filesRefused + dayReportsRefused > 0;
    return { lines, json: { imported }, exitCode: trouble ? 1 : 0 };
  });
}
