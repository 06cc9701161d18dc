import { type Figure, literal, message } from '../catalogue/ask.ts';
import type { DayReport } from '../wire/day-report.ts';
import type { Made, Paper, PaperBlock } from './paper.ts';

/** Enough of the digest to tell two reports apart by eye; the screen shows as many. */
export const REPORT_MARK_CHARACTERS = 8;

const count = (name: string, value: number): Figure => ({
  label: message(name),
  value: literal(String(value)),
});
const figures = (list: readonly Figure[]): PaperBlock => ({ type: 'figures', figures: list });

/** The facts of a day in the order of screen and paper: first what became of visits, then what is kept. */
export function dayFigures({ tally, kept }: DayReport): {
  readonly visits: readonly Figure[];
  readonly kept: readonly Figure[];
} {
  const { left, idle, machine, cut } = tally.abandoned;
  return {
    visits: [
      count('day.row.sessions', tally.sessions),
      count('day.row.submitted', tally.submitted),
      count('day.row.parked', tally.parked),
      count('day.row.prepared', tally.prepared),
      count('day.row.asked', tally.asked),
      count('day.row.abandoned', left + idle + machine + cut),
    ],
    kept: [
      count('day.row.receipts', kept.receiptsShown),
      count('day.row.pending', kept.pending),
      count('day.row.set-aside', kept.setAside),
    ],
  };
}

/**
 * The signed report of a day on paper (ADR 0030): counts, stops and who closed it; nothing of a member. What counts is
 * the signed one that goes to the platform; its mark stands here, so that the two can be held together.
 */
export function dayReportPaper(report: DayReport, digest: string, made: Made): Paper {
  const { visits, kept } = dayFigures(report);
  return {
    kind: 'day-report',
    ...made,
    blocks: [
      { type: 'heading', label: message('paper.day-report.title') },
      figures([
        { label: message('paper.day-report.terminal'), value: literal(report.terminalId) },
        {
          label: message('paper.day-report.day'),
          value: literal(`${String(report.epoch)} / ${String(report.day)}`),
        },
        { label: message('paper.day-report.from'), value: literal(report.openedAt) },
        { label: message('paper.day-report.to'), value: literal(report.closedAt) },
        { label: message('paper.day-report.by'), value: literal(report.closedBy.staffId) },
      ]),
      {
        type: 'text',
        label: message(report.balanced ? 'day.tally.heading' : 'day.tally.heading-not'),
        weight: 'strong',
      },
      figures(visits),
      figures(kept),
      ...report.differences.map(({ code, count: times }): PaperBlock => ({
        type: 'text',
        label: message(`day.difference.${code}`, { count: times }),
        weight: 'plain',
      })),
      ...(report.stops.length === 0
        ? []
        : [
            { type: 'heading', label: message('paper.day-report.stops') } as const,
            figures(
              report.stops.map(({ site, lane, numbers }) => ({
                label: literal(`${site} (${lane})`),
                value: literal(String(numbers)),
              })),
            ),
          ]),
      {
        type: 'text',
        label: message('day.report.digest', { mark: digest.slice(0, REPORT_MARK_CHARACTERS) }),
        weight: 'strong',
      },
      { type: 'text', label: message('paper.day-report.counts'), weight: 'small' },
      {
        type: 'signatures',
        columns: [[message('paper.day-report.signed-by')], [message('paper.day-report.taken-by')]],
      },
    ],
  };
}
