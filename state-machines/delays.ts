/**
 * Every wait of the terminal, in milliseconds. One table, so that a test, the demo and a person reading it see the
 * same figures; a profile or a test replaces single entries through `createTerminal({delays})`.
 */
export interface Delays {
  /**
   * No touch for this long during a visit brings the idle warning (facts/kiosk-ux.md §3.2: 60 to 90 s; shorter was
   * found "very aggressive" in the field).
   */
  readonly idleAfter: number;
  /** How long the warning asks "still there?" before the wipe. WCAG 2.2 SC 2.2.1 wants at least 20 s. */
  readonly idleWarning: number;
  /** Language, size or contrast changed on the attract page without a visit go back after this. */
  readonly attractSettings: number;
  /**
   * Online, how long *submitting* waits for the platform's receipt before it shows what is true already: kept here.
   * Long enough for a good line, short of the 10 s after which people give up.
   */
  readonly receiptWait: number;
  /**
   * On the receipt of a remittance that was left online: how long the payment slip waits for the platform's bill number,
   * and how long it pauses between asking. The rows are checked within a second or two; afterwards the slip says how to
   * get the number.
   */
  readonly billWait: number;
  readonly billAsk: number;
  /** The store has to answer within this; afterwards the page says *not saved* and the same id is tried again. */
  readonly submitOverdue: number;
  /** What was asked of the platform has to be answered within this; afterwards the page says that it does not answer. */
  readonly enquiryOverdue: number;
  /** How often the platform is asked how a sign-in with iAM Smart stands, while its code is on the screen. */
  readonly iamSmartAsk: number;
  /**
   * The member looks at the phone and not at this screen: idle waits this long there. Longer than a code lasts
   * (domain/identity/proof/iam-smart.ts), so that the code runs out first and the page says so.
   */
  readonly iamSmartIdle: number;
  /** A message has to be on its way within this, else the member types the number twice as without a network. */
  readonly mobileCodeOverdue: number;
  /** How often it is looked how a queue ticket stands, while it is on the screen. */
  readonly ticketLook: number;
  /** The receipt clears itself after this without a touch (facts/kiosk-ux.md §3.2: at most 30 s). */
  readonly receiptCloses: number;
  /** How long the last page says how the visit ended before the attract page comes back. */
  readonly endedCloses: number;
  /** A card lies on the reader and nothing came: the read has failed, whatever the device still does. */
  readonly readTimeout: number;
  /** After "ask staff": an answer is owed when nobody came within three minutes (facts/wording.md). */
  readonly helpNobodyCame: number;
  /** Somebody with a badge said that they are busy: after this it counts as nobody having come. */
  readonly helpSnoozed: number;
  /** While help is called the idle wipe waits this long, counted from the last touch. */
  readonly helpWait: number;
  /** A badge was scanned and nobody typed the PIN: the page goes back to where it was. */
  readonly staffPinWait: number;
  /** The staff list has to answer within this, else the PIN page says that it is not available. */
  readonly staffVerifyOverdue: number;
  /** How often it is asked whether whoever of the staff holds the session is still on the list. */
  readonly staffStanding: number;
  /** Staff hold the session and touch nothing: the page is covered until badge and PIN are given again. */
  readonly staffIdleLock: number;
  /** A page covered that way is ended and wiped after this. */
  readonly staffLockedParks: number;
  /** A resume slip stays on the screen for this long after the last touch: time to photograph it or to copy 32 characters. */
  readonly slipCloses: number;
  /** What is put aside has to be kept within this; afterwards the page says that it could not be, and all is still there. */
  readonly parkOverdue: number;
  /**
   * A printer has to take a paper within this; afterwards the page says that it did not answer. Shorter than a receipt
   * stands without a touch, so that the page has time to say it.
   */
  readonly printOverdue: number;
  /** Staff went away and what was begun was put aside: the covered slip waits so long for somebody with a badge. */
  readonly staffLockedSlip: number;
  /** What staff ask of the machine itself has to answer within this; a platform far away takes its time. */
  readonly operationOverdue: number;
  /** A drive that is being left, or read, has to answer within this; afterwards the page says that it does not. */
  readonly transferOverdue: number;
  /** A van's operator touched nothing between two people: the shift is locked until badge and PIN are given again. */
  readonly shiftLock: number;
  /** A shift is signed in anew after this, whatever is done: somebody deactivated meanwhile stops then at the latest. */
  readonly shiftLongest: number;
  /** At a counter, whoever holds the page: longer than at a kiosk, since staff are beside the member. */
  readonly counterIdleLock: number;
  /** How often a counter asks how many wait. */
  readonly ticketsAsk: number;
  /** Somebody at another machine said that they are on the way: after this it counts as nobody having come. */
  readonly helpGoing: number;
  /** How often a call is told while it stands; well below what the platform keeps it for (wire/staff-calls.ts). */
  readonly callBeat: number;
  /** How often staff's window of a station asks for calls of its place. */
  readonly callsAsk: number;
  /** Calls stand on that window for so long after the platform was last heard: no longer than it would keep them. */
  readonly callsStand: number;
  /** What is told or asked about a call has to be answered within this, else it goes on without. */
  readonly callOverdue: number;
  /** The queue of tickets has to answer within this; afterwards the counter goes on without it. */
  readonly ticketOverdue: number;
  /** The day's book has to answer within this, else the page says that it could not be read or written. */
  readonly workDayOverdue: number;
  /** At least this long between two looks at a station's cases while its list is shown. */
  readonly casesRefresh: number;
  /** A visit that the session does not begin within this does not begin: the page for the next person comes back. */
  readonly serveOverdue: number;
  /** Who listens touches nothing: while a page is read aloud, somebody counts as there this often. */
  readonly listening: number;
  /** The longest that a page is read aloud; whoever went away meanwhile is noticed after it. */
  readonly speechLongest: number;
  /** A recorded notice has to be through so long after its own length, else the page says that it could not be played. */
  readonly soundOverdue: number;
  /** Out of service: the self-test runs again after this. */
  readonly selfTestRetry: number;
  /** A self-test that does not answer counts as failed. */
  readonly selfTestOverdue: number;
  /** A terminal left in practice goes back to work by itself. */
  readonly practiceEnds: number;
}

