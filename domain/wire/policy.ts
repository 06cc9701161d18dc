import { z } from 'zod';
import { isoInstantSchema } from './contract.ts';

/**
 * What the platform sets for terminals and may change without a release: signed by a `reference-data` key, only ever
 * replaced by a newer version. GET /v1/policy -> { policy: compact JWS of policySchema }; `issuedAt` is renewed with
 * every answer, so that a terminal can tell that its policy is still the platform's.
 */
export const PROFILES = ['kiosk', 'station', 'van'] as const;
export type Profile = (typeof PROFILES)[number];

/** `warn` is told to staff; at `freeze` no new session begins. */
const upper = z
  .strictObject({ warn: z.number().min(0), freeze: z.number().min(0) })
  .refine(({ warn, freeze }) => warn <= freeze);
const lower = z
  .strictObject({ warn: z.number().min(0), freeze: z.number().min(0) })
  .refine(({ warn, freeze }) => warn >= freeze);

const freezeLimitsSchema = z.strictObject({
  /** Submissions that the platform has not received. */
  pending: upper,
  /** Hours the oldest of them has waited, by the budget clock (DESIGN.md, *Trust*). */
  oldestHours: upper,
  /** Hours since the policy was last confirmed by a signature. */
  policyHours: upper,
  /** Days for which the newest sealing key is still in force. */
  sealingKeyDays: lower,
  /** Free space of the disk the queue is on, in megabytes of 1,000,000 bytes. */
  freeMegabytes: lower,
  /** Hours of uptime for which the clock could not be trusted. */
  untrustedClockHours: upper,
});
export type FreezeLimits = z.infer<typeof freezeLimitsSchema>;

export const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff', 'text/csv'] as const;

export const policySchema = z.strictObject({
  version: z.number().int().positive(),
  issuedAt: isoInstantSchema,
  freeze: z.strictObject({ kiosk: freezeLimitsSchema, station: freezeLimitsSchema, van: freezeLimitsSchema }),
  retention: z.strictObject({
    /** Days by the budget clock that a received submission stays, for staff to look things up. */
    receivedDays: z.number().min(0).max(400),
  }),
  attachments: z.strictObject({
    /** Of one file before it is sealed. */
    mostBytes: z
      .number()
      .int()
      .positive()
      .max(20 * 1024 * 1024),
    mostPerSubmission: z.number().int().min(1).max(10),
    mediaTypes: z.array(z.enum(MEDIA_TYPES)).min(1),
  }),
});
export type Policy = z.infer<typeof policySchema>;

export const policyResponseSchema = z.object({ policy: z.string().max(65536) });

/**
 * In force until a signed one arrives. Our own choice of figures (the platform publishes none): a van is meant to work
 * for days without a network, a kiosk in a shop is not.
 */
export const EMBEDDED_POLICY: Policy = {
  version: 1,
  issuedAt: '2026-01-01T00:00:00.000Z',
  freeze: {
    kiosk: {
      pending: { warn: 200, freeze: 500 },
      oldestHours: { warn: 24, freeze: 72 },
      policyHours: { warn: 7 * 24, freeze: 30 * 24 },
      sealingKeyDays: { warn: 14, freeze: 2 },
      freeMegabytes: { warn: 2_000, freeze: 300 },
      untrustedClockHours: { warn: 24, freeze: 7 * 24 },
    },
    station: {
      pending: { warn: 500, freeze: 1_500 },
      oldestHours: { warn: 24, freeze: 96 },
      policyHours: { warn: 7 * 24, freeze: 30 * 24 },
      sealingKeyDays: { warn: 14, freeze: 2 },
      freeMegabytes: { warn: 2_000, freeze: 300 },
      untrustedClockHours: { warn: 24, freeze: 7 * 24 },
    },
    van: {
      pending: { warn: 2_000, freeze: 5_000 },
      oldestHours: { warn: 5 * 24, freeze: 10 * 24 },
      policyHours: { warn: 14 * 24, freeze: 30 * 24 },
      sealingKeyDays: { warn: 21, freeze: 2 },
      freeMegabytes: { warn: 2_000, freeze: 300 },
      untrustedClockHours: { warn: 5 * 24, freeze: 14 * 24 },
    },
  },
  retention: { receivedDays: 30 },
  attachments: { mostBytes: 20 * 1024 * 1024, mostPerSubmission: 10, mediaTypes: [...MEDIA_TYPES] },
};
