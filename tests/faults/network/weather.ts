/** What the network does to every connection that is made while it lasts. */
export interface Weather {
  /** Each way, in milliseconds. */
  readonly latency: number;
  /** Up to so many milliseconds more, different for each piece. */
  readonly jitter: number;
  /** Bytes per second each way; null: as many as there are. */
  readonly bandwidth: number | null;
  /** Nothing comes through in this direction, and nobody is told. */
  readonly blackHole: 'none' | 'requests' | 'replies';
  /** Pieces of at most so many bytes; null: as they come. */
  readonly slice: number | null;
  /** The connection is reset once so many bytes of replies went through it; null: never. */
  readonly replyLimit: number | null;
  /** As `replyLimit`, for what the terminal sends. */
  readonly requestLimit: number | null;
  /** How likely a piece is lost on the way: it arrives late by `RETRANSMISSION_MS`, and what follows it, too. */
  readonly loss: number;
  /** How likely a new connection is reset at once. */
  readonly refuse: number;
  /** A closed connection stays open to the other side for so many milliseconds. */
  readonly slowClose: number;
}

export const CALM: Weather = {
  latency: 0,
  jitter: 0,
  bandwidth: null,
  blackHole: 'none',
  slice: null,
  replyLimit: null,
  requestLimit: null,
  loss: 0,
  refuse: 0,
  slowClose: 0,
};

/** A TCP sender waits at least so long before it sends again (Linux: TCP_RTO_MIN). */
export const RETRANSMISSION_MS = 200;
