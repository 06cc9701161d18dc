import { z } from 'zod';
import { IMPLEMENTATION_NAMES } from './implementations/implementation.ts';
import { phaseSchema } from './measure.ts';

/** What the rows are that are in the file before the clock starts. */
export const STORED = ['waiting', 'accepted'] as const;
export type Stored = (typeof STORED)[number];

/** What the processes of the bench say to each other: a request as argument, the answer as last line of the output. */
export const fillRequestSchema = z.object({
  implementation: z.enum(IMPLEMENTATION_NAMES),
  folder: z.string(),
  rows: z.number().int().positive(),
  stored: z.enum(STORED),
});

export const caseRequestSchema = z.object({
  implementation: z.enum(IMPLEMENTATION_NAMES),
  folder: z.string(),
  operations: z.number().int().positive(),
});
export type CaseRequest = z.infer<typeof caseRequestSchema>;

export const caseResultSchema = z.object({
  /** Milliseconds until the file was open, checks and all. */
  openMs: z.number(),
  add: phaseSchema,
  /** Claim one, read, acknowledge: two commits. */
  process: phaseSchema.nullable(),
  /** Claim fifty, read, acknowledge fifty: two commits, as the agent does it. */
  processMany: phaseSchema.nullable(),
  /** Why a phase could not be measured, in the implementation's own words. */
  fails: z.string().nullable(),
  bytes: z.number(),
});
export type CaseResult = z.infer<typeof caseResultSchema>;

export const sealRequestSchema = z.object({ payloads: z.number().int().positive() });
export const sealResultSchema = z.object({
  /** Milliseconds to seal one registration: the middle, and the first of a fresh process. */
  medianMs: z.number(),
  firstMs: z.number(),
  payloadBytes: z.number(),
  sealedBytes: z.number(),
});
export type SealResult = z.infer<typeof sealResultSchema>;

export const doneSchema = z.object({ done: z.literal(true) });
