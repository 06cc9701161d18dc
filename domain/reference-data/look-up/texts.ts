import type { IsoDate } from '../../calendar/working-calendar.ts';
import { coversDate } from '../dated.ts';
import type { ReferenceData } from '../schema/reference-data.ts';
import type { PlatformText, TextPlace } from '../schema/texts.ts';

/** What the platform wants people to read at a place on a date, in the order of the data. */
export function textsOn(
  data: Pick<ReferenceData, 'texts'>,
  shownAt: TextPlace,
  date: IsoDate,
): readonly PlatformText[] {
  return (data.texts ?? []).filter((text) => text.shownAt === shownAt && coversDate(text, date));
}
