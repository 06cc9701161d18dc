import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { IntentAnswer, ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { View, ViewUpdate } from '../../domain/terminal/view/view.ts';

/** The terminal went away under whoever was using it. */
export class PowerGone extends Error {}

type FromChild =
  | { readonly type: 'view'; readonly update: ViewUpdate }
  | {
      readonly type: 'answer';
      readonly call: number;
      readonly answer: IntentAnswer;
      readonly update: ViewUpdate;
    };

export interface TerminalProcess {
  /** Waits until the view is as wanted. @throws PowerGone when the terminal ends before */
  until(what: string, wanted: (view: View) => boolean): Promise<View>;
  /** Taps on what is shown, and must be heard. */
  tap(intent: ScreenIntent): Promise<void>;
  /** Not refused for being too early: a page that is about to come may not be there yet. */
  view(): View;
  cutPower(): Promise<void>;
  stop(): Promise<void>;
}

/** Longest wait for one page: something is wrong then, and the run says on which page it stood. */
const PATIENCE_MS = 60_000;

export async function startTerminal(settings: object): Promise<TerminalProcess> {
  const child: ChildProcess = fork(
    join(import.meta.dirname, 'terminal-child.ts'),
    [JSON.stringify(settings)],
    {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  let update: ViewUpdate | null = null;
  let gone = false;
  let calls = 0;
  const answers = new Map<number, (answer: IntentAnswer | null) => void>();
  const watchers = new Set<() => void>();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => {
    gone = true;
    for (const settle of answers.values()) settle(null);
    for (const look of [...watchers]) look();
  });
  child.on('message', (message: FromChild) => {
    if (update === null || message.update.rev >= update.rev) update = message.update;
    if (message.type === 'answer') {
      answers.get(message.call)?.(message.answer);
      answers.delete(message.call);
    }
    for (const look of [...watchers]) look();
  });

  function until(what: string, wanted: (view: View) => boolean): Promise<View> {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => {
        finish();
        reject(new Error(`waited for ${what}, and it is ${update?.view.stepId ?? 'nothing'}`));
      }, PATIENCE_MS);
      const finish = (): void => {
        clearTimeout(patience);
        watchers.delete(look);
      };
      const look = (): void => {
        if (gone) {
          finish();
          reject(new PowerGone());
        } else if (update !== null && wanted(update.view)) {
          finish();
          resolve(update.view);
        }
      };
      watchers.add(look);
      look();
    });
  }

  await until('a first view', () => true);
  const view = (): View => {
    if (update === null) throw new Error('no view');
    return update.view;
  };

  return {
    until,
    view,
    async tap(intent) {
      if (gone) throw new PowerGone();
      const call = (calls += 1);
      const { sessionId, stepId } = view();
      const answer = await new Promise<IntentAnswer | null>((resolve) => {
        answers.set(call, resolve);
        const made = { ...intent, sessionId, stepId, rev: update?.rev ?? 0 };
        child.send({ type: 'intent', call, intent: made }, (error) => {
          if (error !== null) resolve(null);
        });
      });
      if (answer === null) throw new PowerGone();
      if (!answer.accepted) throw new Error(`${intent.type} on ${stepId}: ${answer.reason}`);
    },
    async cutPower() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (!gone) child.send({ type: 'stop' });
      await ended;
    },
  };
}
