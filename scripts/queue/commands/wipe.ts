import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { createStaffVerifier } from '../../../electron/staff/verifier.ts';
import type { StaffMember } from '../../../domain/identity/staff.ts';
import { createStaffDesk, openStaffListStore } from '../../../queue/index.ts';
import { wipe as wipeTerminal } from '../../../queue/rescue/wipe/wipe.ts';
import type { Report } from '../print.ts';
import { orRefuse, Refusal } from '../refusal.ts';
import { openForWriting, type OpenTerminal, type TerminalPlaces } from '../terminal.ts';

export interface WipeOptions {
  readonly proof: string | undefined;
  /** Two supervisors will sign in: badge and PIN of each, a line each. */
  readonly supervisors: boolean;
  readonly input: Readable;
  readonly ask: (question: string) => void;
}

export async function wipe(places: TerminalPlaces, options: WipeOptions): Promise<Report> {
  if (options.proof === undefined)
    throw new Refusal(
      'arguments',
      'Where is the proof to be kept? --proof <folder outside of the terminal’s data>',
    );
  const terminal = await openForWriting(places);
  try {
    const supervisors = options.supervisors ? await signIn(terminal, places, options) : [];
    const wiped = orRefuse(
      await wipeTerminal({
        queue: terminal.queue,
        keys: terminal.keys,
        terminalId: terminal.enrolment.terminalId,
        databasePath: places.database,
        keyFolder: places.keys,
        proofFolder: options.proof,
        supervisors,
      }),
    );
    const lost = wiped.unreceived > 0 ? ` ${String(wiped.unreceived)} of them had not been received.` : '';
    return {
      lines: [`The terminal is wiped (${String(wiped.files)} files).${lost} Proof: ${wiped.proofPath}`],
      json: { wiped },
      exitCode: 0,
    };
  } finally {
    terminal.queue.close();
  }
}

/** The same check as on the terminal's screen, against the signed staff list. */
async function signIn(
  { enrolment, keys, queue }: OpenTerminal,
  places: TerminalPlaces,
  { input, ask }: WipeOptions,
): Promise<readonly StaffMember[]> {
  const lists = orRefuse(
    await openStaffListStore({
      ...{ folder: places.keys, keys, enrolled: enrolment.staffList },
      audit: (entry) => queue.audit.record(entry),
    }),
  );
  const desk = createStaffDesk({ lists, queue, keys, onNotice: () => undefined });
  const verifier = createStaffVerifier(() => desk);
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  const next = async (question: string): Promise<string> => {
    ask(question);
    const line: IteratorResult<string, unknown> = await lines.next();
    return line.done === true ? '' : line.value.trim();
  };
  const signedIn: StaffMember[] = [];
  for (const who of ['first', 'second']) {
    const badge = await next(`Badge of the ${who} supervisor: `);
    const pin = await next(`PIN of the ${who} supervisor: `);
    signedIn.push(orRefuse(await verifier.verify(badge, pin)));
  }
  return signedIn;
}
