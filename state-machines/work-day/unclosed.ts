import type { WorkDay } from '../../domain/terminal/ports/work-day.ts';
import { hongKongDate } from '../../domain/time.ts';

/**
 * For the page on which a shift begins: a day that was begun on an earlier date and never closed, so that what happens
 * today is not counted into its report unseen.
 * @param now ISO instant
 */
export function unclosed(day: WorkDay | null, now: string): { readonly unclosedSince?: string } {
  if (day === null || day.openedAt === null) return {};
  const begun = hongKongDate(day.openedAt);
  return begun < hongKongDate(now) ? { unclosedSince: begun } : {};
}
