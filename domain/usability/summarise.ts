import { type UsabilityCell, WHOLE_VISIT } from './cell.ts';
import {
  type Face,
  FACES,
  TIME_CLASSES,
  type TimeClass,
  type UsabilityFlow,
  type VisitOutcome,
} from './codes.ts';
import { placeOnWay, wordsOfStep } from './way.ts';

/** A page of a flow; counts of visits for `reached` and `left`, of events otherwise. */
export interface StepFigures {
  readonly step: string;
  /** Prefix of the messages of a page that an instruction asks; null: it has a name of its own. */
  readonly words: string | null;
  readonly reached: number;
  readonly left: number;
  readonly back: number;
  readonly help: number;
  readonly errors: number;
  /** Seconds within which half of the stays ended; null beyond the last class or without a stay. */
  readonly half: number | null;
  /** Seconds within which nine of ten stays ended; null beyond the last class or without a stay. */
  readonly mostly: number | null;
  /** There was a stay. */
  readonly timed: boolean;
}

export interface FlowFigures {
  readonly flow: UsabilityFlow;
  readonly begun: number;
  /** Submitted, prepared, parked or answered: they got what they came for or a way to it. */
  readonly done: number;
  /** Left or gone. */
  readonly left: number;
  readonly faces: Readonly<Record<Face, number>>;
  /** The most visited first; those that as many reached, in the order of the way. */
  readonly steps: readonly StepFigures[];
}

interface ErrorFigures {
  readonly flow: UsabilityFlow;
  readonly step: string;
  /** As in `StepFigures`. */
  readonly words: string | null;
  readonly code: string;
  readonly count: number;
}

interface GroupFigures {
  readonly by: 'locale' | 'textSize' | 'profile' | 'assist';
  readonly value: string;
  readonly begun: number;
  readonly done: number;
  readonly left: number;
}

export interface UsabilitySummary {
  /** First and last day counted; null when nothing was. */
  readonly days: { readonly from: string; readonly to: string } | null;
  readonly begun: number;
  /** The most visited first; whoever chose nothing is last. */
  readonly flows: readonly FlowFigures[];
  readonly slowest: readonly (StepFigures & { readonly flow: UsabilityFlow })[];
  readonly errors: readonly ErrorFigures[];
  readonly groups: readonly GroupFigures[];
}

const DONE: readonly VisitOutcome[] = ['submitted', 'prepared', 'parked', 'enquired', 'checked', 'ticketed'];
const LEFT: readonly VisitOutcome[] = ['abandoned', 'idle'];
/** Lines of each list: as many as somebody reads. */
const MOST = 8;

type Counts = ReadonlyMap<string, number>;

/** What the expert panel reads, of cells of one mode. */
export function summariseUsability(all: readonly UsabilityCell[]): UsabilitySummary {
  const days = all.map(({ day }) => day).sort();
  const [from, to] = [days[0], days.at(-1)];
  const flows = [...grouped(all, ({ flow }) => flow)]
    .map(([flow, cells]) => flowFigures(flow, cells))
    .sort((a, b) => last(a) - last(b) || b.begun - a.begun || a.flow.localeCompare(b.flow));
  const steps = flows.flatMap(({ flow, steps: ofFlow }) => ofFlow.map((step) => ({ flow, ...step })));
  return {
    days: from === undefined || to === undefined ? null : { from, to },
    begun: sum(flows.map(({ begun }) => begun)),
    flows,
    slowest: steps
      .filter(({ timed }) => timed)
      .sort((a, b) => (b.mostly ?? Infinity) - (a.mostly ?? Infinity) || b.reached - a.reached)
      .slice(0, MOST),
    errors: errorFigures(all).slice(0, MOST),
    groups: [
      ...groupsOf(all, 'locale'),
      ...groupsOf(all, 'textSize'),
      ...groupsOf(all, 'profile'),
      ...groupsOf(all, 'assist'),
    ],
  };
}

