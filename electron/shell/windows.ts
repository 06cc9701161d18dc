import { type Display, type PrinterInfo, screen, type Session, type WebContents } from 'electron';
import type { MemberScreenPort } from '../../domain/terminal/ports/ports.ts';
import type { Surface } from '../../domain/terminal/surface.ts';
import type { ViewUpdate } from '../../domain/terminal/view/view.ts';
import type { Configuration } from '../configuration/schema.ts';
import type { DisplayMemory } from './display-memory.ts';
import { placeWindows, type Sides } from './placing.ts';
import { openTerminalWindow, type TerminalWindow } from './terminal-window.ts';

interface WindowsOptions {
  readonly configuration: Configuration;
  readonly preload: string;
  readonly session: Session;
  readonly onFailure: (what: string) => void;
  readonly onKeepsFailing: () => void;
  /** Of a station: which display is whose, through restarts. */
  readonly displays: DisplayMemory;
}

/** All windows of the terminal: one at a kiosk and in a van, one for each side of a station's counter. */
export interface Windows {
  /** Of whose window these are the contents; null: of none of ours. */
  surfaceOf(contents: WebContents): Surface | null;
  readonly surfaces: readonly Surface[];
  send(surface: Surface, update: ViewUpdate): void;
  /** Fresh documents everywhere; nothing of the last member is left in any page. */
  renew(): void;
  alive(contents: WebContents): void;
  pixelsPerMillimetre(contents: WebContents): number;
  /** The printers that the system has; only a window's contents can be asked. */
  printers(): Promise<readonly PrinterInfo[]>;
  /** Of a station: whether there is a display for each side. */
  readonly memberScreen: MemberScreenPort | null;
}

export function openWindows(options: WindowsOptions): Windows {
  return options.configuration.profile === 'station' ? openStation(options) : openOne(options);
}

function openOne(options: WindowsOptions): Windows {
  const window = openTerminalWindow({ ...options, display: screen.getPrimaryDisplay() });
  onDisplays(() => {
    // Without any display there is nothing to stand on, and nobody to see it.
    if (screen.getAllDisplays().length > 0) window.stand(screen.getPrimaryDisplay());
  });
  return {
    surfaceOf: (contents) => (window.owns(contents) ? 'shared' : null),
    surfaces: ['shared'],
    send: (_surface, update) => {
      window.send(update);
    },
    renew: () => {
      window.renew();
    },
    alive: () => {
      window.alive();
    },
    pixelsPerMillimetre: () => window.pixelsPerMillimetre(),
    printers: () => window.printers(),
    memberScreen: null,
  };
}

/** Displays come, go, and change their size or place; with several events for one cable. */
function onDisplays(listener: () => void): void {
  screen.on('display-added', listener);
  screen.on('display-removed', listener);
  screen.on('display-metrics-changed', listener);
}

/**
 * A window for each side of the counter, each on the display of its side (`placing.ts`). A window whose display is gone is
 * hidden; with the display back it shows the same state. Without kiosk mode both stand side by side on one display.
 */
function openStation(options: WindowsOptions): Windows {
  const { kiosk } = options.configuration.window;
  const listeners = new Set<(there: boolean, staffs: boolean) => void>();
  let shown = settle();
  const staff = openTerminalWindow({
    ...options,
    display: displayOf(shown.staff) ?? screen.getPrimaryDisplay(),
  });
  if (shown.staff === null) staff.stand(null);
  let member: TerminalWindow | null = null;
  standMember();

  function settle(): Sides {
    const primary = screen.getPrimaryDisplay();
    if (!kiosk) return { staff: primary.id, member: primary.id };
    const displays = screen.getAllDisplays().map(({ id }) => ({ id, primary: id === primary.id }));
    const placed = placeWindows(displays, options.displays.known);
    options.displays.keep(placed.sides);
    return placed.shown;
  }

  function displayOf(id: number | null): Display | null {
    return screen.getAllDisplays().find((display) => display.id === id) ?? null;
  }

  function standMember(): void {
    const display = displayOf(shown.member);
    if (member !== null) member.stand(display);
    else if (display !== null) member = openTerminalWindow({ ...options, display, place: kiosk ? 0 : 1 });
  }

  function fit(): void {
    const before = shown;
    shown = settle();
    // First away from where it must not be seen.
    if (shown.staff === null) staff.stand(null);
    standMember();
    if (shown.staff !== null) staff.stand(displayOf(shown.staff));
    if (
      (before.member === null) === (shown.member === null) &&
      (before.staff === null) === (shown.staff === null)
    )
      return;
    for (const listener of listeners) listener(shown.member !== null, shown.staff !== null);
  }
  onDisplays(fit);

  const windowOf = (contents: WebContents): TerminalWindow =>
    member?.owns(contents) === true ? member : staff;
  return {
    surfaceOf: (contents) => {
      if (staff.owns(contents)) return 'staff';
      return member?.owns(contents) === true ? 'member' : null;
    },
    surfaces: ['staff', 'member'],
    send: (surface, update) => {
      if (surface === 'member') member?.send(update);
      else staff.send(update);
    },
    renew: () => {
      staff.renew();
      member?.renew();
    },
    alive: (contents) => {
      windowOf(contents).alive();
    },
    pixelsPerMillimetre: (contents) => windowOf(contents).pixelsPerMillimetre(),
    printers: () => staff.printers(),
    memberScreen: {
      subscribe: (listener) => {
        listeners.add(listener);
        listener(shown.member !== null, shown.staff !== null);
        return () => {
          listeners.delete(listener);
        };
      },
    },
  };
}
