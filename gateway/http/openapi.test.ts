import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { PROBLEM_CODES, SUBMISSION_KINDS, submissionRequestSchema } from '../../domain/wire/contract.ts';
import { findKind } from '../accept/kinds/kinds.ts';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01 } from '../testing/people.ts';

const operation = z.object({
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()) })),
  security: z.array(z.unknown()).optional(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional() }))
    .optional(),
});
const documentSchema = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  'x-sealed-payloads': z.record(z.string(), z.object({ $ref: z.string() })),
});

let gateway: TestGateway;
let document: z.infer<typeof documentSchema>;
let text: string;

beforeAll(async () => {
  gateway = await startTestGateway();
  const answer = await gateway.get('/openapi.json');
  text = answer.text;
  document = documentSchema.parse(answer.json);
});
afterAll(() => gateway.stop());

it('names the routes terminals use, and none else', () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(operations.sort()).toEqual([
    'delete /v1/drafts/{key}',
    'delete /v1/drafts/{key}/hold',
    'delete /v1/iam-smart/sign-ins/{id}',
    'get /v1/drafts/{key}',
    'get /v1/health',
    'get /v1/iam-smart/sign-ins/{id}',
    'get /v1/keys',
    'get /v1/notice-sounds/{digest}',
    'get /v1/outcomes',
    'get /v1/policy',
    'get /v1/reference-data',
    'get /v1/staff-list',
    'post /v1/attachments',
    'post /v1/audit',
    'post /v1/batches',
    'post /v1/corrections',
    'post /v1/day-reports',
    'post /v1/enquiries',
    'post /v1/enquiries/by-document',
    'post /v1/enquiries/employer-rules',
    'post /v1/iam-smart/sign-ins',
    'post /v1/look-ups',
    'post /v1/mobile-codes',
    'post /v1/mobile-codes/{id}/tries',
    'post /v1/staff-calls',
    'post /v1/staff-calls/end',
    'post /v1/staff-calls/go',
    'post /v1/staff-calls/open',
    'post /v1/staff-notices',
    'post /v1/submissions',
    'post /v1/tickets',
    'post /v1/tickets/call-next',
    'post /v1/tickets/cancel',
    'post /v1/tickets/cancel-booking',
    'post /v1/tickets/check-in',
    'post /v1/tickets/end',
    'post /v1/tickets/look',
    'post /v1/tickets/waiting',
    'put /v1/attachments/{id}/chunks/{index}',
    'put /v1/drafts/{key}',
    'put /v1/drafts/{key}/hold',
    'put /v1/usability/{epoch}/{day}',
  ]);
});

it('says what each refusal looks like', () => {
  const { responses, security } = document.paths['/v1/submissions']?.['post'] ?? { responses: {} };
  expect(security).toHaveLength(1);
  expect(Object.keys(responses)).toEqual(['201', '400', '401', '409', '413', '415', '422', '500', '503']);
  for (const [status, { content }] of Object.entries(responses)) {
    expect(Object.keys(content)).toEqual([
      status === '201' ? 'application/json' : 'application/problem+json',
    ]);
  }
});

it('says what a terminal may tell when it asks whether the gateway is there', () => {
  expect(document.paths['/v1/health']?.['get']?.parameters).toEqual([
    expect.objectContaining({ name: 'pending', in: 'query', required: false }),
  ]);
});

it('is made from the schemas of the contract, without dangling references', () => {
  const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
  for (const name of names) expect(Object.keys(document.components.schemas)).toContain(name);
  for (const code of PROBLEM_CODES) expect(text).toContain(`"${code}"`);
});

it('accepts by its published schema what the gateway accepts, and refuses a field too many', async () => {
  const { components } = document;
  const published = withoutReferences(components.schemas['SubmissionRequestInput'], components.schemas);
  const fromPublished = z.fromJSONSchema(z.record(z.string(), z.unknown()).parse(published));
  const request = await gateway.terminal.seal(ADULT_01);
  for (const schema of [submissionRequestSchema, fromPublished]) {
    expect(schema.safeParse(request).success).toBe(true);
    expect(schema.safeParse({ ...request, extra: 1 }).success).toBe(false);
    expect(schema.safeParse({ ...request, envelope: { ...request.envelope, lane: -1 } }).success).toBe(false);
  }
});

it('says what is inside the seal for every kind that is read here', () => {
  const payloads = document['x-sealed-payloads'];
  expect(Object.keys(payloads).sort()).toEqual(
    SUBMISSION_KINDS.filter((kind) => findKind(kind, 1).ok).toSorted(),
  );
  for (const [kind, reference] of Object.entries(payloads)) {
    const schema = JSON.stringify(withoutReferences(reference, document.components.schemas));
    expect(schema).toContain(`"kind":{"type":"string","const":"${kind}"}`);
  }
});

it('accepts by its published schema the payload of a registration, and refuses a field too many', () => {
  const { components } = document;
  const published = withoutReferences(
    document['x-sealed-payloads']['member-registration'],
    components.schemas,
  );
  const schema = z.fromJSONSchema(z.record(z.string(), z.unknown()).parse(published));
  expect(schema.safeParse(ADULT_01).success).toBe(true);
  expect(schema.safeParse({ ...ADULT_01, extra: 1 }).success).toBe(false);
});

/** The schema with every name replaced by what it names. */
function withoutReferences(schema: unknown, named: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(schema), (_key, value: unknown) => {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(referenceOf(value) ?? '')?.[1];
    return name === undefined ? value : withoutReferences(named[name], named);
  });
}

function referenceOf(value: unknown): string | null {
  const parsed = z.object({ $ref: z.string() }).safeParse(value);
  return parsed.success ? parsed.data.$ref : null;
}