const SECOND = 1_000;

export const DEFAULT_DELAYS: Delays = {
  idleAfter: 75 * SECOND,
  idleWarning: 30 * SECOND,
  attractSettings: 60 * SECOND,
  receiptWait: 4 * SECOND,
  billWait: 12 * SECOND,
  billAsk: 1 * SECOND,
  submitOverdue: 20 * SECOND,
  enquiryOverdue: 20 * SECOND,
  iamSmartAsk: 2 * SECOND,
  iamSmartIdle: 150 * SECOND,
  mobileCodeOverdue: 8 * SECOND,
  ticketLook: 10 * SECOND,
  receiptCloses: 30 * SECOND,
  endedCloses: 8 * SECOND,
  readTimeout: 15 * SECOND,
  helpNobodyCame: 180 * SECOND,
  helpSnoozed: 300 * SECOND,
  helpWait: 600 * SECOND,
  staffPinWait: 45 * SECOND,
  staffVerifyOverdue: 10 * SECOND,
  staffStanding: 5 * SECOND,
  staffIdleLock: 60 * SECOND,
  staffLockedParks: 120 * SECOND,
  slipCloses: 180 * SECOND,
  parkOverdue: 20 * SECOND,
  printOverdue: 25 * SECOND,
  staffLockedSlip: 1_800 * SECOND,
  operationOverdue: 45 * SECOND,
  transferOverdue: 60 * SECOND,
  shiftLock: 300 * SECOND,
  shiftLongest: 14_400 * SECOND,
  counterIdleLock: 180 * SECOND,
  ticketsAsk: 15 * SECOND,
  helpGoing: 180 * SECOND,
  callBeat: 10 * SECOND,
  callsAsk: 5 * SECOND,
  callsStand: 45 * SECOND,
  callOverdue: 20 * SECOND,
  ticketOverdue: 8 * SECOND,
  workDayOverdue: 15 * SECOND,
  casesRefresh: SECOND,
  serveOverdue: 5 * SECOND,
  listening: 15 * SECOND,
  speechLongest: 150 * SECOND,
  soundOverdue: 10 * SECOND,
  selfTestRetry: 30 * SECOND,
  selfTestOverdue: 60 * SECOND,
  practiceEnds: 3_600 * SECOND,
};
