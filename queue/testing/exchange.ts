import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AttachmentManifest } from '../../domain/wire/attachment.ts';
import type { AuditRow } from '../../domain/wire/audit-upload.ts';
import type { DrainAdvice, Outcome, SubmissionRequest } from '../../domain/wire/contract.ts';
import type { TestPlatform } from './platform.ts';

/** One answer of the script: writes it, or destroys the connection. */
export type Act = (exchange: Exchange) => Promise<void> | void;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly body: Buffer;
  /** Of a POST of one submission. */
  readonly submission: SubmissionRequest | null;
  readonly gateway: ScriptedGateway;
}

export const ROUTES = [
  'submissions',
  'batches',
  'outcomes',
  'attachments',
  'chunks',
  'audit',
  'policy',
  'enquiries',
  'by-document',
  'employer-rules',
  'corrections',
  'iam-smart',
  'mobile-codes',
  'tickets',
  'staff-calls',
  'drafts',
  'keys',
  'health',
] as const;
export type Route = (typeof ROUTES)[number];

/** What the platform holds of a file. */
interface HeldFile {
  readonly manifest: AttachmentManifest;
  readonly chunks: Map<number, Buffer>;
}

/** A gateway on loopback that answers as it is told to; by default as the platform would. */
export interface ScriptedGateway {
  readonly url: string;
  readonly platform: TestPlatform;
  /** Effects: one per submission id, whatever is sent how often. */
  readonly stored: Map<string, SubmissionRequest>;
  readonly files: Map<string, HeldFile>;
  /** Parked instructions by their key, as they came; null: over. */
  readonly drafts: Map<string, string | null>;
  /** The audit chain as far as it came. */
  readonly chain: AuditRow[];
  readonly outcomes: { readonly cursor: number; readonly id: string; readonly outcome: Outcome }[];
  /** Every request, as `POST /v1/submissions`, with the time it came and the bytes of its body. */
  readonly log: {
    readonly line: string;
    readonly id: string | null;
    readonly at: number;
    readonly bytes: number;
  }[];
  /** What the next requests of a route get, one each; then `always`, or else what the platform would answer. */
  readonly script: Readonly<Record<Route, Act[]>>;
  readonly always: Partial<Record<Route, Act>>;
  /** The script of the submissions and of the probes. */
  readonly posts: Act[];
  readonly healths: Act[];
  /** For every POST of one submission while it is set. */
  everyPost: Act | null;
  /** What comes with health and batches. */
  drain: DrainAdvice;
  keyDocument: string;
  keyDocumentVersion: number;
  /** Compact JWS; null: there is none. */
  policy: string | null;
  policyVersion: number | null;
  /** The network is gone: connections break, new ones are refused. */
  down(): Promise<void>;
  /** It is back, at the same address. */
  up(): Promise<void>;
  close(): Promise<void>;
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** An RFC 9457 problem with one of the contract's codes. */
export function problem(status: number, code: string, headers: Record<string, string> = {}): Act {
  return ({ response }) => {
    response
      .writeHead(status, { 'content-type': 'application/problem+json', ...headers })
      .end(JSON.stringify({ type: 'about:blank', title: 'refused', status, code }));
  };
}

export const page: Act = ({ response }) => {
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end('<html><body>Welcome to Free Wi-Fi</body></html>');
};

export const hangUp: Act = ({ request }) => {
  request.socket.destroy();
};

/** Never answers; the connection stays open. */
export const blackHole: Act = () => undefined;

/** Stores it, and the reply is lost on the way. */
export const storeAndHangUp: Act = ({ submission, gateway, request }) => {
  if (submission !== null) gateway.stored.set(submission.envelope.id, submission);
  request.socket.destroy();
};
