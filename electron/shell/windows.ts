import { type Display, type PrinterInfo, screen, type Session, type WebContents } from 'electron';
import type { MemberScreenPort } from '../../domain/terminal/ports.ts';
import type { Surface } from '../../domain/terminal/surface.ts';
import type { ViewUpdate } from '../../domain/terminal/view.ts';
import type { Configuration } from '../configuration/schema.ts';
import { openTerminalWindow, type TerminalWindow } from './terminal-window.ts';

interface WindowsOptions {
  readonly configuration: Configuration;
  readonly preload: string;
  readonly session: Session;
  readonly onFailure: (what: string) => void;
  readonly onKeepsFailing: () => void;
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
  /** Of a station: whether there is a display for the member. */
  readonly memberScreen: MemberScreenPort | null;
}

export function openWindows(options: WindowsOptions): Windows {
  return options.configuration.profile === 'station' ? openStation(options) : openOne(options);
}

function openOne(options: WindowsOptions): Windows {
  const window = openTerminalWindow({ ...options, display: screen.getPrimaryDisplay() });
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

/**
 * Staff's window on the first display, the member's on another one. A display that is unplugged takes its window with
 * it; plugged in again, it shows the same state. Without kiosk mode both stand side by side on one display.
 */
function openStation(options: WindowsOptions): Windows {
  const { kiosk } = options.configuration.window;
  const listeners = new Set<(there: boolean) => void>();
  const staff = openTerminalWindow({ ...options, display: screen.getPrimaryDisplay() });
  let member: { readonly window: TerminalWindow; readonly displayId: number } | null = null;

  function membersDisplay(): Display | null {
    const first = screen.getPrimaryDisplay();
    return kiosk ? (screen.getAllDisplays().find(({ id }) => id !== first.id) ?? null) : first;
  }

  function fit(): void {
    const display = membersDisplay();
    if (display?.id === member?.displayId) return;
    member?.window.destroy();
    member =
      display === null
        ? null
        : { window: openTerminalWindow({ ...options, display, place: 1 }), displayId: display.id };
    for (const listener of listeners) listener(member !== null);
  }

  fit();
  screen.on('display-added', fit);
  screen.on('display-removed', fit);

  const windowOf = (contents: WebContents): TerminalWindow =>
    member?.window.owns(contents) === true ? member.window : staff;
  return {
    surfaceOf: (contents) => {
      if (staff.owns(contents)) return 'staff';
      return member?.window.owns(contents) === true ? 'member' : null;
    },
    surfaces: ['staff', 'member'],
    send: (surface, update) => {
      if (surface === 'member') member?.window.send(update);
      else staff.send(update);
    },
    renew: () => {
      staff.renew();
      member?.window.renew();
    },
    alive: (contents) => {
      windowOf(contents).alive();
    },
    pixelsPerMillimetre: (contents) => windowOf(contents).pixelsPerMillimetre(),
    printers: () => staff.printers(),
    memberScreen: {
      subscribe: (listener) => {
        listeners.add(listener);
        listener(member !== null);
        return () => {
          listeners.delete(listener);
        };
      },
    },
  };
}