function last({ flow }: FlowFigures): 0 | 1 {
  return flow === 'none' ? 1 : 0;
}

function flowFigures(flow: UsabilityFlow, cells: readonly UsabilityCell[]): FlowFigures {
  const counts = countsOf(cells.filter(({ step }) => step === WHOLE_VISIT));
  const steps = grouped(
    cells.filter(({ step }) => step !== WHOLE_VISIT),
    ({ step }) => step,
  );
  return {
    flow,
    ...endings(counts),
    faces: Object.fromEntries(FACES.map((face) => [face, counts.get(`face:${face}`) ?? 0])) as Record<
      Face,
      number
    >,
    steps: [...steps]
      .map(([step, ofStep]) => stepFigures(step, countsOf(ofStep)))
      .sort(
        (a, b) =>
          b.reached - a.reached || placeOnWay(a.step) - placeOnWay(b.step) || a.step.localeCompare(b.step),
      ),
  };
}

function stepFigures(step: string, counts: Counts): StepFigures {
  return {
    step,
    words: wordsOfStep(step),
    reached: counts.get('reached') ?? 0,
    left: sum(LEFT.map((outcome) => counts.get(`left:${outcome}`) ?? 0)),
    back: counts.get('back') ?? 0,
    help: counts.get('help') ?? 0,
    errors: sum([...counts].filter(([measure]) => measure.startsWith('error:')).map(([, count]) => count)),
    ...timesOf(counts),
  };
}

function timesOf(counts: Counts): Pick<StepFigures, 'half' | 'mostly' | 'timed'> {
  const classes: readonly TimeClass[] = [...TIME_CLASSES, 'more'];
  const stays = classes.map((name) => counts.get(`time:${name}`) ?? 0);
  const total = sum(stays);
  const within = (share: number): number | null => {
    let seen = 0;
    const at = stays.findIndex((stay) => {
      seen += stay;
      return seen >= total * share;
    });
    const found = classes[at];
    return total === 0 || found === undefined || found === 'more' ? null : found;
  };
  return { half: within(0.5), mostly: within(0.9), timed: total > 0 };
}

function errorFigures(cells: readonly UsabilityCell[]): readonly ErrorFigures[] {
  const found = new Map<string, ErrorFigures>();
  for (const { flow, step, measure, count } of cells) {
    if (!measure.startsWith('error:')) continue;
    const code = measure.slice('error:'.length);
    const key = `${flow} ${step} ${code}`;
    found.set(key, {
      ...{ flow, step, words: wordsOfStep(step), code },
      count: count + (found.get(key)?.count ?? 0),
    });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.step.localeCompare(b.step));
}

function groupsOf(all: readonly UsabilityCell[], by: GroupFigures['by']): readonly GroupFigures[] {
  const visits = all.filter(({ step }) => step === WHOLE_VISIT);
  return [...grouped(visits, (cell) => String(cell[by]))]
    .map(([value, cells]) => ({ by, value, ...endings(countsOf(cells)) }))
    .sort((a, b) => b.begun - a.begun || a.value.localeCompare(b.value));
}

function endings(counts: Counts): Pick<FlowFigures, 'begun' | 'done' | 'left'> {
  return {
    begun: counts.get('begun') ?? 0,
    done: sum(DONE.map((outcome) => counts.get(`ended:${outcome}`) ?? 0)),
    left: sum(LEFT.map((outcome) => counts.get(`ended:${outcome}`) ?? 0)),
  };
}

function countsOf(cells: readonly UsabilityCell[]): Counts {
  const counts = new Map<string, number>();
  for (const { measure, count } of cells) counts.set(measure, count + (counts.get(measure) ?? 0));
  return counts;
}

function grouped<K>(
  cells: readonly UsabilityCell[],
  keyOf: (cell: UsabilityCell) => K,
): ReadonlyMap<K, readonly UsabilityCell[]> {
  const groups = new Map<K, UsabilityCell[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cell]);
    else group.push(cell);
  }
  return groups;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
