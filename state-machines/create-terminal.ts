import { createActor, type InspectionEvent } from 'xstate';
import type { OutOfServiceReason } from '../domain/codes.ts';
import {
  intentSchema,
  type Intent,
  type IntentAnswer,
  type IntentRefusal,
  type ScreenIntent,
} from '../domain/terminal/intent/intent.ts';
import { passageOf } from '../domain/speech/passage.ts';
import type { LightPattern } from '../domain/terminal/ports/light.ts';
import type { TerminalPorts } from '../domain/terminal/ports/ports.ts';
import type { Surface } from '../domain/terminal/surface.ts';
import type { View, ViewUpdate } from '../domain/terminal/view/view.ts';
import { accepts } from './accepts.ts';
import { answeringPart } from './calls/on-window.ts';
import { type SessionParts, sessionParts, speechPart } from './children.ts';
import { DEFAULT_DELAYS, type Delays } from './delays.ts';
import type { TerminalClock, TerminalConfig } from './outside.ts';
import { paperOf } from './present/papers.ts';
import { pageIdOf } from './present/page-id.ts';
import { lightOf } from './present/light.ts';
import { present } from './present/present.ts';
import { screenOf } from './present/screen.ts';
import type { SessionEvent } from './session/events.ts';
import type { SessionSnapshot } from './session/session.machine.ts';
import { shiftActOf, shownField, staffActOf } from './staff-act.ts';
import { mayActHere } from './station/hands.ts';
import { isServing, shiftAccepts, stationParts } from './station/on-top.ts';
import { terminalMachine, type TerminalSnapshot } from './terminal.machine.ts';
import { vanAccepts } from './van/accepts.ts';
import { vanOnTop } from './van/on-top.ts';

export interface TerminalOptions {
  readonly ports: TerminalPorts;
  readonly config: TerminalConfig;
  /** Replaces single entries of DEFAULT_DELAYS. */
  readonly delays?: Partial<Delays>;
  /** For tests: XState's `SimulatedClock`. */
  readonly clock?: TerminalClock;
  /**
   * An exception in a machine or behind a port, which is a bug. `healed`: the visit was wiped and the terminal tests
   * itself again; `fatal`: the machines have stopped and the caller replaces the terminal.
   */
  readonly onFault?: (error: unknown, outcome: 'healed' | 'fatal') => void;
  /** Sees every event and state of every machine, personal data included: for tests only. Must not throw. */
  readonly inspect?: (inspected: InspectionEvent) => void;
}

/** The terminal as the outside sees it: a view that changes, and intents that are taken or refused. */
export interface Terminal {
  /** Starts the machines; before that the view is `starting`. */
  start(): void;
  /** Wipes the visit under way, if any, and stops everything. */
  stop(): void;
  /** @param surface at a station, whose window; elsewhere there is one view for all */
  current(surface?: Surface): ViewUpdate;
  /**
   * Called with every changed view of this window, never with the same one twice. Returns the function that ends it.
   */
  subscribe(listener: (update: ViewUpdate) => void, surface?: Surface): () => void;
  /**
   * Takes what a page asks for. `malformed`: not an intent; `stale`: made on another session or page, or from a view
   * that was never sent; `not-allowed`: the member's own act, asked for while staff hold the session; `not-here`:
   * nothing on this page answers to it.
   *
   * @param surface at a station, from whose window: `not-allowed` for what is not this window's to ask
   */
  intent(raw: Intent, surface?: Surface): IntentAnswer;
  /** Wipes the visit under way and shows `out-of-service`; the self-test brings the terminal back. */
  enterOutOfService(reason: OutOfServiceReason): void;
}

