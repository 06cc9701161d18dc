import { isFileFault } from '../keys/private-file.ts';

/**
 * What a drive can do to us. `drive-gone`: it is not there (any more), or another one is; `drive-full`;
 * `drive-read-only`: it may not be written; `drive-differs`: what was read back is not what was written; `drive-fault`:
 * it is there and answers with errors.
 */
export type DriveFault = 'drive-gone' | 'drive-full' | 'drive-read-only' | 'drive-differs' | 'drive-fault';

const BY_ERROR: Readonly<Record<string, DriveFault>> = {
  ENOSPC: 'drive-full',
  EDQUOT: 'drive-full',
  EROFS: 'drive-read-only',
  EACCES: 'drive-read-only',
  EPERM: 'drive-read-only',
  ENOENT: 'drive-gone',
  ENOTDIR: 'drive-gone',
  ENODEV: 'drive-gone',
  ENXIO: 'drive-gone',
  ENOTCONN: 'drive-gone',
  ESTALE: 'drive-gone',
  ESHUTDOWN: 'drive-gone',
};

/** The fault that an exception of the file system means. @throws the error itself when it is a bug of ours */
export function driveFaultOf(error: unknown): DriveFault {
  if (!isFileFault(error)) throw error;
  // A drive that is pulled out answers EIO first; whether it is still there is asked afterwards.
  return BY_ERROR[String(error.code)] ?? 'drive-fault';
}
