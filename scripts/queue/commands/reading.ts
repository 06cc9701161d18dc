import { existsSync, statSync } from 'node:fs';
import { decodeProtectedHeader } from 'jose';
import type { AuditTrouble, WaitingReports } from '../../../domain/service/status.ts';
import { backupPaths } from '../../../queue/rescue/backup.ts';
import {
  awaitsAcceptance,
  readSalvageReport,
  type SalvageReport,
} from '../../../queue/rescue/salvage-report.ts';
import { salvagedAuditFate, type SalvagedAuditFate } from '../../../queue/rescue/salvaged-audit.ts';
import type { StoredSubmission } from '../../../queue/store/submission.ts';
import { SUBMISSION_STATES } from '../../../queue/store/submission-states.ts';
import { type AuditRefusal, readAuditRefusal } from '../../../queue/sync/audit/refusal.ts';
import { duration, facts, inHongKong, megabytes, type Report, table } from '../print.ts';
import { findSubmission, isTerminalRunning, readingQueue } from '../reader.ts';
import { orRefuse, Refusal } from '../refusal.ts';
import { openKeys, type TerminalPlaces } from '../terminal.ts';

const AUDIT_TROUBLE_WORDS: Readonly<Record<AuditTrouble, string>> = {
  'audit-broken': 'entries do not fit what the platform holds',
  'device-key-differs': 'the platform knows this terminal by another key',
};

export async function status(places: TerminalPlaces): Promise<Report> {
  const salvage = readSalvageReport(places.database);
  const running = isTerminalRunning(places.database);
  const backup = backupOf(places.database);
  const budget = await budgetOf(places);
  const found = readingQueue(places.database, (queue) => ({
    ...orRefuse(queue.status()),
    counts: orRefuse(queue.counts()),
    databaseId: queue.databaseId,
    epoch: queue.counter('epoch'),
    audit: { entries: queue.counter('audit'), acknowledged: queue.counter('audit-acknowledged') },
  }));
  const { counts, audit, oldestPendingBudget } = found;
  const age =
    oldestPendingBudget === null || budget === null ? null : Math.max(0, budget - oldestPendingBudget);
  const waiting = salvage !== null && awaitsAcceptance(salvage);
  const refusal = readAuditRefusal(places.keys);
  const oldAudit = salvage === null ? null : oldAuditWords(salvage, salvagedAuditFate(places.database));
  const lines = facts([
    ['terminal program', running ? 'running' : 'not running'],
    ['pending', `${String(found.pending)}${age === null ? '' : `, the oldest for ${duration(age)}`}`],
    ['set aside', `${String(found.parked)}${found.parked > 0 ? ': see list --state parked' : ''}`],
    ['on a drive', `${String(found.exported)} without a receipt yet`],
    ['reports of days', reportWords(found.reports)],
    ['files', `${String(found.attachments)} without a receipt`],
    ['received', String(counts.received + counts.accepted)],
    ['rejected', String(counts.rejected)],
    ['to be corrected', String(counts['needs-correction'])],
    ['lapsed', String(counts.expired)],
    ['last contact', inHongKong(found.lastContact)],
    ['audit log', auditWords(audit, refusal)],
    ...(oldAudit === null ? [] : [['old audit log', oldAudit] as const]),
    ['backup', backup === null ? 'none' : `${inHongKong(backup.at)}, ${megabytes(backup.bytes)}`],
    ['salvage', salvage === null ? 'none' : salvageWords(salvage)],
    ['database', `${places.database}, epoch ${String(found.epoch)}`],
  ]);
  const json = {
    running,
    ...found,
    auditRefusal: refusal,
    oldAudit: salvagedAuditFate(places.database),
    oldestPendingMs: age,
    backup,
    salvage,
    database: places.database,
  };
  return { lines, json, exitCode: found.parked > 0 || waiting || refusal !== null ? 1 : 0 };
}

function reportWords({ waiting, onDrive }: WaitingReports): string {
  return waiting === 0 ? 'none waits' : `${String(waiting)} wait, ${String(onDrive)} of them on a drive`;
}

function auditWords(
  { entries, acknowledged }: { readonly entries: number; readonly acknowledged: number },
  refusal: AuditRefusal | null,
): string {
  const held = `${String(entries)} entries, ${String(acknowledged)} at the platform`;
  if (refusal === null) return held;
  return `${held}; refused since ${inHongKong(refusal.at)}: ${AUDIT_TROUBLE_WORDS[refusal.code]} (${refusal.code})`;
}

/** Of the database that was damaged; null when nothing of it was saved. */
function oldAuditWords({ auditEntries }: SalvageReport, fate: SalvagedAuditFate | null): string | null {
  if (auditEntries === 0) return null;
  const words = {
    sent: 'at the platform',
    incomplete: 'sent as far as the disk left it whole',
    ...AUDIT_TROUBLE_WORDS,
  };
  const became = fate === null ? 'waits to be sent' : words[fate];
  return `${String(auditEntries)} entries of the damaged database: ${became}${fate === null ? '' : ` (${fate})`}`;
}

