import { z } from 'zod';
import { idSchema } from '../../domain/reference-data/schema/common.ts';
import { DISTRICTS } from '../../domain/registration/answers.ts';
import { CONTRASTS, LOCALES } from '../../domain/locale.ts';
import { counterSchema } from '../../domain/wire/counter.ts';
import { PROFILES } from '../../domain/wire/policy.ts';
import { SOUND_PLAYERS, SPEECH_PROGRAMS } from '../speech/speech-program.ts';

const absolutePath = z
  .string()
  .max(400)
  .regex(/^\/(?!.*(?:^|\/)\.\.(?:\/|$))/);

const printerName = z.string().min(1).max(127);
/** A voice by the name that the speech program has for it. */
const voiceName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9+_-]{0,40}$/);
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

const fields = z.strictObject({
  profile: z.enum(PROFILES).default('kiosk'),
  place: z
    .strictObject({ 'zh-Hant': z.string().min(1).max(20), en: z.string().min(1).max(40) })
    .default({ 'zh-Hant': '積金易服務站', en: 'eMPF service point' }),
  /** Where it stands, so that people who must go elsewhere are told the nearest place first; null: not told. */
  district: z.enum(DISTRICTS).nullable().default(null),
  /**
   * Which place of the reference data this is (`station-kwun-tong`): queue tickets of its counters are taken here; null:
   * no tickets.
   */
  placeId: idSchema.nullable().default(null),
  display: z
    .strictObject({
      /** Of the visible area; sizes on screen are millimetres (look/README.md). */
      diagonalInches: z.number().min(5).max(120),
    })
    .default({ diagonalInches: 21.5 }),
  window: z
    .strictObject({
      /** False only for development: a kiosk without kiosk mode can be left. */
      kiosk: z.boolean(),
      /** Size of the window when not in kiosk mode, CSS pixels. */
      width: z.number().int().min(300).max(8000),
      height: z.number().int().min(300).max(8000),
    })
    .default({ kiosk: true, width: 1080, height: 1920 }),
  /** A supervisor can come to this machine: what needs level 3 may be attested by an officer and a supervisor. */
  supervised: z.boolean().default(false),
  /**
   * It stands in a service centre (ADR 0036): a station only, and only where the platform says so too, or what is left there
   * is not accepted. A supervisor can then come as well.
   */
  serviceCentre: z.boolean().default(false),
  /** Of a station: what its counter is called to those who wait, letters and figures; null: by the terminal's name. */
  counter: counterSchema.nullable().default(null),
  defaultLocale: z.enum(LOCALES).default('zh-Hant'),
  /** With which every visit begins: `glare` for a van in the sun. */
  defaultContrast: z.enum(CONTRASTS).default('paper'),
  /**
   * Address of the HTTP proxy to the platform, `http://proxy.example:3128`, with user and password where it wants them;
   * null: none. Never taken from the environment, where any program could put one.
   */
  proxy: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  /** Where an employer's remittance file may be read from. */
  remittance: z
    .strictObject({
      /** A folder of a station that payroll programs write to; null: only removable drives. */
      folder: absolutePath.nullable().default(null),
      /** Folders below which the system mounts removable drives. */
      drivesUnder: z.array(absolutePath).max(8).default(['/media', '/run/media']),
    })
    .default({ folder: null, drivesUnder: ['/media', '/run/media'] }),
  /**
   * Printers by the name that the system has for them. None: nothing is printed, and no button offers it. `sim` prints
   * into a folder and is refused by a release.
   */
  printing: z
    .strictObject({
      driver: z.enum(['system', 'sim']).default('system'),
      /** A roll of 80 mm. */
      slips: z.strictObject({ printer: printerName }).nullable().default(null),
      /** Sheets of A4. */
      documents: z.strictObject({ printer: printerName }).nullable().default(null),
    })
    .default({ driver: 'system', slips: null, documents: null }),
  /**
   * Reading a page aloud. Without a program, or where it is not installed, the button is offered only for texts with a
   * recording (`recordings/` beside this file) and a player.
   */
  speech: z
    .strictObject({
      program: z.enum(SPEECH_PROGRAMS).nullable().default(null),
      voices: z.partialRecord(z.enum(LOCALES), voiceName).default({ 'zh-Hant': 'yue', en: 'en-gb' }),
      wordsPerMinute: z.number().int().min(80).max(260).default(140),
      player: z.enum(SOUND_PLAYERS).nullable().default(null),
    })
    .default({
      program: null,
      voices: { 'zh-Hant': 'yue', en: 'en-gb' },
      wordsPerMinute: 140,
      player: null,
    }),
  /** Short tones: staff are called, a card was read, something is kept or received. Volume in per cent. */
  sound: z
    .strictObject({ volume: z.number().int().min(0).max(100).default(50), muted: z.boolean().default(false) })
    .default({ volume: 50, muted: false }),
  /**
   * When a prepared update is taken up, Hong Kong time `HH:MM`, until staff choose other hours at the machine; null: never
   * by itself. The program fetches and installs nothing (electron/operations/updates.ts).
   */
  updates: z.strictObject({ from: timeOfDay, to: timeOfDay }).nullable().default(null),
  devices: z
    .strictObject({
      driver: z.enum(['hid', 'sim']),
      /** Serial device of a satellite receiver (NMEA 0183), for a van; null: the place of a stop is typed. */
      positionLine: absolutePath.nullable().default(null),
    })
    .default({ driver: 'hid', positionLine: null }),
});

/**
 * `configuration.json` of a terminal. Everything has a default, so that an empty file, or none, is a kiosk with real
 * devices; an unknown or wrong field is refused by name, never ignored.
 */
export const configurationSchema = fields.refine(
  ({ profile, serviceCentre }) => !serviceCentre || profile === 'station',
  { path: ['serviceCentre'], error: 'only a station stands in a service centre' },
);
export type Configuration = z.infer<typeof configurationSchema>;

/** Whether anything that this terminal uses is only simulated; a release refuses it. */
export function isSimulated({ devices, printing }: Configuration): boolean {
  return devices.driver === 'sim' || printing.driver === 'sim';
}
