/** A command cannot be done: one plain line for the technician, a code for a program. Ends the program with 2. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: string;

  constructor(code: string, words?: string) {
    super(words ?? PLAIN_WORDS[code] ?? code);
    this.code = code;
  }
}

/** Throws for a failure; otherwise gives the value. */
export function orRefuse<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | {
        readonly ok: false;
        readonly code: string;
        readonly params?: Readonly<Record<string, string | number>>;
      },
): T {
  if (result.ok) return result.value;
  const words = PLAIN_WORDS[result.code];
  const params = Object.entries(result.params ?? {}).map(([name, value]) => `${name} ${String(value)}`);
  throw new Refusal(
    result.code,
    params.length === 0 ? words : `${words ?? result.code} (${params.join(', ')})`,
  );
}

const PLAIN_WORDS: Readonly<Record<string, string>> = {
  'database-locked':
    'The terminal is running and has the queue. Stop the terminal program, run this again, then start it. ' +
    'status, list, show and verify work while it runs.',
  'database-missing': 'There is no queue in this folder. Name the terminal’s data folder with --data.',
  'database-newer': 'The queue was written by a newer version of the terminal; use that version’s tool.',
  'database-older':
    'The queue was written by an older version; start the terminal once, it brings it forward.',
  'database-damaged':
    'The queue is damaged. Start the terminal, or run backup: either salvages what can be read.',
  'database-salvaged':
    'A damaged queue was salvaged and something is missing, or may be. Read `status`, report it, then run accept-salvage.',
  'database-not-durable': 'The disk cannot be set to survive a power cut.',
  'not-enrolled':
    'This terminal is not enrolled: there is no enrolment.json. Name its folder with --configuration.',
  configuration: 'The enrolment or the configuration cannot be used.',
  'disk-full': 'The terminal’s disk is full; nothing was changed.',
  'storage-fault': 'The terminal’s disk did not do what it was asked; nothing was changed.',
  'not-found': 'There is no submission with this reference or id here.',
  'not-parked': 'This submission is not set aside.',
  'not-kept':
    'This submission is not waiting any more: it was received, has lapsed, or is set aside already.',
  'not-a-code':
    'A reason is a short word such as wrong-form, in small letters, with nothing about a person in it.',
  'nothing-pending': 'Nothing is pending; nothing was written.',
  'sealing-key': 'There is no key of the platform to seal to that is in force.',
  'drive-gone':
    'The drive is not there, or was pulled out. Nothing was marked; put it back and export again.',
  'drive-full': 'The drive is full. Nothing was marked; take another one.',
  'drive-read-only': 'The drive may not be written. Nothing was marked; take its write protection off.',
  'drive-differs': 'The drive gave back other bytes than were written: it is faulty. Nothing was marked.',
  'drive-fault':
    'The drive answered with an error. Nothing was marked; try once more, then take another one.',
  'receipts-missing': 'There are no receipts for this terminal. Were the bundles imported at the platform?',
  'receipts-unreadable': 'The receipts cannot be read.',
  'receipts-not-trusted': 'These receipts are damaged or not from the platform; nothing was changed.',
  'receipts-foreign': 'These receipts are for another terminal; nothing was changed.',
  'nothing-to-accept': 'There is nothing to take note of: no salvage waits for it.',
  'not-received':
    'Refused: not everything here has reached the platform. Export it and bring the receipts, or have two different ' +
    'supervisors sign in.',
  'supervisors-needed': 'Refused: it takes two supervisors.',
  'supervisors-same': 'Refused: it takes two different supervisors.',
  'proof-inside': 'The proof has to be kept outside of what is wiped.',
  'wipe-incomplete':
    'Not everything could be removed. The proof says that it was begun; remove the rest by hand.',
  'unknown-badge': 'This badge is not on the staff list.',
  'wrong-pin': 'The PIN is wrong.',
  'locked-out': 'Too many wrong PINs; wait and try again.',
  inactive: 'This badge is not in use any more.',
  'list-not-available': 'The staff list of the enrolment cannot be trusted.',
};
