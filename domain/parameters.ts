/**
 * Limits and dates that the platform may set otherwise, in one place and apart from the rules that use them: they
 * become part of the signed reference data, so that a change needs no release (DESIGN.md, *domain/*). None is a
 * promise made to members.
 */
export const PARAMETERS = {
  /**
   * Calendar days after which a member without notice is asked to call. Our own choice: the platform publishes no
   * time for a registration left at a terminal.
   */
  noticeAfterDays: 5,
  /**
   * First digits of Hong Kong mobile numbers. From general knowledge of the numbering plan, not from a platform rule
   * (facts/domain.md §3e: field rules were not found).
   */
  mobileFirstDigits: ['4', '5', '6', '7', '8', '9'],
  mobileDigits: 8,
  mobileCountryCode: '852',
  /** Members of MPF schemes are 18 to 64 when they join (facts/domain.md §3a); only asked of a typed birth date. */
  leastAge: 18,
  /** A birth date further back is taken for a slip of the finger. */
  greatestAge: 130,
  surnameCharacters: 80,
  givenNamesCharacters: 120,
  emailCharacters: 254,
  addressLines: 3,
  addressLineCharacters: 80,
  /** Letters and digits over all lines; the shortest real Chinese addresses have a place, a street and a number. */
  addressLeastCharacters: 5,
} as const;
