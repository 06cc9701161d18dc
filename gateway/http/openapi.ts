import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { FastifyDynamicSwaggerOptions, SwaggerTransformObject } from '@fastify/swagger';
import { z } from 'zod';
import {
  attachmentManifestSchema,
  attachmentStateSchema,
  chunkTakenSchema,
} from '../../domain/wire/attachment.ts';
import { auditResponseSchema, auditRowSchema, auditUploadSchema } from '../../domain/wire/audit-upload.ts';
import { batchRequestSchema, batchResponseSchema, batchResultSchema } from '../../domain/wire/batch.ts';
import {
  attachmentMentionSchema,
  drainAdviceSchema,
  envelopeSchema,
  healthSchema,
  keysResponseSchema,
  outcomeSchema,
  problemSchema,
  submissionRequestSchema,
  submissionResponseSchema,
} from '../../domain/wire/contract.ts';
import {
  correctionRequestSchema,
  correctionResponseSchema,
  enquiryRequestSchema,
  enquiryResponseSchema,
  leftItemSchema,
  leftRequestSchema,
  leftResponseSchema,
  identityProofSchema,
} from '../../domain/wire/enquiry.ts';
import {
  employerRulesRequestSchema,
  employerRulesResponseSchema,
  storedRulesSchema,
} from '../../domain/wire/employer-rules.ts';
import { signInRequestSchema, signInResponseSchema, signInStateSchema } from '../../domain/wire/iam-smart.ts';
import { outcomesResponseSchema } from '../../domain/wire/outcomes.ts';
import {
  staffListResponseSchema,
  staffNoticesRequestSchema,
  staffNoticesResponseSchema,
} from '../../domain/wire/staff-list.ts';
import { policyResponseSchema } from '../../domain/wire/policy.ts';
import { referenceDataResponseSchema } from '../../domain/reference-data/wire.ts';
import { draftGoneSchema, draftStoredSchema, storedDraftSchema } from '../../domain/parking/wire.ts';
import { PROBLEM_TYPE } from './problems.ts';
import { SEALED_PAYLOADS } from './sealed-payloads.ts';

/** Names of the contract's schemas in the OpenAPI document; a registry of our own, since the global one is domain's. */
const names = z.registry<{ id: string }>();
names.add(envelopeSchema, { id: 'Envelope' });
names.add(outcomeSchema, { id: 'Outcome' });
names.add(submissionRequestSchema, { id: 'SubmissionRequest' });
names.add(submissionResponseSchema, { id: 'SubmissionResponse' });
names.add(keysResponseSchema, { id: 'KeysResponse' });
names.add(healthSchema, { id: 'Health' });
names.add(problemSchema, { id: 'Problem' });
names.add(attachmentMentionSchema, { id: 'AttachmentMention' });
names.add(drainAdviceSchema, { id: 'DrainAdvice' });
names.add(batchRequestSchema, { id: 'BatchRequest' });
names.add(batchResultSchema, { id: 'BatchResult' });
names.add(batchResponseSchema, { id: 'BatchResponse' });
names.add(outcomesResponseSchema, { id: 'OutcomesResponse' });
names.add(policyResponseSchema, { id: 'PolicyResponse' });
names.add(referenceDataResponseSchema, { id: 'ReferenceDataResponse' });
names.add(staffListResponseSchema, { id: 'StaffListResponse' });
names.add(staffNoticesRequestSchema, { id: 'StaffNoticesRequest' });
names.add(staffNoticesResponseSchema, { id: 'StaffNoticesResponse' });
names.add(attachmentManifestSchema, { id: 'AttachmentManifest' });
names.add(attachmentStateSchema, { id: 'AttachmentState' });
names.add(chunkTakenSchema, { id: 'ChunkTaken' });
names.add(auditRowSchema, { id: 'AuditRow' });
names.add(auditUploadSchema, { id: 'AuditUpload' });
names.add(auditResponseSchema, { id: 'AuditResponse' });
names.add(identityProofSchema, { id: 'IdentityProof' });
names.add(enquiryRequestSchema, { id: 'EnquiryRequest' });
names.add(enquiryResponseSchema, { id: 'EnquiryResponse' });
names.add(employerRulesRequestSchema, { id: 'EmployerRulesRequest' });
names.add(employerRulesResponseSchema, { id: 'EmployerRulesResponse' });
names.add(storedRulesSchema, { id: 'StoredRules' });
names.add(leftRequestSchema, { id: 'LeftRequest' });
names.add(leftItemSchema, { id: 'LeftItem' });
names.add(leftResponseSchema, { id: 'LeftResponse' });
names.add(correctionRequestSchema, { id: 'CorrectionRequest' });
names.add(correctionResponseSchema, { id: 'CorrectionResponse' });
names.add(signInRequestSchema, { id: 'SignInRequest' });
names.add(signInResponseSchema, { id: 'SignInResponse' });
names.add(signInStateSchema, { id: 'SignInState' });
names.add(storedDraftSchema, { id: 'StoredDraft' });
names.add(draftStoredSchema, { id: 'DraftStored' });
names.add(draftGoneSchema, { id: 'DraftGone' });
for (const { id, schema } of SEALED_PAYLOADS) names.add(schema, { id });

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'Malformed, or the Idempotency-Key is missing or not the id of the envelope',
  401: 'The terminal or its credential is not known; keep the item and come again after enrolment',
  404: 'Nothing is found there',
  409: 'A request with this key is still being worked on; see Retry-After',
  413: 'Too large',
  415: 'Another media type than the route takes',
  422: 'Read and refused: sending the same again changes nothing',
  429: 'Too many tries; see Retry-After',
  500: 'The gateway failed; nothing was stored',
  503: 'Busy; see Retry-After',
};

