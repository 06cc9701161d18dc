/** What was kept while the network was gone arrives within this. */
const ARRIVED_WITHIN_MS = 30 * 24 * 60 * 60 * 1000;
/** A terminal whose clock is further off than this does not trust it itself (DESIGN.md, *Trust*). */
const CLOCKS_APART_MS = 5 * 60 * 1000;

/** Until when a word of the gateway counts that was given for one visit at one terminal: ISO instants. */
export interface VisitWindow {
  /** The member has declared by then, on the terminal's clock. */
  readonly capturedBy: string;
  /** It has reached the gateway by then. */
  readonly arrivedBy: string;
}

/** @param capturedWithin milliseconds from `at` until the member has declared */
export function visitWindow(at: Date, capturedWithin: number): VisitWindow {
  const after = (milliseconds: number): string => new Date(at.getTime() + milliseconds).toISOString();
  return { capturedBy: after(capturedWithin), arrivedBy: after(ARRIVED_WITHIN_MS) };
}

/**
 * Whether a submission belongs to the visit for which the word was given at `from`.
 * @param use ISO instants: `capturedAt` as the terminal sealed it in, `at` of now
 */
export function isWithin(
  { capturedBy, arrivedBy, from }: VisitWindow & { readonly from: string },
  use: { readonly capturedAt: string; readonly at: string },
): boolean {
  const captured = Date.parse(use.capturedAt);
  return (
    captured >= Date.parse(from) - CLOCKS_APART_MS &&
    captured <= Date.parse(capturedBy) &&
    use.at <= arrivedBy
  );
}
