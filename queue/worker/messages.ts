import { z } from 'zod';
import {
  ENQUIRY_FAULTS,
  OUT_OF_SERVICE_REASONS,
  OUTCOME_CODES,
  PARK_FAULTS,
  SUBMIT_FAULTS,
  TAKE_UP_FAULTS,
} from '../../domain/codes.ts';
import { draftSchema } from '../../domain/parking/draft.ts';
import { holderSchema, holdPlaceSchema } from '../../domain/parking/hold.ts';
import { recordsSchema } from '../../domain/records/records.ts';
import { referenceDataSchema } from '../../domain/reference-data/schema/reference-data.ts';
import { registrationPayloadSchema } from '../../domain/registration/payload.ts';
import type { Failure, Result } from '../../domain/result.ts';
import { enrolmentSchema, SUBMISSION_KINDS } from '../../domain/wire/contract.ts';
import { storedRulesSchema } from '../../domain/wire/employer-rules.ts';
import { ENQUIRY_STATUSES, enquiryResponseSchema, leftResponseSchema } from '../../domain/wire/enquiry.ts';
import { signInResponseSchema, signInStateSchema } from '../../domain/wire/iam-smart.ts';
import { mobileCodeAnswerSchema, mobileCodeSentSchema } from '../../domain/wire/mobile-code.ts';
import { PROFILES } from '../../domain/wire/policy.ts';
import { queueEventSchema, salvageSchema } from './event-schema.ts';
import { operationsCallSchema } from './operations-calls.ts';
import { transferCallSchema, transferProgressSchema } from './transfer-calls.ts';
import { staffAnswerSchema, staffCallSchema } from './staff-calls.ts';
import { staffCallAnswerSchema, staffCallCallSchema } from './staff-call-calls.ts';
import { ticketCallAnswerSchema, ticketCallSchema } from './ticket-calls.ts';
import { caseAnswerSchema, caseCallSchema } from './case-calls.ts';
import { workAnswerSchema, workCallSchema } from './work-calls.ts';

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
const resultOf = <Value extends z.ZodType, Codes extends readonly [string, ...string[]]>(
  value: Value,
  codes: Codes,
) => z.union([z.strictObject({ ok: z.literal(true), value }), failureOf(codes)]);

export const workerDataSchema = z.strictObject({
  databasePath: z.string().min(1),
  keyFolder: z.string().min(1),
  enrolment: enrolmentSchema,
  profile: z.enum(PROFILES),
  /** Which place of the reference data this is; null: one without counters. */
  placeId: z.string().nullable(),
  /** Where the terminal stands, as another terminal says it of this one; null: not told. */
  place: holdPlaceSchema,
  /** Address of the HTTP proxy to the gateway; null: none. */
  proxy: z.string().nullable(),
  /** Path of an addon for a runtime that the packaged one does not fit; null: the packaged one. */
  sqliteBinding: z.string().nullable(),
  /** Overrides of single entries of DELAYS; unpackaged builds only. */
  delays: z.record(z.string(), z.number().nonnegative()),
});
export type WorkerData = z.infer<typeof workerDataSchema>;

/** What a call carries is checked by who does it, and refused with a code that says what somebody can do about it. */
export const toWorkerSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('submit'),
    call: callSchema,
    request: z.strictObject({
      id: z.string(),
      kind: z.enum(SUBMISSION_KINDS),
      payload: z.unknown(),
      supersedes: z.exactOptional(z.string()),
      files: z.exactOptional(z.array(z.string()).max(10)),
      takenUp: z.exactOptional(z.string()),
    }),
    /** In the order of `request.files`. */
    files: z.array(
      z.strictObject({ id: z.string(), mediaType: z.literal('text/csv'), bytes: z.instanceof(Uint8Array) }),
    ),
  }),
  z.strictObject({ type: z.literal('enquire'), call: callSchema, request: z.unknown() }),
  z.strictObject({ type: z.literal('listLeft'), call: callSchema, request: z.unknown() }),
  z.strictObject({ type: z.literal('employerRules'), call: callSchema, request: z.unknown() }),
  z.strictObject({ type: z.literal('openCorrection'), call: callSchema, request: z.unknown() }),
  z.strictObject({ type: z.literal('lookUp'), call: callSchema, request: z.unknown() }),
  z.strictObject({ type: z.literal('staff'), call: callSchema, request: staffCallSchema }),
  z.strictObject({ type: z.literal('beginSignIn'), call: callSchema, request: z.unknown() }),
  z.strictObject({ type: z.literal('signInState'), call: callSchema, request: z.unknown() }),
  z.strictObject({ type: z.literal('endSignIn'), signIn: z.unknown() }),
  z.strictObject({ type: z.literal('sendMobileCode'), call: callSchema, request: z.unknown() }),
  z.strictObject({ type: z.literal('tryMobileCode'), call: callSchema, request: z.unknown() }),
  z.strictObject({ type: z.literal('park'), call: callSchema, request: z.unknown() }),
  z.strictObject({ type: z.literal('takeUp'), call: callSchema, request: z.unknown() }),
  z.strictObject({ type: z.literal('operations'), call: callSchema, request: operationsCallSchema }),
  z.strictObject({ type: z.literal('transfer'), call: callSchema, request: transferCallSchema }),
  z.strictObject({ type: z.literal('work'), call: callSchema, request: workCallSchema }),
  z.strictObject({ type: z.literal('tickets'), call: callSchema, request: ticketCallSchema }),
  z.strictObject({ type: z.literal('staffCalls'), call: callSchema, request: staffCallCallSchema }),
  z.strictObject({ type: z.literal('cases'), call: callSchema, request: caseCallSchema }),
  z.strictObject({ type: z.literal('audit'), entry: z.unknown() }),
  z.strictObject({ type: z.literal('usability'), tallies: z.unknown() }),
  z.strictObject({ type: z.literal('stop') }),
]);
export type ToWorker = z.infer<typeof toWorkerSchema>;

