import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { batchRequestSchema, type BatchResponse } from '../../../../domain/wire/batch.ts';
import {
  type SubmissionRequest,
  submissionRequestSchema,
  type SubmissionResponse,
} from '../../../../domain/wire/contract.ts';
import { open } from '../../../../domain/wire/sealed/sealing.ts';
import { readPrivateKey } from '../../../../gateway/keys/key-files.ts';
import { testPlatform } from '../../../../queue/testing/platform.ts';
import { answer } from '../child.ts';
import { good } from '../../../../queue/testing/values.ts';

/**
 * The other end of the reference: parses as the gateway does and signs a receipt for each; stores nothing. With the
 * data folder of the gateway that it was sealed for as argument it also opens each.
 */
const dataDir = process.argv[2];
const ADVICE = { afterMs: 0, batch: 50 };
const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const { port } = server.address() as AddressInfo;
const platform = await testPlatform(`http://127.0.0.1:${port}`);

async function receiptFor({ envelope, sealed }: SubmissionRequest): Promise<SubmissionResponse> {
  const { id, digest, terminalId, kid } = envelope;
  if (dataDir !== undefined) {
    const key = good(readPrivateKey(dataDir, kid));
    const opened = good(await open(Buffer.from(sealed, 'base64url'), envelope, key));
    JSON.parse(Buffer.from(opened).toString('utf8'));
  }
  const receipt = await platform.signReceipt({
    id,
    digest,
    terminalId,
    receivedAt: new Date().toISOString(),
  });
  return { receipt, outcome: { state: 'accepted' } };
}

async function batchAnswer(body: unknown): Promise<BatchResponse> {
  const { items } = batchRequestSchema.parse(body);
  const responses = await Promise.all(items.map(receiptFor));
  const results = items.map(({ envelope }, place) => {
    const response = responses[place];
    if (response === undefined) throw new RangeError('an answer is missing');
    return { taken: true as const, id: envelope.id, response };
  });
  return { results, drain: ADVICE };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  const stream: AsyncIterable<Buffer> = request;
  for await (const bytes of stream) chunks.push(bytes);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?', 1);
  switch (`${request.method ?? ''} ${path}`) {
    case 'POST /v1/submissions':
      send(response, 201, await receiptFor(submissionRequestSchema.parse(await bodyOf(request))));
      return;
    case 'POST /v1/batches':
      send(response, 200, await batchAnswer(await bodyOf(request)));
      return;
    case 'GET /v1/health':
      send(response, 200, {
        service: 'empf-gateway',
        now: new Date().toISOString(),
        keyDocumentVersion: platform.document.version,
        policyVersion: null,
        outcomesHead: 0,
        drain: ADVICE,
      });
      return;
    default:
      send(response, 404, { type: 'about:blank', title: 'not here', status: 404, code: 'not-found' });
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text);
}

process.once('SIGTERM', () => process.exit(0));
answer({ enrolment: platform.enrolment });
