import type { Position } from '../../../domain/work-day/position.ts';

/** What is held between two reads: the beginning of a sentence, and the last accuracy that the receiver gave. */
export interface NmeaState {
  readonly pending: string;
  /** Metres, from GST; null: none given. */
  readonly accuracyMetres: number | null;
}

export const NMEA_START: NmeaState = { pending: '', accuracyMetres: null };

/** NMEA 0183: 82 characters with `$` and line end; some receivers send a few more. */
const LONGEST = 120;
/** Metres of error for each unit of HDOP, where the receiver does not say its own. */
const METRES_PER_HDOP = 5;
/** A receiver that puts itself within more than this knows nothing. */
const WORST_METRES = 100_000;

/**
 * Takes bytes in, however they were cut.
 * @returns the state to go on from, and the positions found, oldest first; `null` where the receiver says that it has
 *   no fix. What is no sentence, or has a wrong checksum, is dropped
 */
export function readNmea(
  state: NmeaState,
  bytes: Uint8Array,
): { readonly state: NmeaState; readonly positions: readonly (Position | null)[] } {
  const text = state.pending + Array.from(bytes, (byte) => String.fromCharCode(byte & 0x7f)).join('');
  const lines = text.split(/[\r\n]+/);
  const rest = lines.pop() ?? '';
  let { accuracyMetres } = state;
  const positions: (Position | null)[] = [];
  for (const line of lines) {
    const fields = fieldsOf(line);
    if (fields === null) continue;
    const kind = fields[0]?.slice(-3);
    if (kind === 'GST') accuracyMetres = gstAccuracy(fields);
    if (kind === 'GGA') positions.push(ggaPosition(fields, accuracyMetres));
  }
  return { state: { pending: rest.slice(-LONGEST), accuracyMetres }, positions };
}

/** The fields of a sentence whose checksum is right; null for anything else. */
function fieldsOf(line: string): readonly string[] | null {
  const match = /\$([^$*]{5,})\*([0-9A-Fa-f]{2})$/.exec(line.slice(-LONGEST));
  const [, body, given] = match ?? [];
  if (body === undefined || given === undefined) return null;
  return nmeaChecksum(body) === Number.parseInt(given, 16) ? body.split(',') : null;
}

/** Exclusive or of all characters between `$` and `*`. */
export function nmeaChecksum(body: string): number {
  return Array.from(body).reduce((sum, character) => sum ^ character.charCodeAt(0), 0);
}

/** GGA: time, latitude, N|S, longitude, E|W, quality, satellites, HDOP, … */
function ggaPosition(fields: readonly string[], told: number | null): Position | null {
  const [, , latitude = '', northSouth = '', longitude = '', eastWest = '', quality = '', , hdop = ''] =
    fields;
  if (!/^[1-9]$/.test(quality)) return null;
  const north = degrees(latitude, 2, 90);
  const east = degrees(longitude, 3, 180);
  const accuracyMetres = told ?? decimal(hdop, METRES_PER_HDOP);
  if (north === null || east === null || accuracyMetres === null || accuracyMetres > WORST_METRES)
    return null;
  if (!/^[NS]$/.test(northSouth) || !/^[EW]$/.test(eastWest)) return null;
  return {
    latitude: northSouth === 'S' ? -north : north,
    longitude: eastWest === 'W' ? -east : east,
    accuracyMetres,
  };
}

/** GST: time, rms, …, standard deviations of latitude and longitude in metres (fields 6 and 7). */
function gstAccuracy(fields: readonly string[]): number | null {
  const north = decimal(fields[6] ?? '', 1);
  const east = decimal(fields[7] ?? '', 1);
  return north === null || east === null ? null : Math.hypot(north, east);
}

function decimal(text: string, times: number): number | null {
  return /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) * times : null;
}

/** `ddmm.mmmm`: degrees and minutes in one figure. */
function degrees(text: string, digits: 2 | 3, most: number): number | null {
  const match = new RegExp(`^(\\d{${String(digits)}})([0-5]\\d(?:\\.\\d{1,8})?)$`).exec(text);
  const [, whole, minutes] = match ?? [];
  if (whole === undefined || minutes === undefined) return null;
  const value = Number(whole) + Number(minutes) / 60;
  return value <= most ? value : null;
}

/** A sentence as a receiver sends it; for the simulator and for tests. */
export function nmeaSentence(body: string): Uint8Array {
  const sum = nmeaChecksum(body).toString(16).toUpperCase().padStart(2, '0');
  return new TextEncoder().encode(`$${body}*${sum}\r\n`);
}
