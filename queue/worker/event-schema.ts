import { z } from 'zod';
import { CONNECTION_TROUBLES, FREEZE_REASONS, OUTCOME_CODES } from '../../domain/codes.ts';
import { FREEZE_LEVELS } from '../../domain/service/freeze.ts';
import { TAKEN_OUT_REASONS } from '../../domain/operations/taken-out.ts';
import { AUDIT_TROUBLES, SYNC_ACTIVITIES } from '../../domain/service/status.ts';
import { billSchema } from '../../domain/wire/bill.ts';
import { ITEM_STATES } from '../../domain/terminal/ports/queue/submission.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';

/** A `QueueEvent` as it comes out of the thread. */
const count = z.number().int().min(0);
const trouble = z.enum(CONNECTION_TROUBLES).nullable();

export const salvageSchema = z.strictObject({ at: z.string(), salvaged: count, missing: count.nullable() });

const freezeSchema = z.strictObject({
  level: z.enum(FREEZE_LEVELS),
  findings: z.array(
    z.strictObject({
      reason: z.enum(FREEZE_REASONS),
      level: z.enum(['warning', 'frozen']),
      value: z.number(),
      limit: z.number(),
    }),
  ),
});

const statusSchema = z.strictObject({
  pending: count,
  parked: count,
  exported: count,
  oldestPendingHours: z.number().min(0).nullable(),
  lastContact: z.string().nullable(),
  online: z.boolean(),
  trouble,
  activity: z.enum(SYNC_ACTIVITIES),
  freeze: freezeSchema,
  salvage: salvageSchema.nullable(),
  audit: z.enum(AUDIT_TROUBLES).nullable(),
  takenOut: z.exactOptional(z.strictObject({ reason: z.enum(TAKEN_OUT_REASONS), at: z.string() })),
  budget: z.exactOptional(
    z.strictObject({
      people: count,
      hours: count.nullable(),
      freeMegabytes: count.nullable(),
    }),
  ),
  attestingUnusual: z.exactOptional(z.array(z.string())),
  reports: z.exactOptional(z.strictObject({ waiting: count, onDrive: count })),
});

export const queueEventSchema: z.ZodType<QueueEvent> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('CONNECTION'), online: z.boolean(), trouble }),
  z.strictObject({
    type: z.literal('ITEM'),
    id: z.string(),
    reference: z.string(),
    state: z.enum(ITEM_STATES),
    receivedAt: z.string().nullable(),
    outcome: z.enum(OUTCOME_CODES).nullable(),
    bill: z.exactOptional(billSchema.nullable()),
  }),
  z.strictObject({ type: z.literal('COUNTS'), pending: count, parked: count }),
  z.strictObject({ type: z.literal('STATUS'), status: statusSchema }),
]);
