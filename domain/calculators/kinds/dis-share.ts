import { type Figure, type Label, message } from '../../catalogue/ask.ts';
import type { Facts } from '../../catalogue/definition.ts';
import { type DisShare, disShare } from '../../reference-data/look-up/default-investment.ts';
import { fail, ok } from '../../result.ts';
import type { Calculation, Calculator } from '../calculator.ts';

const YOUNGEST = 16;
const OLDEST = 120;
/** So many rows stand on a page at once; the last one is always where it ends. */
const MOST_CHANGES = 5;

/**
 * How the Default Investment Strategy divides money at an age and in the years after it (facts/domain.md §3d). The age
 * in years is enough; a birth date is not asked for.
 */
export const disShareAtAge: Calculator = {
  name: 'dis-share',
  steps: [
    {
      id: 'age',
      ask: () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: false }),
      check: (value) => {
        const age = Number(value);
        return age < YOUNGEST || age > OLDEST
          ? fail('calculator-age', { least: YOUNGEST, most: OLDEST })
          : ok(String(age));
      },
    },
  ],
  calculate,
};

interface AtAge {
  readonly age: number;
  readonly share: DisShare;
}

function calculate({ answers, data, today }: Facts): Calculation {
  const age = Number(answers['age']);
  const now = disShare(data, age, today);
  if (!now.ok) return { figures: [], paragraphs: [message(`reference-data.${now.code}`)] };
  const changes = laterChanges(data, { age, share: now.value }, today);
  const fits = changes.length <= MOST_CHANGES;
  const shown = fits ? changes : [...changes.slice(0, MOST_CHANGES - 1), ...changes.slice(-1)];
  const leftOut: readonly Label[] = fits ? [] : [message('calculator.dis-share.left-out')];
  const verified = [now.value, ...changes.map(({ share }) => share)].every(
    ({ source }) => source === 'sourced',
  );
  return {
    figures: [
      {
        label: message('calculator.dis-share.funds'),
        value: message('calculator.dis-share.both-funds'),
      },
      figure('calculator.dis-share.now', { age, share: now.value }),
      ...shown.map((change) => figure('calculator.dis-share.from', change)),
    ],
    paragraphs: [
      ...leftOut,
      message(changes.length === 0 ? 'calculator.dis-share.stays' : 'calculator.dis-share.birthday'),
      message('calculator.dis-share.stand-alone'),
      ...(verified ? [] : [message('calculator.dis-share.not-verified')]),
    ],
  };
}

function figure(label: string, { age, share: { coreAccumulation, age65Plus } }: AtAge): Figure {
  return {
    label: message(label, { age }),
    value: message('calculator.dis-share.split', { core: coreAccumulation, older: age65Plus }),
  };
}

/** Every age after this one from which the shares are others. */
function laterChanges(data: Facts['data'], now: AtAge, today: string): readonly AtAge[] {
  const last = Math.max(...data.defaultInvestment.flatMap(({ rows }) => rows.map(({ age }) => age)));
  const changes: AtAge[] = [];
  for (let age = now.age + 1; age <= last; age += 1) {
    const share = disShare(data, age, today);
    const before = changes.at(-1) ?? now;
    if (share.ok && share.value.coreAccumulation !== before.share.coreAccumulation) {
      changes.push({ age, share: share.value });
    }
  }
  return changes;
}
