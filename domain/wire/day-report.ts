import { z } from 'zod';
import { STAFF_ROLES } from '../identity/staff.ts';
import { DIFFERENCES } from '../work-day/tally.ts';
import { PRACTICE_MODE } from '../practice/practice-terminal.ts';
import { LANES, positionSchema } from '../work-day/stops.ts';
import { isoInstantSchema } from './contract.ts';
import { introductionSchema } from './device-key.ts';
import { PROFILES } from './policy.ts';

/**
 * POST /v1/day-reports: what a terminal did in one day, signed with its device key (docs/adr/0012, 0030); on its own
 * way, so that neither a submission nor the audit holds it up. The platform keeps one report for each terminal, epoch
 * and day number; the same one again is acknowledged again, another one is refused.
 */
const count = z.number().int().min(0).max(1_000_000);

const dayStopSchema = z.strictObject({
  placeId: z.string().max(64).nullable(),
  site: z.string().max(60),
  position: positionSchema.nullable(),
  lane: z.enum(LANES),
  staffId: z.string().max(32),
  openedAt: isoInstantSchema,
  /** Null: the day was closed with it; it is the close of the day. */
  closedAt: isoInstantSchema.nullable(),
  /** Queue numbers called. */
  numbers: count,
});
export type DayStop = z.infer<typeof dayStopSchema>;

export const dayReportSchema = z.strictObject({
  v: z.literal(1),
  terminalId: z.string().min(1).max(16),
  /** Of the database; a repaired one has another. */
  epoch: z.number().int().positive(),
  /** 1, 2, 3 … in the epoch, without gaps: a missing report shows. */
  day: z.number().int().positive(),
  profile: z.enum(PROFILES),
  openedAt: isoInstantSchema,
  closedAt: isoInstantSchema,
  closedBy: z.strictObject({ staffId: z.string().min(1).max(32), role: z.enum(STAFF_ROLES) }),
  tally: z.strictObject({
    sessions: count,
    submitted: count,
    parked: count,
    prepared: count,
    asked: count,
    abandoned: z.strictObject({ left: count, idle: count, machine: count, cut: count }),
  }),
  kept: z.strictObject({
    kept: count,
    received: count,
    pending: count,
    setAside: count,
    receiptsShown: count,
  }),
  differences: z.array(z.strictObject({ code: z.enum(DIFFERENCES), count })).max(DIFFERENCES.length),
  balanced: z.boolean(),
  stops: z.array(dayStopSchema).max(100),
  /** State of each device when the day was closed. */
  devices: z.record(z.string().max(32), z.string().max(16)),
  /** Of a day of practice. */
  mode: z.exactOptional(z.literal(PRACTICE_MODE)),
});
export type DayReport = z.infer<typeof dayReportSchema>;

/** Of a signed report as compact JWS. */
export const DAY_REPORT_CHARACTERS = 64_000;

export const dayReportUploadSchema = z.strictObject({
  introduction: introductionSchema,
  /** Compact JWS of dayReportSchema under the device key. */
  report: z.string().max(DAY_REPORT_CHARACTERS),
});
export type DayReportUpload = z.infer<typeof dayReportUploadSchema>;

/** Under a `receipt` key: the platform holds the report with these bytes. */
export const dayReportAcknowledgementSchema = z.strictObject({
  terminalId: z.string(),
  epoch: z.number().int().positive(),
  day: z.number().int().positive(),
  /** SHA-256 of the JWS, base64url. */
  digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  receivedAt: isoInstantSchema,
});
export type DayReportAcknowledgement = z.infer<typeof dayReportAcknowledgementSchema>;

export const dayReportResponseSchema = z.object({
  /** Compact JWS of dayReportAcknowledgementSchema. */
  acknowledgement: z.string().max(4096),
});
