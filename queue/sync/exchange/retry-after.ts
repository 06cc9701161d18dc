/**
 * Reads a Retry-After header (RFC 9110 §10.2.3): seconds, or an HTTP date.
 * @param serverDate the answer's own Date header: the difference of the two is right whatever our clock says
 * @returns milliseconds to wait, at most `cap`; null when there is none or it cannot be read
 */
export function retryAfter(
  header: string | undefined,
  serverDate: string | undefined,
  wall: () => number,
  cap: number,
): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  if (/^\d{1,12}$/.test(text)) return Math.min(Number(text) * 1_000, cap);
  // A four-digit number alone is a year to Date.parse; an HTTP date names its day.
  if (!/^[A-Za-z]{3},? /.test(text)) return null;
  const until = Date.parse(text);
  if (Number.isNaN(until)) return null;
  const stated = serverDate === undefined ? Number.NaN : Date.parse(serverDate);
  const from = Number.isNaN(stated) ? wall() : stated;
  return Math.min(Math.max(0, until - from), cap);
}
