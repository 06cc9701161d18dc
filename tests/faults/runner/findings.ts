/** What must be nought at the end of every run. */
const FAULTS = ['lost', 'duplicated', 'reordered', 'corrupt', 'falseConfirmations'] as const;
type Fault = (typeof FAULTS)[number];

/** What one round came to. */
export interface Findings {
  /** Things that somebody was told: kept, received, taken in. */
  readonly confirmed: number;
  readonly faults: Readonly<Record<Fault, number>>;
  /** In words, for whoever replays the round: every fault, and every figure of the case that was missed. */
  readonly complaints: readonly string[];
}

/** Findings while they are being made. */
export interface FindingsBook extends Findings {
  confirm(count?: number): void;
  /** One more fault of this kind. */
  fault(fault: Fault, what: string): void;
  /** The case's own pass figure was not met. */
  miss(what: string): void;
  /** `miss` unless the condition holds. */
  expect(condition: boolean, what: string): void;
}

export function openFindings(): FindingsBook {
  let confirmed = 0;
  const faults = noFaults();
  const complaints: string[] = [];
  function miss(what: string): void {
    complaints.push(what);
  }
  return {
    get confirmed() {
      return confirmed;
    },
    faults,
    complaints,
    confirm(count = 1) {
      confirmed += count;
    },
    fault(fault, what) {
      faults[fault] += 1;
      complaints.push(`${fault}: ${what}`);
    },
    miss,
    expect(condition, what) {
      if (!condition) miss(what);
    },
  };
}

/** The sum of many rounds. */
export interface Sum {
  confirmed: number;
  readonly faults: Record<Fault, number>;
  failedRounds: number;
}

export function openSum(): Sum {
  return { confirmed: 0, faults: noFaults(), failedRounds: 0 };
}

export function addTo(sum: Sum, findings: Findings): void {
  sum.confirmed += findings.confirmed;
  for (const fault of FAULTS) sum.faults[fault] += findings.faults[fault];
  if (findings.complaints.length > 0) sum.failedRounds += 1;
}

function noFaults(): Record<Fault, number> {
  return { lost: 0, duplicated: 0, reordered: 0, corrupt: 0, falseConfirmations: 0 };
}
