import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { Outcome } from '../../../domain/wire/contract.ts';
import { isAuditCode } from '../../audit/audit-entry.ts';
import type { Context, Now } from '../context.ts';
import { digestOf } from '../digest.ts';
import type { Acknowledgement, ClaimRequest, Lease, LeaseHold, Release, Settled } from './lease.ts';
import { held } from './held.ts';
import type { ReadyRow } from './lease-statements.ts';
import type { Sending } from '../queue-interface.ts';
import type { Session } from '../session/session.ts';
import { columnsOf, storedEnvelope } from '../submission.ts';

/** Reason for parking what the disk has changed: sent, it would only be refused there. */
const DAMAGED = 'damaged-on-disk';

const RECEIVED = { state: 'received', outcome: null, by: null } as const;

function claimReady(
  session: Session,
  request: ClaimRequest,
  now: Now,
  { leaseFor, nextToken }: Pick<Context, 'leaseFor' | 'nextToken'>,
): readonly Lease[] {
  const { statements } = session;
  takeBack(session, now.uptime - leaseFor);
  if (statements.waitIsOver.get(now.uptime) !== undefined) statements.wake.run(now.uptime);
  for (;;) {
    const rows = upTo(statements.ready.all(now.place.at, request.limit), request.mostBytes ?? Infinity);
    if (rows.length === 0) return [];
    const leases = rows.flatMap((row) => leaseOrPark(session, row, nextToken(), request.owner, now));
    // An empty answer means that there is nothing to send, not that what came first was damaged.
    if (leases.length > 0) return leases;
  }
}

/** Ends the leases that were given at this uptime or before; gives how many. */
export function takeBack(session: Session, uptime: number): number {
  const leases = session.leases.until(uptime);
  for (const { token, sequence } of leases) {
    session.statements.takeBack.run(sequence);
    session.leases.ended(token);
  }
  return leases.length;
}

/** As many from the beginning as fit, and the first in any case. */
function upTo(rows: readonly ReadyRow[], mostBytes: number): readonly ReadyRow[] {
  let bytes = 0;
  const end = rows.findIndex((row, index) => {
    bytes += Math.ceil((row.sealed.byteLength * 4) / 3) + row.envelope.length;
    return index > 0 && bytes > mostBytes;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

function leaseOrPark(
  session: Session,
  row: ReadyRow,
  token: number,
  owner: string,
  now: Now,
): readonly Lease[] {
  const { sequence, id, sealed } = row;
  session.statements.lease.run(token, owner, now.uptime, sequence);
  const envelope = storedEnvelope(row.envelope, row.envelope_check);
  if (envelope?.id === id && envelope.digest === digestOf(sealed)) {
    session.leases.given(token, { sequence, uptime: now.uptime });
    return [{ id, token, owner, envelope, sealed, attempts: row.attempts + 1 }];
  }
  session.statements.parkUntried.run(DAMAGED, id, token);
  auditParked(session, id, DAMAGED, now);
  return [];
}

/** A lease that was held is over. */
function ended(session: Session, token: number, changes: number): Result<null, Failure<'lease-lost'>> {
  const settled = held(changes);
  if (settled.ok) session.leases.ended(token);
  return settled;
}

function releaseLease(
  session: Session,
  { lease, retryAfter, untried }: Release,
  now: Now,
): Result<null, Failure<'lease-lost'>> {
  const retry = retryAfter > 0 ? now.uptime + Math.ceil(retryAfter) : null;
  const { id, token } = lease;
  const release = { id, token, retry, untried: untried === true ? 1 : 0 };
  return ended(session, token, session.statements.release.run(release).changes);
}

/** The platform refused it, and so does not have it. */
function parkLease(
  session: Session,
  { id, token }: LeaseHold,
  reason: string,
  now: Now,
): Result<null, Failure<'lease-lost'>> {
  const parked = ended(session, token, session.statements.refuse.run(reason, id, token).changes);
  if (parked.ok) auditParked(session, id, reason, now);
  return parked;
}

export function auditParked(session: Session, id: string, code: string, now: Now): void {
  session.audit.append({ event: 'submission.parked', actor: 'system', detail: { id, code } }, now.place);
}

function acknowledgeLease(
  session: Session,
  { lease, receipt, receivedAt, outcome = null }: Acknowledgement,
  now: Now,
): Result<null, Failure<'lease-lost'>> {
  const { id, token } = lease;
  const decided = outcome === null ? RECEIVED : { state: outcome.state, ...columnsOf(outcome) };
  const { state, outcome: code, by } = decided;
  const { changes } = session.statements.acknowledge.run(
    ...([
      state,
      receipt,
      receivedAt,
      now.budget,
      code,
      by,
      session.leases.sequenceOf(token),
      id,
      token,
    ] as const),
  );
  const received = ended(session, token, changes);
  if (received.ok) auditReceived(session, id, outcome, now);
  return received;
}

export function auditReceived(session: Session, id: string, outcome: Outcome | null, now: Now): void {
  const detail = { id, ...(outcome === null ? {} : { state: outcome.state }) };
  session.audit.append({ event: 'submission.received', actor: 'system', detail }, now.place);
}

/** Sending: one commit per call, however many it is about. */
export function sending(context: Context): Omit<Sending, 'expireDue'> {
  const { store, now } = context;
  return {
    claim: (request) => store.write((session) => ok(claimReady(session, request, now(), context))),

    acknowledge: (lease, receipt, receivedAt, outcome = null) =>
      store.write((session) => acknowledgeLease(session, { lease, receipt, receivedAt, outcome }, now())),

    acknowledgeAll: (acknowledgements) =>
      store.write((session) => {
        const moment = now();
        return ok(acknowledgements.map((one) => settled(acknowledgeLease(session, one, moment))));
      }),

    release: (lease, options) =>
      store.write((session) => releaseLease(session, { lease, ...options }, now())),

    releaseAll: (releases) =>
      store.write((session) => {
        const moment = now();
        return ok(releases.map((one) => settled(releaseLease(session, one, moment))));
      }),

    park(lease, reason) {
      // The reason is audited, and so must not be able to hold anything about a person.
      if (!isAuditCode(reason)) return fail('not-a-code');
      return store.write((session) => parkLease(session, lease, reason, now()));
    },

    recover: () => store.write((session) => ok(takeBack(session, Infinity))),
  };
}

function settled(result: Result<null, Failure<'lease-lost'>>): Settled {
  return result.ok ? 'ok' : result.code;
}
