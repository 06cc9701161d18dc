import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { PROBLEM_CODES, submissionRequestSchema } from '../../domain/wire/contract.ts';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01 } from '../testing/people.ts';

const operation = z.object({
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()) })),
  security: z.array(z.unknown()).optional(),
});
const documentSchema = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
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
    'get /v1/health',
    'get /v1/keys',
    'get /v1/outcomes',
    'get /v1/policy',
    'post /v1/attachments',
    'post /v1/audit',
    'post /v1/batches',
    'post /v1/corrections',
    'post /v1/enquiries',
    'post /v1/submissions',
    'put /v1/attachments/{id}/chunks/{index}',
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
