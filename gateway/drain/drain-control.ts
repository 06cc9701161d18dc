import type { DrainAdvice } from '../../domain/wire/contract.ts';
import { MOST_IN_BATCH } from '../../domain/wire/batch.ts';

export interface DrainRates {
  readonly submissionsPerSecond: number;
  /** Probes of terminals that have something which are told "now" in a second, however little each has. */
  readonly probesPerSecond: number;
}

/** About what one gateway on two cores takes from many terminals at once (README, *Load*). */
export const USUAL_RATES: DrainRates = { submissionsPerSecond: 2000, probesPerSecond: 500 };

/**
 * Who may send when, so that a fleet that comes back at once does not arrive at once (facts/queue.md §2.5, case 15).
 * Turns stand in one line in time; each takes as long as what it brings is worth at the rate that is set. A terminal
 * keeps its turn: asking again early is answered with what is left of the wait, so that no second wave forms.
 */
export interface DrainControl {
  /**
   * The terminal asks whether the gateway is there.
   * @param pending how many submissions it has; null: it does not say. Then one that was away is taken to have some.
   */
  probed(terminalId: string, pending: number | null): DrainAdvice;
  /**
   * The terminal brings submissions.
   * @returns null to let them in; otherwise the milliseconds until its turn
   */
  admit(terminalId: string, submissions: number): number | null;
  /** Submissions of the terminal were answered; how it goes on if it has more. */
  served(terminalId: string, submissions: number): DrainAdvice;
  /** One came by itself, outside the line: it is let in and counted. */
  cameAlone(terminalId: string): void;
}

interface Turn {
  readonly at: number;
  readonly cost: number;
}

/** A turn that nobody came for is given up after this. */
const KEPT_MS = 60_000;
/** Earlier than its turn by so much is let in: clocks and networks are not exact. */
const EARLY_MS = 1000;
/** Without a turn a terminal may come while the line is shorter than this. */
const SHORT_LINE_MS = 1000;
/** A line as long as a few batches is no crowd: whoever is being served goes on. */
const CROWD_MS = 200;
/** A terminal that was here within this time is not one that comes back. */
const AWAY_MS = 120_000;
const LONGEST_ADVICE_MS = 3_600_000;

/** @param clock milliseconds that only ever grow */
export function createDrainControl(rates: DrainRates, clock: () => number): DrainControl {
  const turns = new Map<string, Turn>();
  const lastSeen = new Map<string, number>();
  /** When everything promised so far has been served. */
  let lineEnds = -Infinity;

  /** A tenth of a second's worth, so that a slow gateway is not handed its second in one piece. */
  const batch = Math.min(MOST_IN_BATCH, Math.max(1, Math.floor(rates.submissionsPerSecond / 10)));
  /** The last turn of a second may reach into the next one: the limit holds for any second, wherever it begins. */
  const submissionsPerSecond = Math.max(rates.submissionsPerSecond - batch, 1);

  /** Milliseconds of the line. */
  function costOf(submissions: number): number {
    return Math.max(submissions / submissionsPerSecond, 1 / rates.probesPerSecond) * 1000;
  }

  function advice(wait: number): DrainAdvice {
    return { afterMs: Math.min(Math.ceil(Math.max(0, wait)), LONGEST_ADVICE_MS), batch };
  }

  function standInLine(terminalId: string, submissions: number, now: number): Turn {
    const turn = { at: Math.max(now, lineEnds), cost: costOf(submissions) };
    lineEnds = turn.at + turn.cost;
    turns.set(terminalId, turn);
    return turn;
  }

  function turnOf(terminalId: string, now: number): Turn | null {
    const turn = turns.get(terminalId);
    if (turn === undefined) return null;
    if (now <= turn.at + KEPT_MS) return turn;
    turns.delete(terminalId);
    return null;
  }

  /** @returns whether it was away, or never here */
  function seen(terminalId: string, now: number): boolean {
    const before = lastSeen.get(terminalId);
    lastSeen.set(terminalId, now);
    return before === undefined || now - before > AWAY_MS;
  }

  return {
    probed: (terminalId, pending) => {
      const now = clock();
      const wasAway = seen(terminalId, now);
      const waiting = turnOf(terminalId, now);
      if (waiting !== null) return advice(waiting.at - now);
      const comes = pending === null ? wasAway : pending > 0;
      if (!comes) return advice(0);
      return advice(standInLine(terminalId, Math.min(pending ?? batch, batch), now).at - now);
    },
    admit: (terminalId, submissions) => {
      const now = clock();
      seen(terminalId, now);
      const turn = turnOf(terminalId, now);
      if (turn === null) {
        if (lineEnds - now > SHORT_LINE_MS) return standInLine(terminalId, submissions, now).at - now;
        lineEnds = Math.max(now, lineEnds) + costOf(submissions);
        return null;
      }
      if (turn.at - now > EARLY_MS) return turn.at - now;
      turns.delete(terminalId);
      // It brings more than it was given time for; what it brings less is nobody's gain: later turns are told already.
      lineEnds = Math.max(now, lineEnds + Math.max(0, costOf(submissions) - turn.cost));
      return null;
    },
    served: (terminalId, submissions) => {
      const now = clock();
      // Without a line it goes on as it likes; otherwise it stands at the end again.
      if (lineEnds - now < CROWD_MS) return advice(0);
      return advice(standInLine(terminalId, submissions, now).at - now);
    },
    cameAlone: (terminalId) => {
      const now = clock();
      seen(terminalId, now);
      lineEnds = Math.max(now, lineEnds) + costOf(1);
    },
  };
}
