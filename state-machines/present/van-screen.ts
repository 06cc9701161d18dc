import { plannedStops, queueNumber } from '../../domain/work-day/stops.ts';
import { outputFor } from '../../domain/paper/paper.ts';
import type { Overlay } from '../../domain/terminal/view.ts';
import type { VanBar, VanScreen } from '../../domain/terminal/van-view.ts';
import { hongKongDate } from '../../domain/time.ts';
import { roundedPosition } from '../../domain/work-day/position.ts';
import { readerUsable } from '../reader-facts.ts';
import { frozenBy } from '../session/context.ts';
import type { TerminalContext } from '../terminal.machine.ts';
import type { VanContext } from '../van/context.ts';
import type { EndOfDaySnapshot } from '../work-day/end-of-day.machine.ts';
import type { VanParts } from '../van/on-top.ts';
import { unclosed } from '../work-day/unclosed.ts';

/** The page of the van's own machine. */
export function vanScreen({ van, endOfDay }: VanParts, terminal: TerminalContext): VanScreen {
  const { context } = van;
  const { outside, day, fault, chosen, site, lane } = context;
  const stop = day?.stop ?? null;
  if (van.matches('trouble')) return { id: 'van-trouble', fault: fault ?? 'unavailable' };
  if (van.matches('signedOut')) return { id: 'van-signed-out', stop: stop?.location.site ?? null };
  if (van.matches('plan')) {
    const { today, later } = planOf(context);
    const { number = 1, stopsClosed = 0, sessions = 0 } = day ?? {};
    const begun = unclosed(day, outside.ports.now());
    return { id: 'van-plan', today, later, day: number, ...begun, stopsClosed, sessions, fault };
  }
  if (van.matches('stop')) {
    const { today, later } = planOf(context);
    const position = outside.ports.van?.position?.() ?? null;
    return {
      id: 'van-stop',
      planned: [...today, ...later].find(({ placeId }) => placeId === chosen) ?? null,
      ...{ site, lane, fault },
      position: position === null ? null : roundedPosition(position),
      error: context.siteError ? 'site' : null,
    };
  }
  if (van.matches('language')) return { id: 'van-language' };
  if (van.matches('ready') && stop !== null) {
    return {
      id: 'van-ready',
      site: stop.location.site,
      next: queueNumber(stop.lane, stop.lastNumber + 1),
      served: stop.lastNumber,
      frozen: frozenBy(context.status),
      cut:
        day === null || day.cut === null
          ? null
          : { number: queueNumber(stop.lane, stop.lastNumber), kept: day.cut.kept },
      readerReady: readerUsable(terminal.reader),
    };
  }
  if (van.matches('closeAsked') && stop !== null) {
    return { id: 'van-close', site: stop.location.site, served: stop.lastNumber };
  }
  if (van.matches('endOfDay') && endOfDay !== null) return endOfDayScreen(endOfDay);
  if (van.matches('handing')) return { id: 'van-waiting', about: 'serving' };
  return { id: 'van-waiting', about: van.matches('looking') ? 'looking' : 'saving' };
}

/** The page of the end of a day; a station shows the same. */
export function endOfDayScreen(endOfDay: EndOfDaySnapshot): VanScreen {
  const { report, digest, fault } = endOfDay.context;
  if (endOfDay.matches('trouble')) return { id: 'van-trouble', fault: fault ?? 'unavailable' };
  if (endOfDay.matches('tally') && report !== null) return { id: 'day-tally', report, fault };
  if (endOfDay.matches('report') && report !== null && digest !== null) {
    return { id: 'day-report', report, digest, print: printOf(endOfDay) };
  }
  return { id: 'van-waiting', about: endOfDay.matches('closing') ? 'signing' : 'counting' };
}

function printOf(endOfDay: EndOfDaySnapshot): Extract<VanScreen, { id: 'day-report' }>['print'] {
  const { printers, printed } = endOfDay.context;
  if (endOfDay.matches({ report: 'printing' })) return 'sending';
  const standing = printers[outputFor('day-report', printers)];
  return standing === 'ready' ? (printed ?? 'ready') : standing;
}

function planOf({ outside }: VanContext) {
  const { ports } = outside;
  const plan = plannedStops(ports.referenceData(), ports.now());
  const today = hongKongDate(ports.now());
  return {
    today: plan.filter(({ date }) => date === today),
    later: plan.filter(({ date }) => date !== today),
  };
}

/** Badge and PIN over the van's page. */
export function vanOverlay({ van }: VanParts): Overlay | null {
  const { refusal, pinRefusal } = van.context;
  if (van.matches({ signedOut: 'newPin' }) || van.matches({ signedOut: 'saving' })) {
    const saving = van.matches({ signedOut: 'saving' });
    return { id: 'staff-new-pin', start: true, refusal: pinRefusal, saving };
  }
  const checking = van.matches({ signedOut: 'checking' });
  if (!checking && !van.matches({ signedOut: 'asking' })) return null;
  const seconds = refusal?.params?.['seconds'];
  return {
    id: 'staff-pin',
    refusal: refusal?.code ?? null,
    waitSeconds: typeof seconds === 'number' ? seconds : null,
    checking,
    canSnooze: false,
  };
}

/** The bar of a van, on every page. */
export function vanBar({ van }: VanParts): VanBar {
  const { battery, status, day } = van.context;
  const stop = day?.stop ?? null;
  const called = stop === null ? 0 : stop.lastNumber + (van.matches('serving') ? 0 : 1);
  return {
    battery,
    freeMegabytes: status?.budget?.freeMegabytes ?? null,
    budget: { people: status?.budget?.people ?? null, hours: status?.budget?.hours ?? null },
    frozen: frozenBy(status),
    queueNumber: stop === null ? null : queueNumber(stop.lane, called),
  };
}
