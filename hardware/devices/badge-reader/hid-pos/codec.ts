/** What has come of a code so far: a long one is sent in several reports. */
export interface CodecState {
  readonly bytes: Uint8Array;
  /** AIM id of its first part, which every part repeats. */
  readonly aim: string;
}

export const NOTHING_YET: CodecState = { bytes: new Uint8Array(0), aim: '' };

/** Why a report, and what was joined so far, was thrown away. */
type Problem = 'not-a-scan' | 'length' | 'mixed' | 'too-long' | 'not-text';

export interface Decoded {
  readonly state: CodecState;
  /** Whole codes. A badge's text is a credential: never logged. */
  readonly texts: readonly string[];
  readonly problems: readonly Problem[];
}

/** Length of the report in nearly every scanner's descriptor, its id included. */
const REPORT_BYTES = 64;
const LEAST_BYTES = 8;
const SCANNED_DATA = 0x02;
const MOST_DATA = 56;
/** Longer than any text of ours; a "continued" that never ends stops here. */
const MOST_BYTES = 512;
const CARRIAGE_RETURN = 0x0d;
const RIGHT_BRACKET = 0x5d;
const AIM_CHARACTERS = 3;

/**
 * Scanned Data Reports of a HID POS scanner (usage page 0x8C; facts/hardware.md §2.1): report id, number of bytes, AIM
 * id, 56 bytes of data padded with whatever was there before, and in bit 0 of the last byte whether more follows. Some
 * scanners leave the number out and pad with zeros.
 *
 * Total: whatever comes, it throws nothing; what does not fit is dropped with all that it belongs to.
 *
 * @param bytes one report with its id, or several joined
 */
export function decodeScans(state: CodecState, bytes: Uint8Array): Decoded {
  const texts: string[] = [];
  const problems: Problem[] = [];
  let now = state;
  for (const report of reportsIn(bytes)) {
    const part = partOf(report);
    if (typeof part === 'string') {
      problems.push(part);
      now = NOTHING_YET;
      continue;
    }
    if (now.aim !== '' && now.aim !== part.aim) {
      // The rest of the code before was lost; this one is read for itself.
      problems.push('mixed');
      now = NOTHING_YET;
    }
    const joined = join(now.bytes, part.data);
    if (joined.length > MOST_BYTES) {
      problems.push('too-long');
      now = NOTHING_YET;
      continue;
    }
    if (part.continued) {
      now = { bytes: joined, aim: part.aim };
      continue;
    }
    now = NOTHING_YET;
    const text = textOf(joined);
    joined.fill(0);
    if (text === null) problems.push('not-text');
    else texts.push(text);
  }
  return { state: now, texts, problems };
}

interface Part {
  readonly aim: string;
  readonly data: Uint8Array;
  readonly continued: boolean;
}

function reportsIn(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes.length <= REPORT_BYTES || bytes.length % REPORT_BYTES !== 0) return [bytes];
  const reports: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += REPORT_BYTES) reports.push(bytes.slice(at, at + REPORT_BYTES));
  return reports;
}

function partOf(report: Uint8Array): Part | Problem {
  if (report.length < LEAST_BYTES || report[0] !== SCANNED_DATA) return 'not-a-scan';
  const continued = ((report.at(-1) ?? 0) & 1) === 1;
  if (report[2] === RIGHT_BRACKET) {
    const length = report[1] ?? 0;
    const begins = 2 + AIM_CHARACTERS;
    if (length > MOST_DATA || begins + length > report.length) return 'length';
    return { aim: aimAt(report, 2), data: report.slice(begins, begins + length), continued };
  }
  if (report[1] !== RIGHT_BRACKET) return 'not-a-scan';
  const begins = 1 + AIM_CHARACTERS;
  const rest = report.slice(begins, begins + MOST_DATA);
  const end = rest.indexOf(0);
  return { aim: aimAt(report, 1), data: end < 0 ? rest : rest.slice(0, end), continued };
}

function aimAt(report: Uint8Array, from: number): string {
  return String.fromCharCode(...report.slice(from, from + AIM_CHARACTERS));
}

function join(before: Uint8Array, more: Uint8Array): Uint8Array {
  const joined = new Uint8Array(before.length + more.length);
  joined.set(before);
  joined.set(more, before.length);
  return joined;
}

/** UTF-8, without the carriage return that many scanners are set to add; null for other bytes and for nothing. */
function textOf(bytes: Uint8Array): string | null {
  const data = bytes.at(-1) === CARRIAGE_RETURN ? bytes.slice(0, -1) : bytes;
  if (data.length === 0) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return null;
  }
}
