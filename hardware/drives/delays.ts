/** Waits around drives, in milliseconds. */
export interface DriveDelays {
  /** Between two looks at the drives while the page is open: a mount tells nobody in Node. */
  readonly look: number;
  /** At most so often a page hears how far reading has come. */
  readonly progress: number;
  /** A thread that was asked to stop and does not, since the drive does not answer, is ended after this. */
  readonly saveOverdue: number;
}

export const DRIVE_DELAYS: DriveDelays = { look: 700, progress: 150, saveOverdue: 15_000 };
