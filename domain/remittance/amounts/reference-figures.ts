import { industryScaleOn, limitsOn } from '../../reference-data/look-up/figures.ts';
import type { ReferenceData } from '../../reference-data/schema/reference-data.ts';
import type { Figures } from './mandatory-check.ts';

/** Limits and daily scales of reference data; each date is looked up once, for a file has few. */
export function figuresFrom(data: Pick<ReferenceData, 'contributionLimits' | 'industryScales'>): Figures {
  return {
    limitsOn: remembered((date) => {
      const limits = limitsOn(data, date);
      return limits.ok ? limits.value : null;
    }),
    scaleOn: remembered((date) => {
      const scale = industryScaleOn(data, date);
      return scale.ok ? scale.value : null;
    }),
  };
}

const MOST_REMEMBERED = 1000;

function remembered<Value>(lookUp: (date: string) => Value): (date: string) => Value {
  const known = new Map<string, Value>();
  return (date) => {
    const before = known.get(date);
    if (before !== undefined) return before;
    const found = lookUp(date);
    if (known.size < MOST_REMEMBERED) known.set(date, found);
    return found;
  };
}
