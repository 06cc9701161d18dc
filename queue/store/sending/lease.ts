import type { Envelope, Outcome } from '../../../domain/wire/contract.ts';

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
  /** Bytes of the request's body (sealed bytes as base64url, and the envelope); one is leased in any case. */
  readonly mostBytes?: number;
}

export interface Acknowledgement {
  readonly lease: LeaseHold;
  /** Compact JWS that the caller has verified. */
  readonly receipt: string;
  readonly receivedAt: string;
  readonly outcome?: Outcome | null;
}

export interface Release {
  readonly lease: LeaseHold;
  /** Milliseconds of uptime before it may be claimed again. A restart resets the wait. */
  readonly retryAfter: number;
  /** The lease was given back without an attempt; it is not counted. */
  readonly untried?: boolean;
}

/** What became of one of many. */
export type Settled = 'ok' | 'lease-lost';
