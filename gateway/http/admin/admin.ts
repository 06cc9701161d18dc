import { createHash } from 'node:crypto';
import { findKind } from '../../accept/kinds/kinds.ts';
import type { KeyRing } from '../../keys/key-ring.ts';
import type { StoredSubmission } from '../../store/submission-store.ts';
import { ADMIN_STYLE, adminPage, type ArrivalLine } from './admin-page.ts';
import type { GatewayApp } from '../gateway-app.ts';
import { isLoopback } from '../loopback.ts';
import { sendProblem } from '../problems.ts';
import type { RouteParts } from '../routes/parts.ts';

const MOST_LINES = 200;
const styleHash = createHash('sha256').update(ADMIN_STYLE).digest('base64');
const CONTENT_SECURITY_POLICY =
  `default-src 'none'; style-src 'sha256-${styleHash}'; ` +
  `base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * GET /admin: what arrived, for whoever sits at the gateway's own machine. Only a loopback client that also names a
 * loopback host is served; a page of another site that had its name point here would name its own.
 */
export function addAdminRoute(
  app: GatewayApp,
  parts: Pick<RouteParts, 'store' | 'keys' | 'audit' | 'now'>,
): void {
  app.get('/admin', { schema: { hide: true } }, async (request, reply) => {
    const local = isLoopback(request.socket.remoteAddress ?? '') && isLoopback(request.hostname);
    if (!local) return sendProblem(reply, 'malformed', 404);
    await parts.store.processDue(parts.now().toISOString());
    const arrivals = await parts.store.listArrivals(MOST_LINES);
    const lines: ArrivalLine[] = [];
    for (const arrival of arrivals) lines.push(await lineOf(arrival, parts.keys));
    const counts = await parts.store.countOutcomes();
    const audit = await parts.audit.overview();
    const notices = (await parts.store.contactNoticesDue()).length;
    return reply
      .type('text/html; charset=utf-8')
      .headers({
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'same-origin',
      })
      .send(adminPage({ lines, counts, notices, audit, most: MOST_LINES }));
  });
}

async function lineOf(arrival: StoredSubmission, keys: KeyRing): Promise<ArrivalLine> {
  const { envelope, receivedAt, outcome, assurance, missingAttachments } = arrival;
  const { reference, terminalId, kind, capturedAt } = envelope;
  const maskedNumber = await maskedNumberOf(arrival, keys);
  const files = { named: envelope.attachments?.length ?? 0, missing: missingAttachments };
  return { reference, terminalId, kind, capturedAt, receivedAt, outcome, assurance, maskedNumber, files };
}

/** Opened for this line only; null when it is from nobody in particular, or the key is gone. */
async function maskedNumberOf(arrival: StoredSubmission, keys: KeyRing): Promise<string | null> {
  const { envelope, sealed } = arrival;
  const kind = findKind(envelope.kind, envelope.schemaVersion);
  const opened = await keys.open(sealed, envelope);
  if (!kind.ok || !opened.ok) return null;
  const understood = kind.value.read(opened.value);
  opened.value.fill(0);
  return understood.ok ? (understood.value.member?.maskedNumber ?? null) : null;
}