const keptSchema = z.strictObject({ id: z.string(), reference: z.string(), keptAt: z.string() });
const correctionSchema = z.strictObject({
  id: z.string(),
  code: z.enum(OUTCOME_CODES),
  payload: registrationPayloadSchema,
});
const foundSchema = enquiryResponseSchema.extend({ status: z.enum([...ENQUIRY_STATUSES, 'kept']) });
const parkedSchema = z.strictObject({
  expiresAt: z.string(),
  elsewhere: z.boolean(),
  beside: z.exactOptional(z.strictObject({ by: holderSchema.omit({ until: true }).nullable() })),
});
const openedSchema = z.strictObject({
  recovered: z.number().int(),
  keptItemsSafe: z.boolean(),
  salvage: salvageSchema.nullable(),
});

export const fromWorkerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opened'), result: resultOf(openedSchema, OUT_OF_SERVICE_REASONS) }),
  z.strictObject({
    type: z.literal('submit'),
    call: callSchema,
    result: resultOf(keptSchema, SUBMIT_FAULTS),
  }),
  z.strictObject({
    type: z.literal('enquire'),
    call: callSchema,
    result: resultOf(foundSchema, ENQUIRY_FAULTS),
  }),
  z.strictObject({
    type: z.literal('listLeft'),
    call: callSchema,
    result: resultOf(leftResponseSchema, ENQUIRY_FAULTS),
  }),
  z.strictObject({
    type: z.literal('employerRules'),
    call: callSchema,
    result: resultOf(storedRulesSchema, ENQUIRY_FAULTS),
  }),
  z.strictObject({
    type: z.literal('openCorrection'),
    call: callSchema,
    result: resultOf(correctionSchema, ENQUIRY_FAULTS),
  }),
  z.strictObject({
    type: z.literal('lookUp'),
    call: callSchema,
    result: resultOf(recordsSchema, ENQUIRY_FAULTS),
  }),
  z.strictObject({ type: z.literal('staff'), call: callSchema, result: staffAnswerSchema }),
  z.strictObject({ type: z.literal('work'), call: callSchema, result: workAnswerSchema }),
  z.strictObject({ type: z.literal('tickets'), call: callSchema, result: ticketCallAnswerSchema }),
  z.strictObject({ type: z.literal('staffCalls'), call: callSchema, result: staffCallAnswerSchema }),
  z.strictObject({ type: z.literal('cases'), call: callSchema, result: caseAnswerSchema }),
  z.strictObject({
    type: z.literal('beginSignIn'),
    call: callSchema,
    result: resultOf(signInResponseSchema, ENQUIRY_FAULTS),
  }),
  z.strictObject({
    type: z.literal('signInState'),
    call: callSchema,
    result: resultOf(signInStateSchema, ENQUIRY_FAULTS),
  }),
  z.strictObject({
    type: z.literal('sendMobileCode'),
    call: callSchema,
    result: resultOf(mobileCodeSentSchema, ENQUIRY_FAULTS),
  }),
  z.strictObject({
    type: z.literal('tryMobileCode'),
    call: callSchema,
    result: resultOf(mobileCodeAnswerSchema, ENQUIRY_FAULTS),
  }),
  z.strictObject({ type: z.literal('park'), call: callSchema, result: resultOf(parkedSchema, PARK_FAULTS) }),
  z.strictObject({
    type: z.literal('takeUp'),
    call: callSchema,
    result: resultOf(draftSchema, TAKE_UP_FAULTS),
  }),
  /** Parsed by who asked; null: it could not be done. */
  z.strictObject({ type: z.literal('operations'), call: callSchema, result: z.unknown() }),
  z.strictObject({ type: z.literal('transfer'), call: callSchema, result: z.unknown() }),
  /** Of the export under way: there is one at a time. */
  z.strictObject({ type: z.literal('transferProgress'), progress: transferProgressSchema }),
  z.strictObject({ type: z.literal('event'), event: queueEventSchema }),
  /** Schemes, funds, limits and holidays that are in force from now on. */
  z.strictObject({ type: z.literal('referenceData'), data: referenceDataSchema }),
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

/** A message carries plain, writable objects. */
export function copied<T, C extends string>(
  result: Result<T, Failure<C>>,
): { ok: true; value: T } | { ok: false; code: C; params?: Record<string, string | number> } {
  if (result.ok) return { ok: true, value: result.value };
  const { code, params } = result;
  return params === undefined ? { ok: false, code } : { ok: false, code, params: { ...params } };
}
