import type { ExerciseName } from '../../domain/practice/exercise-names.ts';
import { EXERCISES, showsDone } from '../../domain/practice/exercises.ts';
import type { PracticePerson, PracticeRole } from '../../domain/practice/people.ts';
import { intentSchema, type IntentAnswer, type ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { PracticeView } from '../../domain/terminal/view/practice-view.ts';
import type { View, ViewUpdate } from '../../domain/terminal/view/view.ts';
import type { Terminal } from '../create-terminal.ts';
import { DEFAULT_DELAYS, type Delays } from '../delays.ts';
import type { TerminalClock } from '../outside.ts';

/** What the panel of practice does outside the machines. */
export interface PracticePort {
  /** Lays an invented person's card on the simulated reader; null lifts it. */
  card(person: PracticePerson | null): void;
  badge(role: PracticeRole): void;
  /** The program starts again, and works. */
  end(): void;
}

export interface PracticeOptions {
  readonly port: PracticePort;
  /** Real submissions that wait meanwhile. */
  readonly waiting: number;
  readonly delays?: Partial<Delays>;
  readonly clock: TerminalClock;
  /** ISO instant. */
  readonly now: () => string;
}

type PracticeIntent = Extract<ScreenIntent, { readonly type: `PRACTICE_${string}` }>;

/** A terminal in practice: every view says so, and it goes back to work by itself. */
export function withPractice(terminal: Terminal, options: PracticeOptions): Terminal {
  const { port, clock, waiting } = options;
  const limit = options.delays?.practiceEnds ?? DEFAULT_DELAYS.practiceEnds;
  const endsAt = new Date(Date.parse(options.now()) + limit).toISOString();
  const listeners = new Set<(update: ViewUpdate) => void>();
  let practice: PracticeView = { endsAt, waiting, cardIn: false, exercise: null, ending: false };
  let inner: ViewUpdate = terminal.current();
  let rev = 0;
  let timer: unknown = null;

  function decorated(): View {
    return { ...inner.view, chrome: { ...inner.view.chrome, practice } };
  }

  function tell(): void {
    rev += 1;
    for (const listener of listeners) listener({ rev, view: decorated() });
  }

  function follow(): void {
    const { exercise } = practice;
    const next = exercise === null ? undefined : EXERCISES[exercise.name][exercise.step];
    if (exercise === null || next === undefined || !showsDone(inner.view, next)) return;
    practice = { ...practice, exercise: { ...exercise, step: exercise.step + 1 } };
  }

  function begin(name: ExerciseName | null): void {
    const exercise = name === null ? null : { name, step: 0, of: EXERCISES[name].length };
    practice = { ...practice, exercise };
  }

  function end(): void {
    if (practice.ending) return;
    practice = { ...practice, ending: true };
    tell();
    port.end();
  }

  function obey(asked: PracticeIntent): void {
    switch (asked.type) {
      case 'PRACTICE_CARD':
        port.card(asked.person);
        practice = { ...practice, cardIn: asked.person !== null };
        return;
      case 'PRACTICE_BADGE':
        port.badge(asked.role);
        return;
      case 'PRACTICE_EXERCISE':
        begin(asked.exercise);
        return;
      case 'PRACTICE_END':
        end();
    }
  }

  function intent(raw: Parameters<Terminal['intent']>[0]): IntentAnswer {
    const parsed = intentSchema.safeParse(raw);
    if (!parsed.success) return { accepted: false, reason: 'malformed' };
    if (!isPracticeIntent(parsed.data)) {
      // The machines count their own views only; whoever is ahead of ours is ahead of theirs.
      if (parsed.data.rev > rev) return { accepted: false, reason: 'stale' };
      return terminal.intent({ ...parsed.data, rev: Math.min(parsed.data.rev, terminal.current().rev) });
    }
    obey(parsed.data);
    tell();
    return { accepted: true };
  }

  return {
    ...terminal,
    start() {
      terminal.subscribe((update) => {
        inner = update;
        follow();
        tell();
      });
      timer = clock.setTimeout(end, limit);
      terminal.start();
    },
    stop() {
      clock.clearTimeout(timer);
      listeners.clear();
      terminal.stop();
    },
    current() {
      inner = terminal.current();
      return { rev, view: decorated() };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    intent,
  };
}

function isPracticeIntent(asked: ScreenIntent): asked is PracticeIntent {
  return asked.type.startsWith('PRACTICE_');
}
