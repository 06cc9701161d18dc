import { attachmentManifestSchema, CHUNK_BYTES } from '../../domain/wire/attachment.ts';
import { auditUploadSchema, checkpointSchema } from '../../domain/wire/audit-upload.ts';
import { batchRequestSchema } from '../../domain/wire/batch.ts';
import { storedDraftSchema } from '../../domain/parking/wire.ts';
import type { SubmissionRequest, SubmissionResponse } from '../../domain/wire/contract.ts';
import { verifyJson } from '../../domain/wire/signing.ts';
import { chainLink, chainStart } from '../audit/audit-chain.ts';
import { digestOf } from '../store/digest.ts';
import { type Act, json, problem, type Route, type ScriptedGateway } from './exchange.ts';

/** When everything arrives at the platform. */
export const RECEIVED_AT = '2026-03-02T04:10:00.000Z';
const MOST_WANTED = 64;

/** Stores once and signs a receipt. */
export async function taken(
  gateway: ScriptedGateway,
  submission: SubmissionRequest,
): Promise<SubmissionResponse> {
  gateway.stored.set(submission.envelope.id, submission);
  const { id, digest, terminalId } = submission.envelope;
  const receipt = await gateway.platform.signReceipt({ id, digest, terminalId, receivedAt: RECEIVED_AT });
  return { receipt, outcome: { state: 'accepted' } };
}

export const accept: Act = async ({ submission, gateway, response }) => {
  if (submission === null) throw new Error('a POST without a submission');
  json(response, 201, await taken(gateway, submission));
};

/** Takes every item of a batch. */
export const acceptBatch: Act = async ({ body, gateway, response }) => {
  const { items } = batchRequestSchema.parse(JSON.parse(body.toString('utf8')));
  const results = await Promise.all(
    items.map(async (item) => ({
      taken: true,
      id: item.envelope.id,
      response: await taken(gateway, item),
    })),
  );
  json(response, 200, { results, drain: gateway.drain });
};

const outcomesPage: Act = async ({ url, gateway, response }) => {
  const after = Number(url.searchParams.get('after'));
  const limit = Number(url.searchParams.get('limit'));
  const newer = gateway.outcomes.filter(({ cursor }) => cursor > after);
  const page = await gateway.platform.sign('receipt', {
    terminalId: gateway.platform.enrolment.terminalId,
    issuedAt: RECEIVED_AT,
    after,
    outcomes: newer.slice(0, limit).map((outcome) => ({ ...outcome, decidedAt: RECEIVED_AT })),
    head: gateway.outcomes.at(-1)?.cursor ?? 0,
  });
  json(response, 200, { page });
};

const takeManifest: Act = async ({ body, gateway, response }) => {
  const manifest = attachmentManifestSchema.parse(JSON.parse(body.toString('utf8')));
  const held = gateway.files.get(manifest.id) ?? { manifest, chunks: new Map<number, Buffer>() };
  gateway.files.set(manifest.id, held);
  const missing = manifest.chunks.flatMap((_, index) => (held.chunks.has(index) ? [] : [index]));
  const { id, digest, terminalId } = manifest;
  const receipt =
    missing.length > 0
      ? null
      : await gateway.platform.signReceipt({ id, digest, terminalId, receivedAt: RECEIVED_AT });
  json(response, 200, { wants: missing.slice(0, MOST_WANTED), missing: missing.length, receipt });
};

const takeChunk: Act = (exchange) => {
  const { url, body, gateway, response, request } = exchange;
  const [, , , id = '', , index = ''] = url.pathname.split('/');
  const held = gateway.files.get(id);
  const wanted = held?.manifest.chunks[Number(index)];
  if (held === undefined || wanted === undefined) return problem(422, 'chunk-unknown')(exchange);
  const isWhole = request.headers['content-type'] === 'application/octet-stream';
  if (digestOf(body) !== wanted || !isWhole || body.byteLength > CHUNK_BYTES)
    return problem(422, 'digest-differs')(exchange);
  held.chunks.set(Number(index), body);
  json(response, 200, { taken: true });
};

