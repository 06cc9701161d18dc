import { type Clock } from '../../../clock.ts';
import {
  type Colour,
  DARK,
  decodeCommand,
  encodeVersion,
  type PatternLine,
  REPORT_LENGTH,
  TABLE_LINES,
  TICK,
} from '../blink1/codec.ts';

/** A blink(1) made of software, as its firmware behaves towards the host: reports in, colour out. */
export interface LampDevice {
  receive(report: Uint8Array): void;
  /** The answer to the last report. */
  answer(): Uint8Array;
  /** Shown at this moment. */
  colour(): Colour;
  /** What it does: plays lines of its table, or stays at the colour that it was faded to. */
  doing(): { readonly plays: readonly [first: number, last: number] } | { readonly stays: Colour };
  /** Its memory is empty again and it is dark. */
  powerOn(): void;
}

interface Fade {
  readonly from: Colour;
  readonly to: Colour;
  readonly begun: number;
  readonly milliseconds: number;
}
interface Playing {
  readonly first: number;
  readonly last: number;
  readonly next: number;
  readonly due: number;
}
interface Watchdog {
  readonly due: number;
  readonly first: number;
  readonly last: number;
}

const EMPTY: PatternLine = { colour: DARK, fade: 0 };
const FIRMWARE = '3.2';

export function createLampDevice(options: { readonly clock: Clock }): LampDevice {
  const { clock } = options;
  let lines: PatternLine[] = [];
  let fade: Fade = { from: DARK, to: DARK, begun: 0, milliseconds: 0 };
  let playing: Playing | null = null;
  let watchdog: Watchdog | null = null;
  let answer: Uint8Array = new Uint8Array(REPORT_LENGTH);

  const at = (now: number): Colour => {
    const part = fade.milliseconds === 0 ? 1 : Math.min(1, (now - fade.begun) / fade.milliseconds);
    const mix = (from: number, to: number): number => Math.round(from + (to - from) * part);
    return {
      red: mix(fade.from.red, fade.to.red),
      green: mix(fade.from.green, fade.to.green),
      blue: mix(fade.from.blue, fade.to.blue),
    };
  };
  const fadeTo = (to: Colour, milliseconds: number, begun: number): void => {
    fade = { from: at(begun), to, begun, milliseconds };
  };
  const step = (now: Playing): Playing => {
    const { colour, fade: time } = lines[now.next] ?? EMPTY;
    fadeTo(colour, time, now.due);
    const next = now.next === now.last ? now.first : now.next + 1;
    // A line without time still takes the lamp one round.
    return { ...now, next, due: now.due + Math.max(TICK, time) };
  };
  /** Everything that happened by itself until now, in its order. */
  const live = (): void => {
    const now = clock.now();
    for (;;) {
      const played = playing?.due ?? Infinity;
      const barked = watchdog?.due ?? Infinity;
      if (Math.min(played, barked) > now) return;
      if (watchdog !== null && barked <= played) {
        playing = { first: watchdog.first, last: watchdog.last, next: watchdog.first, due: watchdog.due };
        watchdog = null;
      } else if (playing !== null) {
        playing = step(playing);
      }
    }
  };

  const obey = (report: Uint8Array): void => {
    const command = decodeCommand(report);
    const now = clock.now();
    switch (command?.type) {
      case 'fade':
        playing = null;
        fadeTo(command.colour, command.milliseconds, now);
        return;
      case 'line':
        if (command.position < TABLE_LINES) lines[command.position] = command.line;
        return;
      case 'play':
        playing = { first: command.first, last: command.last, next: command.first, due: now };
        return;
      case 'watchdog':
        watchdog = { due: now + command.milliseconds, first: command.first, last: command.last };
        return;
      case 'rest':
        watchdog = null;
        playing = null;
        fadeTo(DARK, 0, now);
        return;
      case 'version':
        answer = encodeVersion(FIRMWARE);
        return;
      case 'every-diode':
      case undefined:
    }
  };

  return {
    receive: (report) => {
      live();
      answer = Uint8Array.from(report);
      obey(report);
      live();
    },
    answer: () => answer,
    colour: () => {
      live();
      return at(clock.now());
    },
    doing: () => {
      live();
      return playing === null ? { stays: fade.to } : { plays: [playing.first, playing.last] };
    },
    powerOn: () => {
      lines = [];
      fade = { from: DARK, to: DARK, begun: clock.now(), milliseconds: 0 };
      playing = null;
      watchdog = null;
    },
  };
}
