/** When a submission that nothing speaks against is processed: as it arrives, or so many milliseconds later. */
export type Processing = 'at-once' | { readonly afterMs: number };

/** The instant at which what arrived (or was completed by its last file) now is processed; null: at once. */
export function processAt(processing: Processing, now: Date): string | null {
  return processing === 'at-once' ? null : new Date(now.getTime() + processing.afterMs).toISOString();
}