/** Recomputes what it can: the run goes on where the last one ended, and the device has signed its end. */
const takeRun: Act = async (exchange) => {
  const { body, gateway, response } = exchange;
  const run = auditUploadSchema.parse(JSON.parse(body.toString('utf8')));
  const { terminalId } = gateway.platform.enrolment;
  const checkpoint = await verifyJson(run.checkpoint, run.introduction.deviceKey, checkpointSchema);
  const last = run.entries.at(-1);
  const isWhole = run.entries.every((row) => row.hash === chainLink(row.previous, row.entry));
  const isSigned = checkpoint.ok && checkpoint.value.head === last?.hash;
  if (!isWhole || !isSigned || checkpoint.value.terminalId !== terminalId)
    return problem(422, 'audit-broken')(exchange);
  for (const row of run.entries) {
    const end = gateway.chain.at(-1) ?? { number: 0, hash: chainStart(run.databaseId) };
    if (row.number === end.number + 1 && row.previous === end.hash) gateway.chain.push(row);
  }
  const held = gateway.chain.at(-1);
  const acknowledgement =
    held === undefined
      ? null
      : await gateway.platform.sign('receipt', {
          terminalId,
          databaseId: run.databaseId,
          number: held.number,
          head: held.hash,
          receivedAt: RECEIVED_AT,
        });
  json(response, 200, { next: (held?.number ?? 0) + 1, acknowledgement });
};

/** Keeps what it is given until it is over, and never says what that is. */
const keepDraft: Act = async (exchange) => {
  const { request, url, body, gateway, response } = exchange;
  const key = url.pathname.split('/')[3] ?? '';
  const there = gateway.drafts.get(key);
  if (url.pathname.endsWith('/hold')) {
    if (request.method === 'DELETE') json(response, 200, { released: true });
    else if (there === undefined) await problem(404, 'not-found')(exchange);
    else if (there === null) json(response, 200, { hold: 'over', how: 'submitted' });
    else json(response, 200, { hold: 'yours', fence: 1, until: RECEIVED_AT });
  } else if (request.method === 'DELETE') {
    if (there !== undefined) gateway.drafts.set(key, null);
    json(response, 200, { gone: true });
  } else if (there === null) {
    await problem(404, 'draft-gone')(exchange);
  } else if (request.method === 'PUT') {
    gateway.drafts.set(key, body.toString('utf8'));
    json(response, 200, { stored: true });
  } else if (there === undefined) {
    await problem(404, 'not-found')(exchange);
  } else {
    json(response, 200, storedDraftSchema.parse(JSON.parse(there)));
  }
};

const health: Act = ({ gateway, response }) => {
  json(response, 200, {
    service: 'empf-gateway',
    now: RECEIVED_AT,
    keyDocumentVersion: gateway.keyDocumentVersion,
    policyVersion: gateway.policyVersion,
    outcomesHead: gateway.outcomes.at(-1)?.cursor ?? 0,
    drain: gateway.drain,
  });
};

/** What the platform answers when no script says otherwise. */
export const PLATFORM_ACTS: Readonly<Record<Route, Act>> = {
  submissions: accept,
  batches: acceptBatch,
  outcomes: outcomesPage,
  attachments: takeManifest,
  chunks: takeChunk,
  audit: takeRun,
  policy: (exchange) =>
    exchange.gateway.policy === null
      ? problem(404, 'not-found')(exchange)
      : json(exchange.response, 200, { policy: exchange.gateway.policy }),
  enquiries: problem(404, 'not-found'),
  tickets: problem(404, 'malformed'),
  'staff-calls': problem(404, 'malformed'),
  'by-document': ({ response }) => json(response, 200, { items: [], more: false }),
  'employer-rules': problem(404, 'not-found'),
  'iam-smart': problem(503, 'busy'),
  'mobile-codes': problem(404, 'not-found'),
  corrections: problem(404, 'not-found'),
  drafts: keepDraft,
  keys: ({ gateway, response }) => json(response, 200, { keyDocument: gateway.keyDocument }),
  health,
};
