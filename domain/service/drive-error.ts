const DRIVE_ERRORS = {
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
} as const;

/** What an error of the file system says of the USB drive that was read or written. */
export type DriveError = (typeof DRIVE_ERRORS)[keyof typeof DRIVE_ERRORS] | 'drive-fault';

const BY_CODE: Readonly<Record<string, DriveError>> = DRIVE_ERRORS;

/**
 * @param code as the system names it (errno(3)); a drive that is pulled out answers `EIO` first, which says only that
 *   it is there and answers with errors: whether it still is has to be asked afterwards
 */
export function driveErrorOf(code: string): DriveError {
  return BY_CODE[code] ?? 'drive-fault';
}
