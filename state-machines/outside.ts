import type { InstructionKind } from '../domain/kinds/kinds.ts';
import type { Contrast, Locale } from '../domain/locale.ts';
import type { District } from '../domain/registration/answers.ts';
import type { TerminalPorts } from '../domain/terminal/ports/ports.ts';
import type { Profile } from '../domain/wire/policy.ts';
import type { Delays } from './delays.ts';

/**
 * The machines' clock: milliseconds that only ever grow, never the wall clock, which a time server may move by hours.
 * XState's `SimulatedClock` is one.
 */
export interface TerminalClock {
  now(): number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** What is configured about this terminal; from its profile and enrolment. */
export interface TerminalConfig {
  /** For display, e.g. `K0127`. */
  readonly terminalId: string;
  readonly place: { readonly 'zh-Hant': string; readonly en: string };
  /** Where it stands: people who must go elsewhere are told the nearest place first. Null or missing: not known. */
  readonly district?: District | null;
  readonly defaultLocale: Locale;
  /** A supervisor can come: what needs level 3 may be attested by two. Default: nobody can. */
  readonly supervised?: boolean;
  /**
   * It stands in a service centre (ADR 0036): two of the staff are enough for everything, and see original papers. The
   * platform holds what comes from here against its own word. Default: it does not.
   */
  readonly serviceCentre?: boolean;
  /** In a van and at a station nobody begins alone: signed-in staff begin every visit. Default: a kiosk. */
  readonly profile?: Profile;
  /** With which every visit begins; default `paper`. */
  readonly defaultContrast?: Contrast;
  /** Of a station: what its counter is called, `3`; the terminal's own name unless given. */
  readonly counter?: string | null;
  /** True shows the banner of simulated devices whatever the devices themselves say. */
  readonly simulated?: boolean;
  /** SHA-256, base64url, of the texts a member reads before data are collected and before submitting, per language. */
  readonly textDigests: {
    readonly notice: Readonly<Record<Locale, string>>;
    readonly declaration: Readonly<Record<Locale, string>>;
    readonly instructionNotice: Readonly<Record<Locale, string>>;
    readonly instructionDeclaration: Readonly<Record<InstructionKind, Readonly<Record<Locale, string>>>>;
  };
}

/**
 * Everything the machines are given from outside. It stands in their context, so that a test replaces any part of it
 * and the machines themselves stay constants; snapshots are never persisted (DESIGN.md, *electron/*).
 */
export interface Outside {
  readonly ports: TerminalPorts;
  readonly config: TerminalConfig;
  readonly delays: Delays;
  readonly clock: TerminalClock;
  /** An exception, which is a bug, in a machine or behind a port; the terminal goes on as well as it can. */
  readonly reportFault: (error: unknown) => void;
}

/** The instant `milliseconds` from now, for display: ISO, from the port's clock. */
export function instantAfter(outside: Outside, milliseconds: number): string {
  return new Date(Date.parse(outside.ports.now()) + milliseconds).toISOString();
}
