/** What can go wrong with a date that is reckoned; message `calendar.<code>`. */
export const CALENDAR_CODES = ['calendar-not-known'] as const;
export type CalendarCode = (typeof CALENDAR_CODES)[number];
