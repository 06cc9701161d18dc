import { type DriveError, driveErrorOf } from '../../domain/service/drive-error.ts';
import { isFileFault } from '../keys/private-file.ts';

/**
 * What a drive can do to us. `drive-gone`: it is not there (any more), or another one is; `drive-full`;
 * `drive-read-only`: it may not be written; `drive-differs`: what was read back is not what was written; `drive-fault`:
 * it is there and answers with errors.
 */
export type DriveFault = DriveError | 'drive-differs';

/** The fault that an exception of the file system means. @throws the error itself when it is a bug of ours */
export function driveFaultOf(error: unknown): DriveFault {
  if (!isFileFault(error)) throw error;
  return driveErrorOf(String(error.code));
}
