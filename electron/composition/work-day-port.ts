import { fail } from '../../domain/result.ts';
import type { WorkDayPort } from '../../domain/terminal/ports/work-day.ts';

/** The day's book as the machines see it from the first moment: `unavailable` while there is no queue. */
export function lateWorkDay(book: () => WorkDayPort | null): WorkDayPort {
  const nowhere = () => Promise.resolve(fail('unavailable'));
  return {
    look: () => book()?.look() ?? nowhere(),
    openStop: (stop) => book()?.openStop(stop) ?? nowhere(),
    closeStop: (by) => book()?.closeStop(by) ?? nowhere(),
    draft: (closer) => book()?.draft(closer) ?? nowhere(),
    closeDay: (closer) => book()?.closeDay(closer) ?? nowhere(),
    lastClosed: () => book()?.lastClosed() ?? nowhere(),
  };
}