function salvageWords(report: SalvageReport): string {
  const { missing, filesMissing } = report;
  const lost = missing === null ? 'nobody can say how many are missing' : `${String(missing)} missing`;
  const files = filesMissing > 0 ? `, ${String(filesMissing)} files missing` : '';
  const note = awaitsAcceptance(report) ? '; out of service until accept-salvage' : '';
  return `${inHongKong(report.at)}: ${String(report.salvaged)} found, ${lost}${files}${note}`;
}

function backupOf(database: string): { readonly at: string; readonly bytes: number } | null {
  const [newest] = backupPaths(database);
  if (!existsSync(newest)) return null;
  const { mtime, size } = statSync(newest);
  return { at: mtime.toISOString(), bytes: size };
}

/** The budget clock as it was written last; null where this terminal's enrolment cannot be read. */
async function budgetOf(places: TerminalPlaces): Promise<number | null> {
  // Opening a key folder makes what it lacks; looking must not.
  if (!existsSync(places.keys)) return null;
  try {
    return (await openKeys(places)).keys.time.budget();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

export interface ListOptions {
  readonly state: string | undefined;
  readonly limit: number;
  readonly after: number;
}

export function list(places: TerminalPlaces, { state, limit, after }: ListOptions): Report {
  const wanted = SUBMISSION_STATES.find((known) => known === state);
  if (state !== undefined && wanted === undefined)
    throw new Refusal('arguments', `--state is one of ${SUBMISSION_STATES.join(', ')}.`);
  const items = readingQueue(places.database, (queue) =>
    orRefuse(queue.list({ after, limit, ...(wanted === undefined ? {} : { state: wanted }) })),
  );
  const rows = items.map((item) => [
    item.reference,
    item.kind,
    item.state,
    inHongKong(item.keptAt),
    String(item.attempts),
    item.exportedAt === null ? '' : 'yes',
    reasonOf(item),
  ]);
  const last = items.at(-1);
  const more = last !== undefined && items.length === limit ? [`more: --after ${String(last.sequence)}`] : [];
  const lines = items.length === 0 ? ['nothing'] : [...table(HEAD, rows), ...more];
  return { lines, json: items.map(masked), exitCode: 0 };
}

const HEAD = ['reference', 'kind', 'state', 'kept', 'tries', 'on drive', 'reason'];

function reasonOf({ parkedReason, outcome }: StoredSubmission): string {
  if (parkedReason !== null) return parkedReason;
  return outcome !== null && 'code' in outcome ? outcome.code : '';
}

/** Nothing of a submission says who left it; the envelope and the receipt itself are left out all the same. */
function masked({ envelope, receipt, lane: _lane, ...rest }: StoredSubmission) {
  return { ...rest, sound: envelope !== null, receiptKey: receipt === null ? null : keyOf(receipt) };
}

function keyOf(jws: string): string | null {
  try {
    return decodeProtectedHeader(jws).kid ?? null;
  } catch {
    return null;
  }
}

export function show(places: TerminalPlaces, name: string): Report {
  return readingQueue(places.database, (queue) => {
    const item = findSubmission(queue, name);
    const files = queue.filesOf(item.sequence);
    const history = queue.auditOf(item.id);
    const sealed = orRefuse(queue.sealedOf(item.id))?.byteLength ?? 0;
    const lines = [
      ...facts([
        ['reference', item.reference],
        ['id', item.id],
        ['kind', item.kind],
        ['state', `${item.state}${reasonOf(item) === '' ? '' : ` (${reasonOf(item)})`}`],
        ['kept', inHongKong(item.keptAt)],
        ['valid until', item.validUntil === null ? 'it does not lapse' : inHongKong(item.validUntil)],
        ['tries', String(item.attempts)],
        ['set aside', `${String(item.parkedCount)} times`],
        [
          'on a drive',
          item.exportBundle === null ? 'no' : `${inHongKong(item.exportedAt)}, bundle ${item.exportBundle}`,
        ],
        ['received', inHongKong(item.receivedAt)],
        ['receipt', item.receipt === null ? 'none' : `under key ${keyOf(item.receipt) ?? 'unknown'}`],
        ['sealed', `${String(sealed)} bytes, SHA-256 ${item.digest}`],
        ...files.map((file): [string, string] => [
          'file',
          `${file.id}, ${megabytes(file.bytes)}, ${file.state}`,
        ]),
      ]),
      '',
      ...table(
        ['when', 'what'],
        history.map(({ event, at }) => [inHongKong(at), event]),
      ),
    ];
    return { lines, json: { ...masked(item), sealedBytes: sealed, files, history }, exitCode: 0 };
  });
}
