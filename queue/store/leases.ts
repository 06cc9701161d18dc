import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { Envelope, Outcome } from '../../domain/wire/contract.ts';
import type { AuditPlace } from '../audit/audit-chain.ts';
import { digestOf, take } from './enqueue.ts';
import type { Session } from './session.ts';
import type { ReadyRow } from './statements.ts';
import { storedEnvelope } from './submission.ts';

/**
 * The right to send one submission. Whoever holds an older token (a second sender, one that was thought dead, a late
 * answer) changes nothing any more: every change asks for the token.
 */
export interface Lease {
  readonly id: string;
  /** The fencing token: grows with every lease ever given by this database. */
  readonly token: number;
  readonly owner: string;
  readonly envelope: Envelope;
  readonly sealed: Uint8Array;
  /** How often it has been leased, this time included. */
  readonly attempts: number;
}

export type LeaseHold = Pick<Lease, 'id' | 'token'>;

export interface ClaimRequest {
  /** Who sends; for people who read the table. */
  readonly owner: string;
  readonly limit: number;
}

/** Uptime is whole milliseconds since this opening of the database; never the wall clock. */
export interface Moment {
  readonly opening: number;
  readonly uptime: number;
}

/** Reason for parking what the disk has changed: sent, it would only be refused there. */
const DAMAGED = 'damaged-on-disk';

export function claimReady(
  session: Session,
  request: ClaimRequest,
  moment: Moment,
  leaseFor: number,
  place: AuditPlace,
): readonly Lease[] {
  const { statements } = session;
  statements.takeBackExpired.run({ opening: moment.opening, before: moment.uptime - leaseFor });
  for (;;) {
    const rows = statements.ready.all({ ...moment, limit: request.limit });
    const leases = rows.flatMap((row) => leaseOrPark(session, row, request.owner, moment, place));
    // An empty answer means that there is nothing to send, not that what came first was damaged.
    if (leases.length > 0 || rows.length === 0) return leases;
  }
}

function leaseOrPark(
  session: Session,
  row: ReadyRow,
  owner: string,
  moment: Moment,
  place: AuditPlace,
): readonly Lease[] {
  const { sequence, id, sealed } = row;
  const token = take(session, 'fence');
  session.statements.lease.run({ sequence, token, owner, ...moment });
  const envelope = storedEnvelope(row.envelope);
  if (envelope?.id === id && envelope.digest === digestOf(sealed)) {
    return [{ id, token, owner, envelope, sealed, attempts: row.attempts + 1 }];
  }
  parkLease(session, { id, token }, DAMAGED, place);
  return [];
}

function held(changes: number): Result<null, Failure<'lease-lost'>> {
  return changes === 1 ? ok(null) : fail('lease-lost');
}

export function releaseLease(
  session: Session,
  lease: LeaseHold,
  moment: Moment,
  untried: boolean,
): Result<null, Failure<'lease-lost'>> {
  const { id, token } = lease;
  return held(session.statements.release.run({ id, token, ...moment, untried: untried ? 1 : 0 }).changes);
}

export function parkLease(
  session: Session,
  lease: LeaseHold,
  reason: string,
  place: AuditPlace,
): Result<null, Failure<'lease-lost'>> {
  const { id, token } = lease;
  const parked = held(session.statements.park.run({ id, token, reason }).changes);
  if (parked.ok)
    session.audit.append(
      { event: 'submission.parked', actor: 'system', detail: { id, code: reason } },
      place,
    );
  return parked;
}

/** The receipt has been verified by the caller. Its outcome, when there is one already, is stored in the same commit. */
export function acknowledgeLease(
  session: Session,
  lease: LeaseHold,
  receipt: string,
  receivedAt: string,
  outcome: Outcome | null,
  place: AuditPlace,
): Result<null, Failure<'lease-lost'>> {
  const { id, token } = lease;
  const received = held(session.statements.acknowledge.run({ id, token, receipt, receivedAt }).changes);
  if (!received.ok) return received;
  const detail = { id, ...(outcome === null ? {} : { state: outcome.state }) };
  session.audit.append({ event: 'submission.received', actor: 'system', detail }, place);
  if (outcome !== null) settleReceived(session, id, outcome);
  return received;
}

export function settleReceived(
  session: Session,
  id: string,
  outcome: Outcome,
): Result<null, Failure<'not-received'>> {
  const code = outcome.state === 'rejected' ? outcome.code : null;
  const { changes } = session.statements.settle.run({ id, state: outcome.state, outcome: code });
  return changes === 1 ? ok(null) : fail('not-received');
}
