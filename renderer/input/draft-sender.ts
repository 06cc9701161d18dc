/** The longest that main's copy lags behind what is on the page (DESIGN.md, *renderer*). Milliseconds. */
export const DRAFT_DELAY_MILLISECONDS = 250;

/** Hands over a draft; the answer says whether main took it. */
export type SendDraft = (value: string) => Promise<{ readonly accepted: boolean }>;

/**
 * Follows a field that is being typed in and sends its text within 250 ms, at most once in that time, and never
 * while an input method composes: half a composed character is not text yet.
 */
export class DraftSender {
  #unsent: string | null = null;
  #timer: number | null = null;
  #composing = false;
  readonly #send: SendDraft;

  constructor(send: SendDraft) {
    this.#send = send;
  }

  /** The text has changed to `value`. */
  changed(value: string): void {
    this.#unsent = value;
    this.#schedule();
  }

  /** An input method starts (`true`) or ends (`false`) composing. */
  composing(now: boolean): void {
    this.#composing = now;
    if (now) this.#stopTimer();
    else this.#schedule();
  }

  /** Sends now what has not been sent; a draft that main refuses (an overlay was open) is kept for the next time. */
  flush(): void {
    this.#stopTimer();
    const value = this.#unsent;
    if (value === null || this.#composing) return;
    this.#unsent = null;
    void this.#send(value).then(({ accepted }) => {
      if (!accepted && this.#unsent === null) this.#unsent = value;
    });
  }

  /** Forgets what has not been sent: an answer carries it, or the page is gone. */
  discard(): void {
    this.#stopTimer();
    this.#unsent = null;
  }

  #schedule(): void {
    if (this.#composing || this.#unsent === null || this.#timer !== null) return;
    this.#timer = window.setTimeout(() => this.flush(), DRAFT_DELAY_MILLISECONDS);
  }

  #stopTimer(): void {
    if (this.#timer !== null) window.clearTimeout(this.#timer);
    this.#timer = null;
  }
}
