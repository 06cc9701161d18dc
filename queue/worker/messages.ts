import { z } from 'zod';
import {
  CONNECTION_TROUBLES,
  OUT_OF_SERVICE_REASONS,
  OUTCOME_CODES,
  SUBMIT_FAULTS,
} from '../../domain/codes.ts';
import type { Failure, Result } from '../../domain/result.ts';
import { enrolmentSchema, SUBMISSION_KINDS } from '../../domain/wire/contract.ts';

/**
 * What goes between the terminal and the queue's worker thread. Both ends parse what arrives: the thread is a border
 * of its own, and a message of another version is a bug that must show.
 */
const callSchema = z.number().int().positive();
const failureOf = <Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.strictObject({
    ok: z.literal(false),
    code: z.enum(codes),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  });

export const workerDataSchema = z.strictObject({
  databasePath: z.string().min(1),
  keyFolder: z.string().min(1),
  enrolment: enrolmentSchema,
  /** Path of an addon for a runtime that the packaged one does not fit; null: the packaged one. */
  sqliteBinding: z.string().nullable(),
  /** Overrides of single entries of DELAYS; unpackaged builds only. */
  delays: z.record(z.string(), z.number().nonnegative()),
});
export type WorkerData = z.infer<typeof workerDataSchema>;

export const toWorkerSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('submit'),
    call: callSchema,
    /** The payload is checked by the submitter, which says what a member can do about it. */
    request: z.strictObject({ id: z.string(), kind: z.enum(SUBMISSION_KINDS), payload: z.unknown() }),
  }),
  /** Checked by the audit log itself. */
  z.strictObject({ type: z.literal('audit'), entry: z.unknown() }),
  z.strictObject({ type: z.literal('stop') }),
]);
export type ToWorker = z.infer<typeof toWorkerSchema>;

const keptSchema = z.strictObject({ id: z.string(), reference: z.string(), keptAt: z.string() });
const itemStateSchema = z.enum(['kept', 'received', 'accepted', 'rejected', 'parked']);

const queueEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('CONNECTION'),
    online: z.boolean(),
    trouble: z.enum(CONNECTION_TROUBLES).nullable(),
  }),
  z.strictObject({
    type: z.literal('ITEM'),
    id: z.string(),
    reference: z.string(),
    state: itemStateSchema,
    receivedAt: z.string().nullable(),
    outcome: z.enum(OUTCOME_CODES).nullable(),
  }),
  z.strictObject({ type: z.literal('COUNTS'), pending: z.number().int(), parked: z.number().int() }),
]);

export const fromWorkerSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('opened'),
    result: z.union([
      z.strictObject({
        ok: z.literal(true),
        value: z.strictObject({ recovered: z.number().int(), keptItemsSafe: z.boolean() }),
      }),
      failureOf(OUT_OF_SERVICE_REASONS),
    ]),
  }),
  z.strictObject({
    type: z.literal('answer'),
    call: callSchema,
    result: z.union([z.strictObject({ ok: z.literal(true), value: keptSchema }), failureOf(SUBMIT_FAULTS)]),
  }),
  z.strictObject({ type: z.literal('event'), event: queueEventSchema }),
  z.strictObject({ type: z.literal('stopped') }),
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;

/** A parsed failure has `params: undefined` where the program's own has no `params` at all. */
export function withoutEmptyParams<T, C extends string>(
  result:
    | { readonly ok: true; readonly value: T }
    | {
        readonly ok: false;
        readonly code: C;
        readonly params?: Readonly<Record<string, string | number>> | undefined;
      },
): Result<T, Failure<C>> {
  if (result.ok) return result;
  const { code, params } = result;
  return params === undefined ? { ok: false, code } : { ok: false, code, params };
}