const SYSTEM_CLOCK: TerminalClock = {
  // Monotonic: a wall clock set by a time server must not fire or hold up a privacy deadline.
  now: () => performance.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** Builds a terminal on its ports. Nothing runs before `start()`. */
export function createTerminal(options: TerminalOptions): Terminal {
  const { ports, config, clock = SYSTEM_CLOCK } = options;
  const delays: Delays = { ...DEFAULT_DELAYS, ...options.delays };
  const reportFault = (error: unknown): void => options.onFault?.(error, 'healed');
  let scheduled = false;
  let light: LightPattern = 'off';

  const actor = createActor(terminalMachine, {
    input: { outside: { ports, config, delays, clock, reportFault } },
    clock,
    // One event runs through several machines; the picture is taken once, when all of them have settled.
    inspect: (inspected) => {
      if (inspected.type === '@xstate.snapshot') schedule();
      options.inspect?.(inspected);
    },
  });
  actor.subscribe({ error: (error) => options.onFault?.(error, 'fatal') });

  /** Without a surface a station answers as staff's window: nothing that is the member's alone is to be had there. */
  const windowOf = (surface: Surface): Surface =>
    config.profile !== 'station' ? 'shared' : surface === 'member' ? 'member' : 'staff';
  const surfaces: readonly Surface[] = config.profile === 'station' ? ['staff', 'member'] : ['shared'];
  const pictures = new Map(
    surfaces.map((surface) => [surface, createPicture(present(actor.getSnapshot(), surface))]),
  );
  const pictureOf = (surface: Surface): Picture => {
    const picture = pictures.get(windowOf(surface));
    if (picture === undefined) throw new Error(`no window for ${surface}`);
    return picture;
  };

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(() => {
      scheduled = false;
      refresh();
    });
  }

  function refresh(): void {
    const snapshot = actor.getSnapshot();
    // After a fault there is nothing to draw; the caller replaces the terminal.
    if (snapshot.status === 'error') return;
    const views = drawn(snapshot);
    showLight(lightOf(snapshot));
    const hushed = [hushIfCovered(views), silenceIfTurned(views)].includes(true);
    const shown = hushed ? drawn(actor.getSnapshot()) : views;
    for (const [picture, view] of shown) picture.show(view);
  }

  function showLight(pattern: LightPattern): void {
    if (pattern === light) return;
    light = pattern;
    try {
      ports.hardware.command({ type: 'LIGHT', pattern });
    } catch (error) {
      // The picture goes on without its light.
      reportFault(error);
    }
  }

  function drawn(snapshot: TerminalSnapshot): readonly (readonly [Picture, View])[] {
    return [...pictures].map(([surface, picture]) => [picture, present(snapshot, surface)]);
  }

  /** A recorded notice is played on a page that nothing covers. */
  function hushIfCovered(views: readonly (readonly [Picture, View])[]): boolean {
    const plays = views.some(
      ([, { screen }]) => screen.id === 'own-language' && screen.sound?.playing === true,
    );
    if (!plays || views.every(([, { overlay }]) => overlay === null)) return false;
    actor.getSnapshot().children.session?.send({ type: 'HUSH' });
    return true;
  }

  /** What is read aloud is what stands on a screen, to whom it was read: anything else silences it. */
  function silenceIfTurned(views: readonly (readonly [Picture, View])[]): boolean {
    const speech = speechPart(actor.getSnapshot());
    if (speech === null || !speech.matches('speaking')) return false;
    const { passage, sessionId } = speech.context;
    const stands = views.some(
      ([, view]) => view.sessionId === sessionId && passageOf(view)?.text === passage?.text,
    );
    if (stands) return false;
    actor.getSnapshot().children.speech?.send({ type: 'PAGE_TURNED' });
    return true;
  }

  function readAloud(view: View, asked: 'READ_ALOUD' | 'STOP_READING', surface: Surface): IntentAnswer {
    const { speech, session } = actor.getSnapshot().children;
    const passage = passageOf(view);
    if (speech === undefined || passage === null || view.chrome.reading?.on !== (asked === 'STOP_READING')) {
      return refused('not-here');
    }
    const parts = sessionParts(actor.getSnapshot());
    if (parts !== null) noteStaffAct(parts.session, view, { type: asked }, surface);
    if (asked === 'STOP_READING') speech.send({ type: 'STOP_READING' });
    else speech.send({ type: 'READ_ALOUD', passage, sessionId: view.sessionId });
    session?.send({ type: 'TOUCHED' });
    refresh();
    return { accepted: true };
  }

  /** On staff's window, whatever page it shows and whoever's hand that is in. */
  function goToCall(asked: Extract<ScreenIntent, { type: 'CALL_GOING' }>, surface: Surface): IntentAnswer {
    const terminal = actor.getSnapshot();
    const { answering, session, shift } = terminal.children;
    if (surface !== 'staff' || answeringPart(terminal)?.can(asked) !== true) return refused('not-here');
    answering?.send(asked);
    session?.send({ type: 'TOUCHED' });
    shift?.send({ type: 'TOUCHED' });
    refresh();
    return { accepted: true };
  }

  /** What is touched in the member's own window is theirs, whoever holds the visit. */
  function noteStaffAct(session: SessionSnapshot, view: View, asked: ScreenIntent, surface: Surface): void {
    if (windowOf(surface) === 'member') return;
    const act = staffActOf(session, view, asked);
    if (act !== null) ports.queue.audit(act);
  }

  function noteShiftAct(staffId: string | undefined, asked: ScreenIntent): void {
    if (FOR_THE_SCREEN.has(asked.type)) return;
    const act = shiftActOf(staffId ?? null, asked);
    if (act !== null) ports.queue.audit(act);
  }

  /** Nothing changes by it: the number is under the button already. */
  function numberShown(view: View, surface: Surface): IntentAnswer {
    const parts = sessionParts(actor.getSnapshot());
    if (parts === null || shownField(view) === null) return refused('not-here');
    noteStaffAct(parts.session, view, { type: 'NUMBER_SHOWN' }, surface);
    actor.getSnapshot().children.session?.send({ type: 'TOUCHED' });
    refresh();
    return { accepted: true };
  }

  function current(surface: Surface = 'shared'): ViewUpdate {
    refresh();
    return pictureOf(surface).update();
  }

  function intent(raw: Intent, surface: Surface = 'shared'): IntentAnswer {
    const parsed = intentSchema.safeParse(raw);
    if (!parsed.success) return refused('malformed');
    const { sessionId, stepId, rev, ...asked } = parsed.data;
    const { view, rev: latest } = current(surface);
    if (rev > latest || sessionId !== view.sessionId || !isMadeHere(asked, stepId, view)) {
      return refused('stale');
    }
    if (asked.type === 'READ_ALOUD' || asked.type === 'STOP_READING') {
      return readAloud(view, asked.type, surface);
    }
    if (!mayActHere(view, asked)) return refused('not-allowed');
    if (asked.type === 'CALL_GOING') return goToCall(asked, windowOf(surface));
    if (asked.type === 'NUMBER_SHOWN') return numberShown(view, surface);
    const station = stationParts(actor.getSnapshot());
    if (station !== null && windowOf(surface) === 'staff') {
      // Staff's window has settings of its own, and between two visits pages of its own.
      if (FOR_THE_SCREEN.has(asked.type) || !isServing(station)) {
        const ref = actor.getSnapshot().children.shift;
        if (ref === undefined || !shiftAccepts(station, asked)) return refused('not-here');
        noteShiftAct(station.shift.context.staff?.staffId, asked);
        ref.send(asked);
        if (ref.getSnapshot().status === 'active') ref.send({ type: 'TOUCHED' });
        refresh();
        return { accepted: true };
      }
    }
    const van = vanOnTop(actor.getSnapshot());
    if (van !== null && !FOR_THE_SCREEN.has(asked.type)) {
      const ref = actor.getSnapshot().children.van;
      if (ref === undefined || !vanAccepts(van, asked)) return refused('not-here');
      noteShiftAct(van.van.context.operator?.staffId, asked);
      // A list that is saved is in the language of the page.
      ref.send(asked.type === 'FILE_SAVE' ? { ...asked, locale: view.locale } : asked);
      if (ref.getSnapshot().status === 'active') ref.send({ type: 'TOUCHED' });
      refresh();
      return { accepted: true };
    }
    const session = actor.getSnapshot().children.session;
    const parts = sessionParts(actor.getSnapshot());
    if (session === undefined || parts === null) return refused('not-here');
    if (!accepts(parts, asked)) return refused(isMembersAlone(asked, view) ? 'not-allowed' : 'not-here');
    noteStaffAct(parts.session, view, asked, surface);
    session.send(eventOf(parts, asked));
    // A fault in the machine ends it at once; the terminal machine then starts another.
    if (session.getSnapshot().status === 'active') session.send({ type: 'TOUCHED' });
    refresh();
    return { accepted: true };
  }

  return {
    start: () => {
      actor.start();
      actor.send({ type: 'BEGIN' });
    },
    stop: () => {
      actor.getSnapshot().children.session?.send({ type: 'SHUT' });
      actor.stop();
      for (const picture of pictures.values()) picture.forget();
    },
    current,
    subscribe: (listener, surface = 'shared') => pictureOf(surface).subscribe(listener),
    intent,
    enterOutOfService: (reason) => {
      actor.send({ type: 'OUT_OF_SERVICE', reason });
      refresh();
    },
  };
}

