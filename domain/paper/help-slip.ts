import { type Label, literal, message } from '../catalogue/ask.ts';
import type { SubmissionKind } from '../kinds/kinds.ts';
import type { WhereNext } from '../reference-data/look-up/where-next.ts';
import type { LocalText } from '../reference-data/schema/common.ts';
import type { ReferenceData } from '../reference-data/schema/reference-data.ts';
import type { Made, Paper, PaperBlock } from './paper.ts';
import { aboutKind, heading, MOST_PLACES, placeBlocks, text } from './slips.ts';

/** What somebody takes along for whom nobody came. */
export interface Unhelped {
  /** What they wanted to do; null where they had not said it. */
  readonly kind: SubmissionKind | null;
  /** Where the terminal stands. */
  readonly place: LocalText;
  /** ISO instant at which they asked for staff. */
  readonly since: string;
  readonly contacts: ReferenceData['contacts'];
  /** Where they can go instead, the nearest first. */
  readonly where: readonly WhereNext[];
}

/**
 * Staff were asked and nobody came: what it was about, that nothing was submitted, whom to call and where to go. Nothing
 * of who it was is on it.
 */
export function helpSlip({ kind, place, since, contacts, where }: Unhelped, made: Made): Paper {
  return {
    kind: 'help-slip',
    ...made,
    blocks: [
      heading(message('paper.help-slip.title')),
      text(message('paper.help-slip.asked', { time: since })),
      text({ words: place }),
      ...(kind === null ? [] : aboutKind(kind)),
      text(message('paper.help-slip.not-submitted'), 'strong'),
      heading(message('paper.help-slip.call')),
      {
        type: 'figures',
        figures: [
          { label: message('paper.help-slip.hotline'), value: literal(contacts.hotline.number) },
          {
            label: message('paper.help-slip.contributions'),
            value: literal(contacts.contributionHotline.number),
          },
        ],
      },
      ...contacts.contributionHotline.hours.map(({ weekdays, opens, closes }): PaperBlock =>
        text(hoursLabel(weekdays, opens, closes), 'small'),
      ),
      heading(message('paper.help-slip.go')),
      text(message('paper.help-slip.bring')),
      ...where.slice(0, MOST_PLACES).flatMap(placeBlocks),
    ],
  };
}

/** Monday to Friday is said so; any other days are asked for on the telephone. */
function hoursLabel(weekdays: readonly number[], opens: string, closes: string): Label {
  const isWorkingWeek = [...weekdays].sort().join() === '1,2,3,4,5';
  return message(isWorkingWeek ? 'paper.help-slip.hours-week' : 'paper.help-slip.hours', { opens, closes });
}
