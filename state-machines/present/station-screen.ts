import { mayDo } from '../../domain/identity/permissions.ts';
import type { StationScreen } from '../../domain/terminal/view/station-view.ts';
import type { Overlay } from '../../domain/terminal/view/overlay.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { hongKongDate } from '../../domain/time.ts';
import { readerUsable } from '../reader-facts.ts';
import { frozenBy } from '../session/context/context.ts';
import { counterOf } from '../station/context.ts';
import { upkeepOf, upkeepOverlay } from '../operations/upkeep-parts.ts';
import type { StationParts } from '../station/on-top.ts';
import type { TerminalContext } from '../terminal.machine.ts';
import { casesScreen } from './cases-screen.ts';
import { trainingOf } from './training.ts';
import { takenOutOf } from './taken-out.ts';
import { signInOverlay } from './sign-in-overlay.ts';
import { unclosed } from '../work-day/unclosed.ts';
import { endOfDayScreen } from './van-screen.ts';

/** The counter's own page, in staff's window. */
export function stationScreen({ shift, cases, endOfDay }: StationParts, { reader }: TerminalContext): Screen {
  const { context } = shift;
  const { outside, status, called, memberScreen, day, staff } = context;
  if (shift.matches({ on: 'trouble' })) {
    return { id: 'station-trouble', fault: context.fault ?? 'unavailable' };
  }
  if (shift.matches({ on: 'signedOut' }) || shift.matches({ on: 'signingIn' })) {
    return { id: 'station-signed-out', ...takenOutOf(shift.context.status) };
  }
  if (shift.matches({ on: 'endOfDay' }) && endOfDay !== null) return endOfDayScreen(endOfDay);
  const seen = { memberScreen, frozen: frozenBy(status), readerReady: readerUsable(reader) };
  if (shift.matches({ on: { onShift: 'ready' } })) {
    const today = hongKongDate(outside.ports.now());
    return {
      id: 'station-ready',
      ...seen,
      counter: counterOf(outside),
      waiting: context.waiting,
      tickets: outside.ports.tickets !== undefined,
      trouble: context.queueFault,
      nobody: context.nobody,
      cut: day?.cut ?? null,
      day: day?.number ?? 1,
      ...unclosed(day, outside.ports.now()),
      sessions: day?.sessions ?? 0,
      canEndDay: staff !== null && mayDo(staff, 'close-day', today),
      ...trainingOf(staff, outside),
    };
  }
  if (shift.matches({ on: { onShift: 'typing' } })) {
    return { id: 'station-ticket', value: context.typed, error: context.typedWrong ? 'number' : null };
  }
  if (shift.matches({ on: { onShift: 'called' } })) {
    const { number = null, purpose = null, appointmentAt = null, ticketId = null } = called ?? {};
    return {
      id: 'station-called',
      day: day?.number ?? 1,
      ...unclosed(day, outside.ports.now()),
      ...{ ...seen, number, purpose, appointmentAt },
      fromQueue: ticketId !== null,
    };
  }
  if (shift.matches({ on: { onShift: 'cases' } })) {
    return cases === null ? { id: 'cases-waiting', about: 'looking' } : casesScreen(cases);
  }
  return { id: 'station-waiting', about: waitingFor(shift) };
}

function waitingFor(
  shift: StationParts['shift'],
): Extract<StationScreen, { id: 'station-waiting' }>['about'] {
  if (shift.matches({ on: 'looking' })) return 'looking';
  if (shift.matches({ on: 'upkeep' })) return 'machine';
  if (shift.matches({ on: { onShift: 'calling' } })) return 'calling';
  const ending = shift.matches({ on: 'ending' }) || shift.matches({ on: { onShift: 'missing' } });
  return ending ? 'ending' : 'serving';
}

/** Badge and PIN, or the machine's own pages, over the counter's page. */
export function stationOverlay({ shift, signIn }: StationParts, world: TerminalContext): Overlay | null {
  const upkeep = shift.matches({ on: 'upkeep' }) ? upkeepOf(shift) : null;
  return upkeep === null ? signInOverlay(signIn) : upkeepOverlay(upkeep, world);
}

/** The member's window while nobody's visit is under way. */
export function restingScreen({ shift }: StationParts): Extract<StationScreen, { id: 'station-rest' }> {
  const { called, outside, staff, status } = shift.context;
  const counter = counterOf(outside);
  const rest = { id: 'station-rest', counter } as const;
  const number = called?.number ?? null;
  const takenOut = status?.takenOut ?? null;
  if (takenOut !== null) return { ...rest, state: 'taken-out', number: null, reason: takenOut.reason };
  const away = shift.matches({ on: 'upkeep' }) || (staff !== null && !shift.context.staffScreen);
  if (away) return { ...rest, state: 'moment', number: null };
  if (staff === null || !shift.matches({ on: 'onShift' })) return { ...rest, state: 'closed', number: null };
  return number === null || shift.matches({ on: { onShift: 'missing' } })
    ? { ...rest, state: 'open', number: null }
    : { ...rest, state: 'called', number };
}
