import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import type { ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { View } from '../../domain/terminal/view/view.ts';
import type { SimulationCommand } from '../../hardware/index.ts';
import { isListed, mobileOf } from './list.ts';
import type { TerminalProcess } from './terminal-process.ts';

export interface Tools {
  readonly terminal: TerminalProcess;
  readonly simulate: (command: SimulationCommand) => Promise<void>;
  /** Called before every step of a person's way: here the power may go. */
  readonly step: () => Promise<void>;
}

const onScreen =
  (id: View['screen']['id'], overlay: string | null = null) =>
  (view: View): boolean =>
    view.screen.id === id && (view.overlay?.id ?? null) === overlay;

/** Steps of one person, counted once so that a seed can choose among them. */
export const STEPS_OF_A_PERSON = 22;

/**
 * One worker, from the ready page to the ready page: operator's taps first, then the worker's own after the screen was
 * handed over.
 * @param worker number of the invented card
 */
export async function servePerson({ terminal, simulate, step }: Tools, worker: number): Promise<void> {
  const tap = async (...intents: readonly ScreenIntent[]): Promise<void> => {
    for (const intent of intents) {
      await step();
      await terminal.tap(intent);
    }
  };
  const answer = async (question: string, value: string): Promise<void> => {
    await terminal.until(question, ({ screen }) => screen.id === 'question' && screen.step === question);
    await tap({ type: 'ANSWER', value });
  };
  const mobile = mobileOf(worker);

  await terminal.until('the ready page', onScreen('van-ready'));
  await tap({ type: 'START', locale: worker % 3 === 0 ? 'en' : 'zh-Hant' });
  await terminal.until('the notice', onScreen('notice'));
  await tap({ type: 'CONTINUE' });
  await terminal.until('the reader', onScreen('identify'));
  await step();
  await simulate({ device: 'id-reader', action: 'insert', worker });
  await terminal.until('what was read', onScreen('read-result'));
  await tap({ type: 'CONTINUE' });
  await step();
  await simulate({ device: 'id-reader', action: 'remove' });
  if (isListed(worker)) {
    // As the list has it; nobody keyed it.
    await terminal.until('the mobile of the list', ({ screen, chrome }) => {
      const stands = screen.id === 'question' && screen.from === 'roster' && screen.value === mobile;
      return stands && chrome.van?.prefill?.list !== null;
    });
  }
  await answer('mobile', mobile);
  await answer('mobile-again', mobile);
  if (isListed(worker)) await answer('employer', 'mine');
  await answer('communication-language', worker % 3 === 0 ? 'en' : 'zh-Hant');
  await answer('optional-uses', worker % 5 === 0 ? 'mpf-education' : '');
  await terminal.until('the attestation', onScreen('staff-needed'));
  await tap({ type: 'STAFF_ATTEST' });
  await tap(
    ...SECURITY_FEATURES.map((feature) => ({ type: 'TICK_FEATURE', feature, ticked: true }) as const),
  );
  await tap({ type: 'CONTINUE' }, { type: 'FACE_COMPARED', same: true }, { type: 'ATTEST' });
  await terminal.until('the review', onScreen('review'));
  await tap({ type: 'HAND_BACK' });
  await terminal.until('what staff touched', onScreen('review', 'staff-work'));
  await tap({ type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' });
  await terminal.until('the declaration', onScreen('declare'));
  await tap({ type: 'SUBMIT' });
  await terminal.until('the receipt', onScreen('receipt'));
  await tap({ type: 'DONE' });
  await terminal.until('the ready page', onScreen('van-ready'));
}
