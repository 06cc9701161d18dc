/**
 * Every wait of the queue's worker and its sync agent, in milliseconds. Tests and unpackaged builds may override single
 * entries; nothing else in these folders names a time.
 */
export const DELAYS = {
  /** A whole exchange with the gateway, from connecting to the last byte. A slow 64 kB/s link sends 64 kB in 8 s. */
  exchange: 30_000,
  /** The same on a link that was found to be slower than that. */
  slowestExchange: 120_000,
  /** A connection nobody uses is closed: routers on the way forget it without a word, and the next request would hang. */
  idleConnection: 15_000,
  /** A batch or a burst of chunks should take this long on top of the link's round trip: quicker ones grow … */
  shortExchange: 2_000,
  /** … and longer ones shrink. */
  longExchange: 4_000,
  /** Longest pause between probes while there is no network: the first probe falls within 2 s of its return. */
  offlineProbe: 2_000,
  /** Longest pause between probes when all is well; the time at which newer keys and outcomes are noticed. */
  idleProbe: 60_000,
  /** First step of the back-off of one submission, and of the whole agent while the platform is in trouble. */
  retryBase: 1_000,
  /** Greatest step of that back-off. */
  retryCap: 300_000,
  /** Greatest step for a submission whose connection broke; short, since the network may be back at once. */
  brokenCap: 5_000,
  /** Greatest step while something else than the platform answers (a captive portal). */
  portalCap: 15_000,
  /** The platform is still working on the same submission and says nothing about how long. */
  inProgress: 2_000,
  /** The most that a Retry-After can make us wait; a wrong date must not stop a terminal for a year. */
  retryAfterCap: 3_600_000,
  /** Between two confirmations of the policy, by the budget clock. */
  policyRenewal: 6 * 3_600_000,
  /** Between two renewals of the staff list's lease. */
  staffListRenewal: 3_600_000,
  /** Longest pause before new audit entries are sent. */
  auditUpload: 300_000,
  /** Between two looks whether a day of usability figures is over and to be told. */
  usabilityLook: 900_000,
  /** Between two writings of the time mark. */
  timeMark: 60_000,
  /** Between two looks at the freeze rules, and at what waits for its day, while nothing happens. */
  freezeLook: 60_000,
  /** At least this long between two STATUS events while a drain goes on. */
  statusLeast: 1_000,
  /** Between two looks whether it is night and maintenance is due. */
  maintenanceLook: 60_000,
  /** Maintenance is done after so much uptime even if the clock never says that it is night. */
  maintenanceAfter: 86_400_000,
  /** How long somebody at the screen waits for what was parked to reach the platform; it is tried again later. */
  draftUpload: 4_000,
  /** Between two words to the gateway that what was taken up is still being worked on here; a third of a hold. */
  holdRenewal: 300_000,
  /** At least this long between two lane keys; changed only while nothing is pending. */
  laneKey: 3_600_000,
} as const;

export type Delays = Readonly<Record<keyof typeof DELAYS, number>>;

export function delaysWith(overrides: Partial<Delays> = {}): Delays {
  return { ...DELAYS, ...overrides };
}

/**
 * Full jitter (AWS Architecture Blog, *Exponential Backoff and Jitter*): anything from nothing to base × 2^(attempt-1),
 * capped, so that terminals that failed together do not come back together.
 * @param attempt from 1
 * @param random 0 ≤ random() < 1
 */
export function fullJitter(attempt: number, base: number, cap: number, random: () => number): number {
  const ceiling = Math.min(cap, base * 2 ** Math.min(Math.max(attempt, 1) - 1, 30));
  return Math.floor(random() * ceiling);
}

/** A wait the platform asked for: never shorter, and up to a tenth longer, since it asks many for the same. */
export function asAsked(milliseconds: number, random: () => number): number {
  return Math.ceil(milliseconds * (1 + random() / 10));
}

/** Up to a tenth shorter, so that terminals that were started together do not stay together. */
export function scattered(milliseconds: number, random: () => number): number {
  return Math.floor(milliseconds * (0.9 + random() / 10));
}
