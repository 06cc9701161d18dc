/** Waits around drives, in milliseconds. */
export interface DriveDelays {
  /** Between two looks at the drives while the page is open: a mount tells nobody in Node. */
  readonly look: number;
  /** At most so often a page hears how far reading has come. */
  readonly progress: number;
  /** The list of problems has to be on the drive within this; afterwards the page says that the drive does not take it. */
  readonly saveOverdue: number;
}

export const DRIVE_DELAYS: DriveDelays = { look: 700, progress: 150, saveOverdue: 15_000 };
