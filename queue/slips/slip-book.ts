import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';

/**
 * The slips given out by this process, in memory only (ADR 0020). A code is not even here: an HMAC of it is, under a key
 * that ends with the process.
 */
export interface SlipBook {
  remember(slip: { readonly id: string; readonly reference: string; readonly code: string }): void;
  /**
   * The id of what this reference and this code were given out for, or null. Unknown and wrong take the same work. Wrong
   * tries are limited for each reference and for the machine.
   * @param counted whether a reference that is not in the book counts as a try: nobody else counts it
   */
  find(reference: string, code: string, counted: boolean): Result<string | null, Failure<'too-many-tries'>>;
  /** Whether this is the code of the slip that was given out for this submission. */
  proves(id: string, code: string): boolean;
  /** It is not on this machine alone any more. */
  forget(id: string): void;
}

const WINDOW_MS = 60 * 60 * 1000;
/** As at the gateway (`gateway/enquiry/tries.ts`). */
const MOST_FOR_REFERENCE = 5;
/** A machine is asked some dozen times an hour. */
const MOST_HERE = 200;
/** As many as a policy lets wait before it freezes, and more. */
const MOST_SLIPS = 20_000;

export function createSlipBook(uptime: () => number = () => performance.now()): SlipBook {
  const key = randomBytes(32);
  const slips = new Map<string, { readonly reference: string; readonly mark: Buffer }>();
  const ids = new Map<string, string>();
  let wrong: { readonly reference: string; readonly at: number }[] = [];

  const markOf = (reference: string, code: string): Buffer =>
    createHmac('sha256', key).update(`${reference}\n${code}`).digest();

  function mayTry(reference: string): boolean {
    const since = uptime() - WINDOW_MS;
    wrong = wrong.filter(({ at }) => at > since);
    const ofReference = wrong.filter((one) => one.reference === reference).length;
    return wrong.length < MOST_HERE && ofReference < MOST_FOR_REFERENCE;
  }

  function forget(id: string): void {
    const slip = slips.get(id);
    if (slip !== undefined) ids.delete(slip.reference);
    slips.delete(id);
  }

  return {
    remember: ({ id, reference, code }) => {
      const [oldest] = slips.keys();
      if (slips.size >= MOST_SLIPS && oldest !== undefined) forget(oldest);
      slips.set(id, { reference, mark: markOf(reference, code) });
      ids.set(reference, id);
    },
    find: (reference, code, counted) => {
      if (!mayTry(reference)) return fail('too-many-tries');
      const id = ids.get(reference) ?? null;
      const known = id === null ? randomBytes(32) : (slips.get(id)?.mark ?? randomBytes(32));
      const right = timingSafeEqual(known, markOf(reference, code)) && id !== null;
      if (!right && (counted || id !== null)) wrong.push({ reference, at: uptime() });
      return ok(right ? id : null);
    },
    proves: (id, code) => {
      const slip = slips.get(id);
      return slip !== undefined && timingSafeEqual(slip.mark, markOf(slip.reference, code));
    },
    forget,
  };
}