/** The newest view of one window, and who is told when it changes. */
interface Picture {
  update(): ViewUpdate;
  show(view: View): void;
  subscribe(listener: (update: ViewUpdate) => void): () => void;
  forget(): void;
}

function createPicture(first: View): Picture {
  const listeners = new Set<(update: ViewUpdate) => void>();
  let update: ViewUpdate = { rev: 0, view: first };
  let drawn = JSON.stringify(first);
  return {
    update: () => update,
    show: (view) => {
      const next = JSON.stringify(view);
      if (next === drawn) return;
      drawn = next;
      update = { rev: update.rev + 1, view };
      for (const listener of listeners) listener(update);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    forget: () => {
      listeners.clear();
    },
  };
}

/** What the session hears: a paper is made from the page at the moment it is asked for. */
function eventOf(parts: SessionParts, asked: ScreenIntent): SessionEvent {
  if (asked.type !== 'PRINT') return asked;
  const paper = paperOf(parts, screenOf(parts), asked.paper);
  return paper === null ? asked : { type: 'PRINT_PAPER', paper };
}
/** What is set of the screen itself, whoever's page it shows. */
const FOR_THE_SCREEN: ReadonlySet<ScreenIntent['type']> = new Set([
  'SET_LOCALE',
  'SET_TEXT_SIZE',
  'SET_CONTRAST',
]);

function refused(reason: IntentRefusal): IntentAnswer {
  return { accepted: false, reason };
}

/**
 * Made on the page on top. A draft is also taken from the page beneath: it leaves up to 250 ms after the last key,
 * and something may have covered the page in between.
 */
function isMadeHere(asked: ScreenIntent, stepId: string, view: View): boolean {
  if (stepId === view.stepId) return true;
  // A call stands beside every page of staff's window: one that turns takes nobody's answer away.
  if (asked.type === 'CALL_GOING') return true;
  return asked.type === 'FIELD_DRAFT' && stepId === pageIdOf(view.screen);
}

/** What only the member may do, asked for while staff hold the session. */
function isMembersAlone(asked: ScreenIntent, view: View): boolean {
  if (view.chrome.assist === null) return false;
  const { id } = view.screen;
  return (
    asked.type === 'SUBMIT' ||
    (asked.type === 'IAM_SMART' && id === 'staff-needed') ||
    (asked.type === 'NOTICE_KNOWN' && id === 'own-language') ||
    (asked.type === 'CONTINUE' && (id === 'review' || id === 'instruction-review')) ||
    (asked.type === 'RETRY' && id === 'not-saved')
  );
}
