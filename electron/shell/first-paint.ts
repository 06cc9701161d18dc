/** Devices do not wait longer than this for a page that may be failing, in milliseconds. */
const PATIENCE = 3_000;

export interface FirstPaint {
  /** Settles when the first page was painted, or when waiting for it has no more sense. */
  readonly happened: Promise<void>;
  note(): void;
}

export function createFirstPaint(): FirstPaint {
  let note = (): void => undefined;
  const happened = new Promise<void>((resolve) => {
    note = resolve;
    setTimeout(resolve, PATIENCE);
  });
  return { happened, note: () => note() };
}
