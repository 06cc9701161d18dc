import { plannedStops, queueNumber } from '../../domain/work-day/stops.ts';
import { outputFor } from '../../domain/paper/paper.ts';
import type { Overlay } from '../../domain/terminal/view/overlay.ts';
import type { PrefillBar, ReportPrint, VanBar, VanScreen } from '../../domain/terminal/view/van-view.ts';
import { hongKongDate } from '../../domain/time.ts';
import { roundedPosition } from '../../domain/work-day/position.ts';
import { offersOf } from './own-language-screen.ts';
import { readerUsable } from '../reader-facts.ts';
import { frozenBy } from '../session/context/context.ts';
import type { TerminalContext } from '../terminal.machine.ts';
import { upkeepOf, upkeepOverlay } from '../operations/upkeep-parts.ts';
import type { VanContext } from '../van/context.ts';
import { type EndOfDaySnapshot, signedReport } from '../work-day/end-of-day.machine.ts';
import { ROSTER_LIMITS } from '../../domain/roster/check-roster.ts';
import { noteOf } from '../session/about-member/prefill.ts';
import type { SessionContext } from '../session/context/context.ts';
import { takesRosters } from '../van/roster.ts';
import type { RosterSnapshot } from '../van/roster.machine.ts';
import type { VanParts } from '../van/on-top.ts';
import { trainingOf } from './training.ts';
import { takenOutOf } from './taken-out.ts';
import { signInOverlay } from './sign-in-overlay.ts';
import { unclosed } from '../work-day/unclosed.ts';

/** The page of the van's own machine. */
export function vanScreen({ van, endOfDay, roster }: VanParts, terminal: TerminalContext): VanScreen {
  const { context } = van;
  const { outside, day, fault, chosen, site, lane } = context;
  const stop = day?.stop ?? null;
  if (van.matches('trouble')) return { id: 'van-trouble', fault: fault ?? 'unavailable' };
  if (van.matches('signedOut'))
    return { id: 'van-signed-out', stop: stop?.location.site ?? null, ...takenOutOf(context.status) };
  if (van.matches('plan')) {
    const { today, later } = planOf(context);
    const { number = 1, stopsClosed = 0, sessions = 0 } = day ?? {};
    const begun = unclosed(day, outside.ports.now());
    const training = trainingOf(context.operator, outside);
    return { id: 'van-plan', today, later, day: number, ...begun, stopsClosed, sessions, fault, ...training };
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
  if (van.matches('language')) return { id: 'van-language', offers: offersOf(outside) };
  if (van.matches('ready') && stop !== null) {
    return {
      id: 'van-ready',
      ...trainingOf(context.operator, outside),
      day: day?.number ?? 1,
      ...unclosed(day, outside.ports.now()),
      site: stop.location.site,
      next: queueNumber(stop.lane, stop.lastNumber + 1),
      served: stop.lastNumber,
      frozen: frozenBy(context.status),
      cut:
        day === null || day.cut === null
          ? null
          : { number: queueNumber(stop.lane, stop.lastNumber), kept: day.cut.kept },
      readerReady: readerUsable(terminal.reader),
      ...(takesRosters(van) ? { roster: outside.ports.roster?.counts() ?? null } : {}),
      ...(context.earlyCode ? { earlyCode: true as const } : {}),
    };
  }
  if (van.matches('closeAsked') && stop !== null) {
    return { id: 'van-close', site: stop.location.site, served: stop.lastNumber };
  }
  if (van.matches('roster') && roster !== null) {
    const shown = rosterScreen(roster);
    if (shown !== null) return shown;
  }
  if (van.matches('endOfDay') && endOfDay !== null) return endOfDayScreen(endOfDay);
  if (van.matches('handing')) return { id: 'van-waiting', about: 'serving' };
  if (van.matches('upkeep')) return { id: 'van-waiting', about: 'machine' };
  return { id: 'van-waiting', about: van.matches('looking') ? 'looking' : 'saving' };
}

/** The pages of a list of workers; null after the end. */
export function rosterScreen(roster: RosterSnapshot): VanScreen | null {
  const { outside, listing, chosen, progress, trouble, found, saved } = roster.context;
  const most = ROSTER_LIMITS;
  const name = chosen?.name ?? '';
  const counts = outside.ports.roster?.counts() ?? null;
  if (roster.matches('choosing')) return { id: 'roster-choose', listing, most };
  if (roster.matches('reading')) return { id: 'roster-reading', name, progress };
  if (roster.matches('trouble')) return { id: 'roster-trouble', trouble, most };
  if (roster.matches('held') && counts !== null) return { id: 'roster-held', counts };
  if (found === null || roster.status !== 'active') return null;
  const { findings, again } = found;
  return { id: 'roster-result', name, findings, again, saving: roster.matches('saving'), saved };
}

/** What staff see of the list, and everybody of a code; null where there is nothing to say. */
export function prefillBar({ visit }: SessionContext): PrefillBar | null {
  const { list, registered, filled } = visit.prefilled;
  const note = noteOf(visit);
  const shown = visit.assist === null ? null : registered ? 'registered' : list;
  return shown === null && note === null && filled === 0 ? null : { list: shown, note, filled };
}

/** The page of the end of a day; a station shows the same. */
export function endOfDayScreen(endOfDay: EndOfDaySnapshot): VanScreen {
  const { report, digest, fault } = endOfDay.context;
  if (endOfDay.matches('trouble')) return { id: 'van-trouble', fault: fault ?? 'unavailable' };
  if (endOfDay.matches('tally') && report !== null) {
    return { id: 'day-tally', report, fault, ...lastReportOf(endOfDay) };
  }
  if (endOfDay.matches('report') && report !== null && digest !== null) {
    const canCarry = endOfDay.can({ type: 'TO_DRIVE' });
    return {
      ...{ id: 'day-report', report, digest, print: printOf(endOfDay) },
      ...(canCarry ? { canCarry } : {}),
    };
  }
  return { id: 'van-waiting', about: endOfDay.matches('closing') ? 'signing' : 'counting' };
}

function lastReportOf(endOfDay: EndOfDaySnapshot): Pick<Extract<VanScreen, { id: 'day-tally' }>, 'last'> {
  if (endOfDay.context.last === 'not-read') return { last: 'not-read' };
  const signed = signedReport(endOfDay.context);
  if (signed === null) return {};
  const { day, closedAt, closedBy } = signed.report;
  return { last: { day, closedAt, staffId: closedBy.staffId, print: printOf(endOfDay) } };
}

function printOf(endOfDay: EndOfDaySnapshot): ReportPrint {
  const { printers, printed } = endOfDay.context;
  if (endOfDay.matches({ report: 'printing' }) || endOfDay.matches({ tally: 'printing' })) return 'sending';
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

/** Badge and PIN, or the machine's own pages, over the van's page. */
export function vanOverlay({ van, signIn }: VanParts, world: TerminalContext): Overlay | null {
  const upkeep = van.matches('upkeep') ? upkeepOf(van) : null;
  return upkeep === null ? signInOverlay(signIn) : upkeepOverlay(upkeep, world);
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
    ...(van.can({ type: 'STAFF_STATUS' }) ? { canSeeMachine: true as const } : {}),
  };
}
