import type { Ask } from '../../domain/catalogue/ask.ts';
import { maskHkid, parseHkid } from '../../domain/identity/document/hkid.ts';
import type { StationBar } from '../../domain/terminal/view/station-view.ts';
import type { Chrome } from '../../domain/terminal/view/chrome.ts';
import type { Overlay } from '../../domain/terminal/view/overlay.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { View } from '../../domain/terminal/view/view.ts';
import { accepts } from '../accepts.ts';
import { callsOnWindow, staffWereTold } from '../calls/on-window.ts';
import { type SessionParts, sessionParts } from '../children.ts';
import { ownerOf, worksPage } from '../station/hands.ts';
import { isServing, shiftAccepts, type StationParts } from '../station/on-top.ts';
import type { TerminalSnapshot } from '../terminal.machine.ts';
import { chromeOf } from './chrome.ts';
import { overlayOf } from './overlay.ts';
import { pageIdOf, stepIdOf } from './page-id.ts';
import { screenOf } from './screen.ts';
import { restingScreen, stationOverlay, stationScreen } from './station-screen.ts';

type Window = 'member' | 'staff';

interface Picture {
  readonly screen: Screen;
  readonly overlay: Overlay | null;
}

/** What the member types or reads that staff have no part in; while staff work the page, the step needs it. */
const TYPED_BY_MEMBER: ReadonlySet<string> = new Set([
  'typed-number',
  'question.mobile',
  'question.mobile-again',
  'question.email',
  'question.address',
]);
const SECRET_OF_MEMBER: ReadonlySet<Screen['id']> = new Set([
  'resume-row',
  'enquiry-reference',
  'enquiry-code',
]);
const SIGN_IN: ReadonlySet<Screen['id']> = new Set(['iam-smart-beginning', 'iam-smart-code']);
const TYPED_ASKS: ReadonlySet<Ask['type']> = new Set(['text', 'money', 'date', 'allocation']);

/** The picture of a station for one of its windows: the same snapshot, seen from the other side of the counter. */
export function presentAt(terminal: TerminalSnapshot, station: StationParts, surface: Window): View {
  const parts = sessionParts(terminal);
  const visiting = parts !== null && isServing(station);
  const { screen, overlay } = visiting
    ? surface === 'staff'
      ? staffPicture(parts, terminal)
      : memberPicture(parts, station, terminal)
    : surface === 'staff'
      ? {
          screen: stationScreen(station, terminal.context),
          overlay: stationOverlay(station, terminal.context),
        }
      : { screen: endedOr(parts, station), overlay: null };
  const session = parts?.session.context;
  const { locale, textSize, contrast } = station.shift.context;
  const { config } = terminal.context.outside;
  const own =
    surface === 'staff'
      ? { locale, textSize, contrast }
      : {
          locale: session?.locale ?? config.defaultLocale,
          textSize: session?.textSize ?? ('normal' as const),
          contrast: session?.contrast ?? ('paper' as const),
        };
  return {
    sessionId: session?.visit.sessionId ?? null,
    stepId: stepIdOf(screen, overlay),
    ...own,
    ...{ screen, overlay },
    chrome: chromeAt(terminal, station, visiting ? parts : null, surface, { screen, overlay }),
  };
}

/** The last page of a visit stands until the next one is called. */
function endedOr(parts: SessionParts | null, station: StationParts): Screen {
  const rest = restingScreen(station);
  const ended = parts?.session.matches({ open: { presence: 'ended' } }) === true;
  return ended && rest.state !== 'called' ? screenOf(parts, 'member') : rest;
}

function handOf({ session }: SessionParts): Window {
  return session.context.visit.assist === null ? 'member' : 'staff';
}

/**
 * Staff cannot see what goes on: the member's side waits. Not when something was kept already: its number and the
 * receipt are the member's own.
 */
function isHeld({ shift }: StationParts, { session }: SessionParts): boolean {
  return !shift.context.staffScreen && session.context.visit.kept === null;
}

function memberPicture(parts: SessionParts, station: StationParts, terminal: TerminalSnapshot): Picture {
  const overlay = overlayOf(parts, terminal.context, staffWereTold(terminal));
  if (isHeld(station, parts)) {
    const both = overlay !== null && ownerOf(overlay) === 'both';
    return { screen: { id: 'staff-busy', about: 'screen' }, overlay: both ? overlay : null };
  }
  if (overlay !== null && ownerOf(overlay) === 'staff') {
    const about = overlay.id === 'staff-locked' ? 'away' : 'other';
    return { screen: { id: 'staff-busy', about }, overlay: null };
  }
  if (screenOf(parts).id === 'attest') return { screen: { id: 'staff-busy', about: 'card' }, overlay };
  return { screen: screenOf(parts, 'member'), overlay };
}

