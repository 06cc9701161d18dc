/**
 * Sizes and ages that facts/domain.md §3a names or leaves open, apart from the rules that use them. Our own choices are
 * marked; none is a promise of the platform.
 */
export const REMITTANCE_LIMITS = {
  /** [S*] *age at least 16*. */
  leastAge: 16,
  /** Ours: only nonsense is longer; a sample passport number has 10 characters, so 9 is no limit (§1.3). */
  passportCharacters: 30,
  /** Ours: whole dollars of one amount. */
  amountDigits: 10,
  /** Ours: a row of 47 full cells has fewer than 2,000; more is a file without line ends. */
  rowCharacters: 20_000,
  /** Ours: dates before or after are slips of the finger. */
  earliestYear: 1900,
  latestYear: 2199,
  /** Ours, as elsewhere: a Hong Kong number has 8 digits; the longest international one 15. */
  mobileDigitsHongKong: 8,
  mobileDigitsLeast: 5,
  mobileDigitsMost: 15,
  hongKongCountryCode: '852',
} as const;

/** What the terminal reads of a file at its counter: as much as travels beside a submission (wire/attachment.ts). Ours. */
export const REMITTANCE_FILE_LIMITS = { megabytes: 20, rows: 100_000 } as const;
