/** What a terminal said about one submission, to whoever asked it. */
export interface ToldSubmission {
  readonly id: string;
  readonly reference: string;
  readonly digest: string;
  readonly lane: number;
  readonly sequence: number;
  /** The screen would have said *received*: a receipt was verified. */
  readonly received: boolean;
}

/** One row of the gateway, in the order in which the rows came. */
export interface ArrivedSubmission {
  readonly id: string;
  readonly reference: string;
  readonly digest: string;
  /** SHA-256 of the sealed bytes that the gateway holds. */
  readonly bytes: string;
  readonly lane: number;
  readonly sequence: number;
}

/** What one terminal still holds. */
export interface HeldSubmission {
  readonly id: string;
  readonly digest: string;
}
