import { openDatabase } from '../../../gateway/store/database.ts';
import { dayReports } from '../../../gateway/day-reports/day-report-store.ts';
import type { DayReport } from '../../../domain/wire/day-report.ts';
import { createWorkDesk } from '../../../queue/work-day/work-desk.ts';
import type { Round } from '../runner/fault-case.ts';
import type { FaultPlatform } from './platform.ts';
import type { FaultTerminal } from './terminal.ts';

/** Closes so many days, as an operator does. @returns their reports */
export async function closeDays(terminal: FaultTerminal, count: number): Promise<readonly DayReport[]> {
  const { queue, keys, enrolment, agent } = terminal;
  const desk = createWorkDesk({
    ...{ queue, keys, terminalId: enrolment.terminalId, profile: 'van' },
    onClosed: () => agent.dayClosed(),
  });
  const reports: DayReport[] = [];
  for (let index = 0; index < count; index += 1) {
    const today = queue.work.look();
    if (!today.ok) throw new Error(`no day to close: ${today.code}`);
    const closed = await desk.closeDay({
      by: { staffId: 'S4052', role: 'van-operator' },
      devices: {},
      day: today.value.number,
    });
    if (!closed.ok) throw new Error(`a day was not closed: ${closed.code}`);
    reports.push(closed.value.report);
  }
  return reports;
}

/** How many reports the terminal still keeps for the platform, and how many of them went onto a drive. */
export function reportsWaiting({ queue }: FaultTerminal) {
  const status = queue.status();
  if (!status.ok) throw new Error(`status: ${status.code}`);
  return status.value.reports;
}

/** Every closed day is at the gateway once, as it was signed; none that counts as acknowledged is missing there. */
export function compareDays(
  round: Round,
  platform: FaultPlatform,
  terminal: FaultTerminal,
  closed: readonly DayReport[],
): void {
  const { terminalId } = terminal.enrolment;
  const opened = openDatabase(platform.dataDir);
  if (!opened.ok) throw new Error(opened.code);
  const held = dayReports(opened.value).filter((report) => report.terminalId === terminalId);
  opened.value.close();
  const { waiting } = reportsWaiting(terminal);
  if (held.length + waiting < closed.length) {
    round.found.fault(
      'lost',
      `of ${String(closed.length)} days ${String(held.length)} are held, ${String(waiting)} wait`,
    );
  }
  if (new Set(held.map(({ day }) => day)).size !== held.length) {
    round.found.fault('duplicated', 'a day is held twice');
  }
  for (const { receivedAt: _receivedAt, ...report } of held) {
    const meant = closed.find(({ day }) => day === report.day);
    if (JSON.stringify(meant) !== JSON.stringify(report)) {
      round.found.fault('corrupt', `the report of day ${String(report.day)} is another than was signed`);
    }
  }
}
