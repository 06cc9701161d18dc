import type { ParkFault, TakeUpFault } from '../../../domain/codes.ts';
import type { HeldBy } from '../../../domain/parking/held-by.ts';
import type { FileToBring } from '../../../domain/remittance/summary/file-facts.ts';
import type { Parked } from '../../../domain/terminal/ports/queue/parking.ts';

/** What a visit knows of finishing later. */
export interface Later {
  /** Code of the slip that was scanned or typed; a credential: never shown again, never logged. */
  readonly brought: string | null;
  readonly takeUpFault: TakeUpFault | null;
  /** Who works on it elsewhere, with the fault `held`. */
  readonly heldBy: HeldBy | null;
  /** The member knows of the other, and goes on with a copy. */
  readonly copy: boolean;
  /** What was opened with it: its slip, and the id under which it counts once wherever it is submitted. */
  readonly takenUp: { readonly code: string; readonly submissionId: string } | null;
  /** Answers of it that hold no more. */
  readonly again: number;
  /** Its file, which has to be brought again; null: it had none, or that was said. */
  readonly file: FileToBring | null;
  /** Code of the slip of the parking under way; another one for every try. */
  readonly making: string | null;
  readonly parkFault: ParkFault | null;
  /** The slip on the screen; then nothing else of the visit is left. */
  readonly slip: (Parked & { readonly code: string }) | null;
}

export const NOTHING_LATER: Later = {
  brought: null,
  takeUpFault: null,
  heldBy: null,
  copy: false,
  takenUp: null,
  again: 0,
  file: null,
  making: null,
  parkFault: null,
  slip: null,
};

/** The page of the flow that is open, and what was typed on its pages and not answered yet. */
export interface OpenPage {
  readonly page: string | null;
  readonly typed: Readonly<Record<string, string>>;
}

export const NO_PAGE: OpenPage = { page: null, typed: {} };

/** What a running flow says of itself; between pages it says no page. */
export function openPageOf(
  value: unknown,
  typed: Readonly<Partial<Record<string, string>>> | undefined,
): OpenPage {
  const given = Object.entries(typed ?? {}).flatMap(([page, text]) =>
    text === undefined ? [] : [[page, text] as const],
  );
  return {
    page: typeof value === 'string' && value !== 'routing' ? value : null,
    typed: Object.fromEntries(given),
  };
}
