import type { LightPattern } from '../../../../domain/terminal/ports/light.ts';
import { type Colour, DARK, type LampCommand, type PatternLine } from './codec.ts';

const RED: Colour = { red: 255, green: 0, blue: 0 };
const DIM_RED: Colour = { red: 70, green: 0, blue: 0 };
const AMBER: Colour = { red: 255, green: 96, blue: 0 };
const GREEN: Colour = { red: 0, green: 60, blue: 0 };
const BLUE: Colour = { red: 0, green: 0, blue: 80 };
const VIOLET: Colour = { red: 90, green: 0, blue: 90 };

const AT_ONCE = 10;
const STEADY_FADE = 300;

/** Once a second at most: three flashes a second and more can harm people (WCAG 2.3.1). */
function blink(colour: Colour, on: number, off: number): readonly PatternLine[] {
  return [
    { colour, fade: AT_ONCE },
    { colour, fade: on - AT_ONCE },
    { colour: DARK, fade: AT_ONCE },
    { colour: DARK, fade: off - AT_ONCE },
  ];
}

/** Colour alone tells some people nothing: what wants somebody differs in rhythm as well. */
const MOVING = {
  fault: blink(RED, 500, 1_500),
  'help-wanted': blink(AMBER, 500, 500),
  practice: [
    { colour: VIOLET, fade: 1_500 },
    { colour: DARK, fade: 1_500 },
  ],
} as const satisfies Partial<Record<LightPattern, readonly PatternLine[]>>;

const STEADY = {
  off: DARK,
  idle: GREEN,
  'in-use': BLUE,
  'help-coming': AMBER,
  'out-of-service': DIM_RED,
} as const satisfies Partial<Record<LightPattern, Colour>>;

interface Span {
  readonly first: number;
  readonly last: number;
}

/** The lamp's table as every connection writes it, and where each pattern stands in it. */
function layOut(): { readonly lines: readonly PatternLine[]; readonly spans: ReadonlyMap<string, Span> } {
  const lines: PatternLine[] = [];
  const spans = new Map<string, Span>();
  for (const [name, pattern] of Object.entries(MOVING)) {
    spans.set(name, { first: lines.length, last: lines.length + pattern.length - 1 });
    lines.push(...pattern);
  }
  return { lines, spans };
}

const TABLE = layOut();
export const TABLE_OF_LINES = TABLE.lines;

function spanOf(pattern: LightPattern): Span | null {
  return TABLE.spans.get(pattern) ?? null;
}

/** One command, since moving patterns stand in the lamp's table already and play there by themselves. */
export function commandFor(pattern: LightPattern): LampCommand {
  const span = spanOf(pattern);
  if (span !== null) return { type: 'play', ...span };
  const colour = pattern in STEADY ? STEADY[pattern as keyof typeof STEADY] : DARK;
  return { type: 'fade', colour, milliseconds: STEADY_FADE };
}

/** The lamp shows `fault` by itself when nothing was heard for this long. */
export function watchdog(milliseconds: number): LampCommand {
  return { type: 'watchdog', milliseconds, ...(spanOf('fault') ?? { first: 0, last: 0 }) };
}
