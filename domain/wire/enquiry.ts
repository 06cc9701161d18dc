import { z } from 'zod';
import { COMPANY_OUTCOME_CODES } from '../catalogue/kinds/employer-registration/vocabulary.ts';
import { COMPANY_LIST_LIMITS } from '../company-list/list.ts';
import { OUTCOME_CODES } from '../codes.ts';
import { SUBMISSION_KINDS } from '../kinds/kinds.ts';
import { identificationSchema, personSchema } from '../registration/payload.ts';
import { enquiryCodeSchema } from '../service/enquiry-code.ts';
import { billOrNone } from './bill.ts';
import { isoInstantSchema, publicKeySchema } from './contract.ts';

/**
 * POST /v1/enquiries: status words for a reference, to whoever has the slip's code or the document (DESIGN.md, *Sealed
 * means sealed*). Unknown and wrong look alike (`not-found`, in the same time); limited by terminal and by reference
 * (429 `too-many-tries`).
 *
 * POST /v1/enquiries/by-document: the same words for everything that the member left, newest first, to who has the
 * document and has lost the slip. Limited by terminal (429 `too-many-tries`), found or not.
 *
 * POST /v1/corrections: the fields of a registration that needs correction, sealed to a key of the session, to who was
 * identified again at its assurance or higher. Any other kind is given anew (`not-correctable`).
 */
export const identityProofSchema = z.strictObject({
  v: z.literal(1),
  id: z.uuid({ version: 'v7' }),
  terminalId: z.string().regex(/^[A-Z][0-9]{4}$/),
  kid: z.string().min(1).max(64),
  capturedAt: isoInstantSchema,
  /** `seal` of identityClaimSchema with kind `identity-proof`, schemaVersion 1; base64url. */
  sealed: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(8192),
});
export type IdentityProof = z.infer<typeof identityProofSchema>;

/** Who stands at the terminal and how that is known; only ever sealed. */
export const identityClaimSchema = z.strictObject({
  person: personSchema.pick({ hkid: true }),
  identification: identificationSchema,
});
export type IdentityClaim = z.infer<typeof identityClaimSchema>;

export const enquiryRequestSchema = z.strictObject({
  reference: z.string().min(8).max(40),
  proof: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('code'), code: enquiryCodeSchema }),
    z.strictObject({ by: z.literal('document'), claim: identityProofSchema }),
  ]),
});
export type EnquiryRequest = z.infer<typeof enquiryRequestSchema>;

export const ENQUIRY_STATUSES = [
  'received',
  'accepted',
  'rejected',
  'needs-correction',
  'superseded',
  'cancelled',
] as const;
export type EnquiryStatus = (typeof ENQUIRY_STATUSES)[number];

/** What became of one company of a registration (ADR 0031); `ending`: the last three figures of its number. */
const companyOutcomeSchema = z.strictObject({
  /** From 1, in the order in which they were left. */
  place: z.number().int().min(1),
  ending: z.string().regex(/^\d{3}$/),
  state: z.enum(['waiting', 'registered', 'refused']),
  code: z.enum(COMPANY_OUTCOME_CODES).nullable().catch(null),
});
export type CompanyOutcome = z.infer<typeof companyOutcomeSchema>;

/** Kind and status words only; nothing of who it is about. */
export const enquiryResponseSchema = z.object({
  id: z.uuid(),
  /** Absent from a gateway that does not say it yet; null for a kind that came into being after this terminal. */
  kind: z.enum(SUBMISSION_KINDS).nullish().catch(null),
  status: z.enum(ENQUIRY_STATUSES),
  code: z.enum(OUTCOME_CODES).nullable(),
  receivedAt: isoInstantSchema,
  /** Of an employer's registration each company; absent for anything else, and from a list of what was left. */
  companies: z.exactOptional(z.array(companyOutcomeSchema).max(COMPANY_LIST_LIMITS.companies)),
  /** Of an accepted remittance with something to pay. */
  bill: billOrNone,
});
export type EnquiryAnswer = z.infer<typeof enquiryResponseSchema>;

export const leftRequestSchema = z.strictObject({ claim: identityProofSchema });

/** What a page can show at once; whoever left more than these asks with the slip. */
export const MOST_LEFT = 8;

/** One of the things that a member left, with the reference of its slip. */
export const leftItemSchema = enquiryResponseSchema.extend({ reference: z.string().min(8).max(40) });
export type LeftItem = z.infer<typeof leftItemSchema>;

export const leftResponseSchema = z.object({
  /** Newest first; what nobody was identified for is not among them. */
  items: z.array(leftItemSchema).max(MOST_LEFT),
  /** There are older ones. */
  more: z.boolean(),
});
export type LeftAnswer = z.infer<typeof leftResponseSchema>;

export const correctionRequestSchema = z.strictObject({
  reference: z.string().min(8).max(40),
  claim: identityProofSchema,
  /** P-256, made for this session and forgotten with it. */
  sessionKey: publicKeySchema.shape.jwk,
});
export type CorrectionRequest = z.infer<typeof correctionRequestSchema>;

export const correctionResponseSchema = z.object({
  id: z.uuid(),
  code: z.enum(OUTCOME_CODES),
  /** `seal` to the session key of the submission's own payload as JSON, with its own envelope's facts and kid `session`. */
  sealed: z.string().max(131_072),
});