function staffPicture(parts: SessionParts, terminal: TerminalSnapshot): Picture {
  const overlay = overlayOf(parts, terminal.context);
  const screen = forStaff(screenOf(parts, 'staff'), handOf(parts));
  return { screen, overlay: overlay !== null && ownerOf(overlay) === 'member' ? null : overlay };
}

/** Nothing in full that the step does not need, and never what only the member may know. */
function forStaff(screen: Screen, hand: Window): Screen {
  if (screen.id === 'receipt') return { ...screen, enquiryCode: null };
  if (screen.id === 'own-language' && screen.sound !== null) {
    return { ...screen, sound: { ...screen.sound, here: false } };
  }
  if (screen.id === 'resume-slip') return { id: 'with-member', about: 'secret' };
  if (screen.id === 'typed-number-check') {
    const number = parseHkid(screen.number);
    return { ...screen, number: number.ok ? maskHkid(number.value) : '', lookAlikes: [] };
  }
  if (hand === 'staff') return screen;
  if (SIGN_IN.has(screen.id)) return { id: 'with-member', about: 'sign-in' };
  if (SECRET_OF_MEMBER.has(screen.id)) return { id: 'with-member', about: 'secret' };
  const typed =
    TYPED_BY_MEMBER.has(pageIdOf(screen)) || (screen.id === 'ask' && TYPED_ASKS.has(screen.ask.type));
  return typed ? { id: 'with-member', about: 'typing' } : screen;
}

function chromeAt(
  terminal: TerminalSnapshot,
  station: StationParts,
  parts: SessionParts | null,
  surface: Window,
  picture: Picture,
): Chrome {
  const chrome = chromeOf(terminal.context, parts, picture.screen);
  const calls = surface === 'staff' ? callsOnWindow(terminal) : [];
  const bar = {
    ...barOf(station, parts, surface, picture),
    ...(calls.length === 0 ? {} : { calls }),
  };
  if (parts === null) {
    const canGoBack = surface === 'staff' && shiftAccepts(station, { type: 'BACK' });
    return { ...chrome, canGoBack, canAskStaff: false, station: bar };
  }
  const { attendant } = parts.session.context.visit;
  const { assist } = chrome;
  if (surface === 'staff') {
    // Declaring, submitting and printing are never offered here, whoever works the page.
    const sits = attendant ?? station.shift.context.staff;
    const watching = {
      ...{ staffId: sits?.staffId ?? '', role: sits?.role ?? ('officer' as const) },
      ...{ canAttest: false, canSeeStatus: false },
    };
    const print = { offered: [], trouble: null };
    return { ...chrome, print, canAskStaff: false, assist: assist ?? watching, station: bar };
  }
  return {
    ...chrome,
    canFinishLater: chrome.canFinishLater && bar.works,
    assist: assist === null ? null : { ...assist, canAttest: false, canSeeStatus: false },
    station: bar,
  };
}

function barOf(
  station: StationParts,
  parts: SessionParts | null,
  surface: Window,
  { screen, overlay }: Picture,
): StationBar {
  const { shift } = station;
  const { staff, called, memberScreen } = shift.context;
  const about = { surface, staffId: staff?.staffId ?? null, ticket: called?.number ?? null, memberScreen };
  if (parts === null) {
    return {
      ...{ ...about, hand: null, works: true, canTakeBack: false, asked: false, confirming: false },
      ...(surface === 'staff' && shift.can({ type: 'STAFF_STATUS' }) ? { canSeeMachine: true as const } : {}),
    };
  }
  const { session } = parts;
  const hand = handOf(parts);
  const held = surface === 'member' && overlay === null && isHeld(station, parts);
  const works = !held && worksPage(surface, hand, screen, overlay);
  return {
    ...{ ...about, hand, works },
    canTakeBack: surface === 'staff' && accepts(parts, { type: 'TAKE_BACK' }),
    asked: session.context.visit.helpSince !== null,
    confirming: session.matches({ open: { presence: { visit: { staff: 'confirming' } } } }),
  };
}
