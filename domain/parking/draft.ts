import { z } from 'zod';
import { INSTRUCTION_KINDS } from '../kinds/kinds.ts';
import { LOCALES } from '../locale.ts';
import { PRACTICE_MODE } from '../practice/practice-terminal.ts';
import { hongKongDate } from '../time.ts';

/** Of the plaintext; a terminal that does not know it leaves the draft closed. */
export const DRAFT_VERSION = 1;
/** Whole days after the day of parking; our own figure: long enough to fetch a paper, short enough to be forgotten. */
const DAYS_KEPT = 7;
const DAY_MS = 24 * 3_600_000;

/** What may be parked: whatever asks one thing per page of somebody whose card was read. */
const PARKABLE_KINDS = ['member-registration', ...INSTRUCTION_KINDS] as const;
export type ParkableKind = (typeof PARKABLE_KINDS)[number];

const answersSchema = z.record(z.string().max(64), z.string().max(4_000));

/**
 * The plaintext of a parked draft. Strict. It carries neither the member's number nor their name from the card, and no
 * attestation: whoever takes it up has their card read, and is looked at, again.
 */
export const draftSchema = z.strictObject({
  v: z.literal(DRAFT_VERSION),
  kind: z.enum(PARKABLE_KINDS),
  /** Schema version of the kind in the catalogue that asked. */
  catalogue: z.number().int().positive(),
  answers: answersSchema,
  /** Typed and not yet answered, by page. */
  typed: answersSchema,
  /** Pages answered while staff held the session. */
  byStaff: z.array(z.string().max(64)).max(2_000),
  /** The page that was open; null: none of the questions (the review page, the wait for staff). */
  page: z.string().max(64).nullable(),
  locale: z.enum(LOCALES),
  /** The notice as it was shown before anything was collected. */
  notice: z.strictObject({ digest: z.string().max(64), locale: z.enum(LOCALES), at: z.iso.datetime() }),
  /**
   * Id of the submission this becomes. It is in every copy of the draft, so that taken up at two terminals it counts
   * once (docs/adr/0018).
   */
  submissionId: z.uuid(),
  /** ISO date in Hong Kong. */
  parkedOn: z.iso.date(),
  /** Made in practice. Put in where it is sealed; a live terminal opens none that says so (docs/adr/0043). */
  mode: z.exactOptional(z.literal(PRACTICE_MODE)),
});
export type Draft = z.infer<typeof draftSchema>;

/**
 * The end of the last day on which a draft parked now may be taken up, in Hong Kong.
 * @param now ISO instant
 */
export function draftExpiry(now: string): string {
  const lastDay = hongKongDate(new Date(Date.parse(now) + DAYS_KEPT * DAY_MS).toISOString());
  return new Date(`${lastDay}T23:59:59.000+08:00`).toISOString();
}