type ProblemResponse = {
  readonly description: string;
  readonly content: { readonly [PROBLEM_TYPE]: { readonly schema: typeof problemSchema } };
};

/** Response schemas of refusals for a route. */
export function problemResponses(statuses: readonly number[]): Record<number, ProblemResponse> {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: DESCRIPTIONS[status] ?? 'Refused',
        content: { [PROBLEM_TYPE]: { schema: problemSchema } },
      },
    ]),
  );
}

/** Options of @fastify/swagger: the document is made from the routes' zod schemas and nowhere written by hand. */
export const openApiOptions: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'eMPF Terminal reference gateway',
      version: '1.0.0',
      description:
        'Where terminals leave sealed submissions. A reference implementation built from public information; not ' +
        'endorsed by the operator of the eMPF Platform.',
    },
    components: {
      securitySchemes: { terminalCredential: { type: 'http', scheme: 'bearer' } },
    },
  },
  transform: createJsonSchemaTransform({ schemaRegistry: names }),
  transformObject: (document) =>
    Object.assign(withoutUnused(createJsonSchemaTransformObject({ schemaRegistry: names })(document)), {
      'x-sealed-payloads': SEALED_PAYLOAD_REFERENCES,
      'x-sealed-answers': SEALED_ANSWER_REFERENCES,
    }),
};

type OpenApiDocument = ReturnType<SwaggerTransformObject>;

/** By kind of submission, what is inside the seal: no route shows it, and a terminal is built against it all the same. */
const SEALED_PAYLOAD_REFERENCES: Readonly<Record<string, { readonly $ref: string }>> = Object.fromEntries(
  SEALED_PAYLOADS.map(({ kind, id }) => [kind, { $ref: `#/components/schemas/${id}Input` }]),
);

/** By route, what is inside the seal of its answer. */
const SEALED_ANSWER_REFERENCES = {
  '/v1/enquiries/employer-rules': { $ref: '#/components/schemas/StoredRules' },
} as const;

/**
 * Every schema is offered in its input and its output form; only those that a route or a sealed payload leads to stay in
 * the document.
 */
function withoutUnused(document: OpenApiDocument): OpenApiDocument {
  if (!('components' in document) || document.components.schemas === undefined) return document;
  const { schemas } = document.components;
  const used = new Set<string>();
  const visit = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name === undefined || used.has(name)) continue;
      used.add(name);
      visit(schemas[name] ?? {});
    }
  };
  if ('paths' in document) visit(document.paths ?? {});
  visit(SEALED_PAYLOAD_REFERENCES);
  visit(SEALED_ANSWER_REFERENCES);
  for (const name of Object.keys(schemas)) {
    if (!used.has(name)) Reflect.deleteProperty(schemas, name);
  }
  return document;
}
