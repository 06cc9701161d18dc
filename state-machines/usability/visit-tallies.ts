import type { View } from '../../domain/terminal/view/view.ts';
import {
  usabilityTallySchema,
  type UsabilityPlace,
  type UsabilityTally,
  WHOLE_VISIT,
} from '../../domain/usability/cell.ts';
import { timeClassOf, type UsabilityFlow, type VisitOutcome } from '../../domain/usability/codes.ts';
import { errorOf, flowOf, isStaffsOwn, stepOf } from './of-view.ts';

/** Where the visit is counted, whatever the page. */
export type VisitPlace = Pick<UsabilityPlace, 'mode' | 'profile'>;

interface Stay {
  readonly step: string;
  readonly at: Dimensions;
  /** Milliseconds uncovered, up to `since`. */
  readonly shown: number;
  /** Uptime since which it is uncovered; null: covered. */
  readonly since: number | null;
  readonly error: string | null;
}

type Dimensions = Pick<UsabilityPlace, 'locale' | 'textSize' | 'assist'>;

/** Counts one visit as its views come, and gives what it adds when it is over. */
export interface VisitTallies {
  saw(view: View, uptime: number): void;
  end(outcome: VisitOutcome, uptime: number): readonly UsabilityTally[];
  /** Where the whole visit is counted, once it is over: what comes after it belongs there, too. */
  place(): Omit<UsabilityPlace, 'measure'>;
}

export function visitTallies(place: VisitPlace, begunAt: number): VisitTallies {
  const counts = new Map<
    string,
    { readonly at: Omit<UsabilityPlace, 'mode' | 'profile' | 'flow'>; count: number }
  >();
  const reached = new Set<string>();
  /** Pages from the first to this one; going back shortens it. */
  let way: string[] = [];
  let flow: UsabilityFlow = 'none';
  let stay: Stay | null = null;
  let last: Dimensions = { locale: 'zh-Hant', textSize: 'normal', assist: false };
  let assisted = false;
  let helpCalled = false;
  let ofStaff = false;

  function count(step: string, measure: string, dimensions: Dimensions): void {
    const at = { step, ...dimensions, measure };
    const key = JSON.stringify(at);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { at, count: 1 });
    else known.count += 1;
  }

  function shownUntil({ shown, since }: Stay, uptime: number): number {
    return shown + (since === null ? 0 : Math.max(0, uptime - since));
  }

  function leave(uptime: number): void {
    if (stay === null) return;
    count(stay.step, `time:${String(timeClassOf(shownUntil(stay, uptime)))}`, stay.at);
    stay = null;
  }

  /** The page was left for `step`: on, or back to one that was seen on the way. */
  function follow(step: string, from: Stay | null): void {
    const before = way.indexOf(step);
    if (before >= 0 && from !== null) count(from.step, 'back', from.at);
    way = before >= 0 ? way.slice(0, before + 1) : [...way, step];
  }

  function dimensionsOf(view: View): Dimensions {
    return { locale: view.locale, textSize: view.textSize, assist: view.chrome.assist !== null };
  }

  return {
    saw(view, uptime) {
      flow = flowOf(view) ?? flow;
      const step = stepOf(view);
      if (step === null) return;
      const at = dimensionsOf(view);
      ofStaff ||= isStaffsOwn(view);
      last = at;
      assisted ||= at.assist;
      const covered = view.overlay !== null;
      if (stay?.step !== step) {
        const from: Stay | null = stay;
        leave(uptime);
        follow(step, from);
        if (!reached.has(step)) count(step, 'reached', at);
        reached.add(step);
        stay = { step, at, shown: 0, since: covered ? null : uptime, error: null };
      }
      const shown = shownUntil(stay, uptime);
      const error = errorOf(view);
      if (error !== null && error !== stay.error) count(step, `error:${error}`, at);
      stay = {
        ...stay,
        // Whoever was helped or changed the size on this page was so for the page.
        at: { ...at, assist: at.assist || stay.at.assist },
        shown,
        since: covered ? null : uptime,
        error,
      };
      const calls = view.overlay?.id === 'help-called';
      if (calls && !helpCalled) count(step, 'help', at);
      helpCalled = calls;
    },

    end(outcome, uptime) {
      // Staff who came for the machine are no visit.
      if (ofStaff && flow === 'none') return [];
      const where = stay;
      leave(uptime);
      if (where !== null) count(where.step, `left:${outcome}`, where.at);
      const whole = { ...last, assist: assisted };
      count(WHOLE_VISIT, 'begun', whole);
      count(WHOLE_VISIT, `time:${String(timeClassOf(Math.max(0, uptime - begunAt)))}`, whole);
      count(WHOLE_VISIT, `ended:${outcome}`, whole);
      return [...counts.values()].flatMap(({ at, count: times }) => {
        // The schema's alphabet is the border: what does not fit is not counted.
        const tally = usabilityTallySchema.safeParse({ ...place, flow, ...at, count: times });
        return tally.success ? [tally.data] : [];
      });
    },

    place: () => ({ ...place, flow, step: WHOLE_VISIT, ...last, assist: assisted }),
  };
}
