import { backUp } from '../../../queue/rescue/backup.ts';
import { acceptSalvage } from '../../../queue/rescue/salvage-report.ts';
import { openPolicyStore } from '../../../queue/policy/policy-store.ts';
import { inHongKong, megabytes, type Report } from '../print.ts';
import { isTerminalRunning } from '../reader.ts';
import { orRefuse, Refusal } from '../refusal.ts';
import { changing, type TerminalPlaces } from '../terminal.ts';

export function backup(places: TerminalPlaces): Promise<Report> {
  return changing(places, async ({ queue }) => {
    const { bytes } = orRefuse(await backUp(places.database, queue));
    return {
      lines: [`A checked copy was made (${megabytes(bytes)}).`],
      json: { backup: { bytes } },
      exitCode: 0,
    };
  });
}

/** What the night does: only what has a verified receipt and has been here for longer than the policy says. */
export function purge(places: TerminalPlaces): Promise<Report> {
  return changing(places, async ({ queue, keys }) => {
    const policies = orRefuse(
      await openPolicyStore({ folder: places.keys, keys, audit: (entry) => void queue.audit.record(entry) }),
    );
    const { retention } = policies.current();
    const purged = orRefuse(queue.purge(retention));
    const words = `${String(purged.submissions)} submissions and ${String(purged.attachments)} files were removed`;
    return {
      lines: [`${words}: received more than ${String(retention.receivedDays)} days ago.`],
      json: { purged, receivedDays: retention.receivedDays },
      exitCode: 0,
    };
  });
}

/** A technician takes note of what a salvage could not find; the terminal serves again after that. */
export function accept(places: TerminalPlaces, staffId: string | undefined): Report {
  if (staffId === undefined) throw new Refusal('arguments', 'Who takes note of it? --staff <staff number>');
  if (isTerminalRunning(places.database)) throw new Refusal('database-locked');
  const report = acceptSalvage(places.database, { at: new Date().toISOString(), by: staffId });
  if (report === null) throw new Refusal('nothing-to-accept');
  const missing = report.missing === null ? 'an unknown number' : String(report.missing);
  return {
    lines: [
      `Noted: ${missing} submissions and ${String(report.filesMissing)} files missing since ${inHongKong(report.at)}.`,
      'The terminal serves again from its next start. What was damaged is kept beside the database.',
    ],
    json: { accepted: report },
    exitCode: 0,
  };
}
