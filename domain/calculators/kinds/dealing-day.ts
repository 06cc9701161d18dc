import { message } from '../../catalogue/ask.ts';
import type { Facts } from '../../catalogue/definition.ts';
import { dayLabel } from '../../catalogue/shared/day-label.ts';
import type { Calculation, Calculator } from '../calculator.ts';
import { dealingIfSubmitted } from '../dealing-if-submitted.ts';

/** The dealing day of an investment instruction that the platform receives now: the same for every scheme. */
export const dealingDay: Calculator = { name: 'dealing-day', steps: [], calculate };

function calculate({ data, now, online }: Facts): Calculation {
  const offline = online ? [] : [message('shared.dealing.offline')];
  const dealing = dealingIfSubmitted(data, now);
  if (!dealing.ok) return { figures: [], paragraphs: [message('shared.dealing.not-known'), ...offline] };
  const { receivedBefore, dealsOn, otherwiseDealsOn, caveats } = dealing.value;
  const when = { cutOff: receivedBefore.time, date: receivedBefore.date };
  return {
    figures: [
      { label: message('shared.dealing.before', when), value: dayLabel(dealsOn) },
      ...(otherwiseDealsOn === null
        ? []
        : [{ label: message('shared.dealing.from', when), value: dayLabel(otherwiseDealsOn) }]),
    ],
    paragraphs: [
      ...offline,
      message('calculator.dealing-day.counts'),
      ...caveats.map((caveat) => message(`calculators.caveat.${caveat}`)),
    ],
  };
}
