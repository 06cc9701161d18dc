import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Failure, Result } from '../../domain/result.ts';
import type { Draft } from '../../domain/parking/draft.ts';
import type { CaseList } from '../../domain/terminal/ports/cases.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { Kept, SubmitRequest } from '../../domain/terminal/ports/queue/submission.ts';
import type { Parked, ParkRequest, TakeUpRequest } from '../../domain/terminal/ports/queue/parking.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import type { Enrolment } from '../../domain/wire/contract.ts';

type Answer<T> = Promise<Result<T, Failure<string>>>;

/** A terminal's queue in a process of its own: its power can be cut at any moment, and it comes back from its disk. */
export interface TerminalQueue {
  park(request: ParkRequest): Answer<Parked>;
  takeUp(request: TakeUpRequest): Answer<Draft>;
  submit(request: SubmitRequest): Answer<Kept>;
  cases(): Answer<CaseList>;
  audit(entry: AuditEntry): Promise<void>;
  /** Resolves when the condition holds, looked at now and after every event. */
  until(condition: (events: readonly QueueEvent[]) => boolean): Promise<void>;
  cutPower(): Promise<void>;
}

export interface TerminalQueueSettings {
  /** A folder of its own; the same again is the same terminal after a power cut. */
  readonly folder: string;
  readonly enrolment: Enrolment;
  readonly place: { readonly 'zh-Hant': string; readonly en: string } | null;
}

type FromChild =
  | { readonly call: number; readonly answer: unknown }
  | { readonly event: QueueEvent }
  | { readonly opened: boolean };

export async function startTerminalQueue(settings: TerminalQueueSettings): Promise<TerminalQueue> {
  const child: ChildProcess = fork(
    join(import.meta.dirname, 'terminal-queue-child.ts'),
    [JSON.stringify(settings)],
    { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const answers = new Map<number, (answer: unknown) => void>();
  const events: QueueEvent[] = [];
  const watchers = new Set<() => void>();
  let calls = 0;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const opened = new Promise<boolean>((resolve) => {
    void ended.then(() => resolve(false));
    child.on('message', (message: FromChild) => {
      if ('opened' in message) resolve(message.opened);
      if ('event' in message) events.push(message.event);
      if ('call' in message) answers.get(message.call)?.(message.answer);
      for (const look of [...watchers]) look();
    });
  });
  if (!(await opened)) throw new Error('the terminal did not open');

  /** What a power cut leaves without an answer is never answered. */
  function ask<T>(name: string, input: unknown): Promise<T> {
    return new Promise((resolve) => {
      calls += 1;
      answers.set(calls, (answer) => resolve(answer as T));
      child.send({ call: calls, name, input }, () => undefined);
    });
  }

  return {
    park: (request) => ask('park', request),
    takeUp: (request) => ask('takeUp', request),
    submit: (request) => ask('submit', request),
    cases: () => ask('cases', null),
    audit: (entry) => ask('audit', entry),
    until: (condition) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!condition(events)) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    async cutPower() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
