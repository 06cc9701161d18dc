import { z } from 'zod';
import { DEVICES } from '../../domain/terminal/ports/hardware.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { FIXTURE_BADGE_NAMES } from '../devices/badge-reader/simulator.ts';
import { SIMULATED_DOCUMENT_NAMES } from '../devices/id-reader/simulator/documents.ts';

/** What may be done to a simulated reader besides putting a document in. */
const READER_ACTIONS = [
  'remove',
  'corrupt',
  'unreadable',
  'pull-mid-read',
  'short',
  'long',
  'reorder',
  'duplicate',
  'unplug',
  'replug',
  'mute',
] as const;
export type ReaderAction = (typeof READER_ACTIONS)[number];

/** What may be done to the simulated lamps. */
const LAMP_ACTIONS = ['unplug', 'replug', 'second', 'refuse', 'hang', 'work', 'hold', 'release'] as const;
export type LampAction = (typeof LAMP_ACTIONS)[number];

/** Invented workers of a van's run, by number (`workerDocument`). */
const MOST_WORKERS = 9_999;

/** One command to the simulated devices, a JSON line on the socket. */
export const simulationCommandSchema = z.union([
  z.strictObject({
    device: z.literal('id-reader'),
    action: z.literal('insert'),
    document: z.enum(SIMULATED_DOCUMENT_NAMES),
  }),
  z.strictObject({
    device: z.literal('id-reader'),
    action: z.literal('insert'),
    worker: z.number().int().min(1).max(MOST_WORKERS),
  }),
  z.strictObject({ device: z.literal('id-reader'), action: z.enum(READER_ACTIONS) }),
  z.strictObject({
    device: z.literal('badge'),
    action: z.literal('scan'),
    text: z.string().min(1).max(2_048),
  }),
  z.strictObject({
    device: z.literal('badge'),
    action: z.literal('scan'),
    badge: z.enum(FIXTURE_BADGE_NAMES),
  }),
  z.strictObject({ device: z.literal('light'), action: z.enum(LAMP_ACTIONS) }),
  z.strictObject({ device: z.literal('status'), action: z.literal('status').optional() }),
]);
export type SimulationCommand = z.infer<typeof simulationCommandSchema>;

/** The answer, a JSON line: how things stand after the command, or a message for the person at the keyboard. */
export const simulationReplySchema = z.union([
  z.strictObject({
    ok: z.literal(true),
    simulated: z.literal(true),
    /** Status by device. */
    devices: z.partialRecord(z.enum(DEVICES), z.string()),
    light: z.string(),
    /** The read the terminal last asked for; it may be over. */
    lastArmedRead: z.string().nullable(),
    reader: z.strictObject({ plugged: z.boolean(), cardPresent: z.boolean(), armed: z.boolean() }),
  }),
  z.strictObject({ ok: z.literal(false), message: z.string() }),
]);
export type SimulationReply = z.infer<typeof simulationReplySchema>;

/** For the person at the keyboard, a line each. */
export const SIMULATION_HELP: readonly string[] = [
  'id-reader insert --document NAME   put a document into the reader',
  `    NAME: ${SIMULATED_DOCUMENT_NAMES.join(' ')}`,
  'id-reader remove                   take it out',
  'id-reader corrupt                  damage the reports of the card that is in, or the next one, until it is out',
  'id-reader unreadable               the same, but the reader itself says that it cannot read it',
  'id-reader pull-mid-read            take the card out half-way through the next document',
  'id-reader short|long|reorder|duplicate   do this to the reports of the next document',
  'id-reader unplug|replug            pull the cable out, put it back',
  'id-reader mute                     say nothing any more until plugged in anew',
  'badge scan --badge NAME | --text TEXT    show a staff badge',
  `    NAME: ${FIXTURE_BADGE_NAMES.join(' ')}`,
  'light unplug|replug|second         pull the lamp out, put it back, plug in another one',
  'light refuse|hang|work             take no report, never answer, work again',
  'light hold|release                 another program has the lamps, or lets them go',
  'status                             states of the devices, what the light shows, the read last armed',
];

/**
 * A command from the words of a command line, e.g. `id-reader insert --document adult-01`; the name of the document or
 * badge may stand alone.
 * @returns `usage` when the words are none: show SIMULATION_HELP
 */
export function parseSimulationCommand(
  words: readonly string[],
): Result<SimulationCommand, Failure<'usage'>> {
  const [device, action, ...rest] = words;
  const given = { device, action, ...optionsOf(rest, device === 'badge' ? 'badge' : 'document') };
  const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = simulationCommandSchema.safeParse(stated);
  return parsed.success ? ok(parsed.data) : fail('usage');
}

/** `--name value`, `--name=value`, or a value alone, which gets the name given. */
function optionsOf(words: readonly string[], nameOfLone: string): Record<string, string> {
  const found: Record<string, string> = {};
  let name: string | null = null;
  for (const word of words) {
    const [, option, joined] = /^--([a-z]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (option === undefined) {
      found[name ?? nameOfLone] = word;
      name = null;
    } else if (joined === undefined) {
      name = option;
    } else {
      found[option] = joined;
    }
  }
  return found;
}
