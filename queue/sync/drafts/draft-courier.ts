import {
  draftEndPath,
  type HoldAnswer,
  holdAnswerSchema,
  holdPath,
  holdReleasedSchema,
  type HoldRequest,
} from '../../../domain/parking/hold.ts';
import {
  draftGoneSchema,
  draftPath,
  type StoredDraft,
  storedDraftSchema,
  draftStoredSchema,
} from '../../../domain/parking/wire.ts';
import type { z } from 'zod';
import { markOf } from '../../../domain/practice/practice-terminal.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { KeptDraft, UntoldDraft } from '../../store/drafts/drafts.ts';
import type { Queue } from '../../store/queue.ts';
import { isTrouble, type Verdict } from '../exchange/classify.ts';
import type { GatewayClient } from '../exchange/gateway-client.ts';
import type { Gate } from '../pacing/gate.ts';
import type { Link } from '../pacing/link.ts';

export interface DraftCourierOptions {
  readonly queue: Pick<Queue, 'drafts'>;
  readonly terminalId: string;
  readonly gateway: GatewayClient;
  readonly gate: Gate;
  readonly link: Link;
  /** Milliseconds of uptime. */
  readonly uptime: () => number;
  /** Milliseconds that somebody who stands at the screen waits for an upload. */
  readonly uploadWait: number;
  /** Where this terminal stands, as whoever comes second is told; null: not told. */
  readonly place: HoldRequest['place'];
  readonly retryCap: number;
  /** Something waits to be told, or the connection turned out to be broken: somebody should look. */
  readonly onChange: () => void;
}

type FetchFault = 'not-found' | 'gone' | 'offline' | 'too-many-tries' | 'unavailable';

export interface DraftCourier {
  /** Tells the platform of everything that it has still to hear. */
  run(): Promise<void>;
  /** Milliseconds until `run` has something to do; Infinity when nothing waits. */
  until(): number;
  /** Something new waits. */
  look(): void;
  /** One short try now. @returns whether the platform has it; otherwise it is tried again later */
  upload(draft: KeptDraft): Promise<boolean>;
  fetch(key: string): Promise<Result<StoredDraft, Failure<FetchFault>>>;
  /** One short try: says that it is being worked on here. @param fence the number of the hold to renew; null: a new one */
  hold(key: string, fence: number | null): Promise<Result<HoldAnswer, Failure<FetchFault>>>;
  /** One short try; a hold that is not let go runs out. */
  release(key: string, fence: number): Promise<void>;
}

type Refused = Exclude<Verdict<unknown>, { kind: 'answered' }>;

export function createDraftCourier(options: DraftCourierOptions): DraftCourier {
  const { queue, gateway, gate, link, uptime } = options;
  // What an earlier run of the program left is looked for once.
  let waiting = waits();
  let failures = 0;
  let notBefore = 0;

  function waits(): boolean {
    const untold = queue.drafts.untold();
    return untold.ok && untold.value.length > 0;
  }

  function put({ key, sealed, draftId, schemaVersion, expiresAt }: KeptDraft, deadline?: number) {
    const facts = { draftId, schemaVersion, expiresAt };
    const body: StoredDraft = {
      ...{ ...facts, ...markOf(options.terminalId) },
      sealed: Buffer.from(sealed).toString('base64url'),
    };
    return gateway.call({
      method: 'PUT',
      path: draftPath(key),
      body: JSON.stringify(body),
      schema: draftStoredSchema,
      ...(deadline === undefined ? {} : { deadline }),
    });
  }

  /** The trouble is ours alone when it is about drafts, and everybody's when it is about the way to the platform. */
  function note(verdict: Refused, wait: number | null): void {
    if (isTrouble(verdict) && codeOf(verdict) !== 'too-many-tries') gate.troubled(verdict, wait);
    failures += 1;
    notBefore = uptime() + Math.max(gate.jitter(failures, options.retryCap), wait ?? 0);
  }

  /** @returns false when the rest should wait */
  async function tell(draft: UntoldDraft): Promise<boolean> {
    const { key, sealed } = draft;
    const { verdict, wait } =
      sealed === null
        ? await gateway.call({
            method: 'DELETE',
            path: draftEndPath(key, draft.ending.how, draft.ending.fence),
            schema: draftGoneSchema,
          })
        : await put({ ...draft, sealed });
    if (verdict.kind === 'answered') {
      failures = 0;
      return queue.drafts.told(key, sealed === null).ok;
    }
    if (codeOf(verdict) === 'draft-gone') return over(draft);
    // It will never be taken: it stays here, where it can still be taken up.
    if (verdict.kind === 'refused') return queue.drafts.told(key, sealed === null).ok;
    note(verdict, wait);
    return false;
  }

  /** It was submitted elsewhere. */
  function over(draft: UntoldDraft): boolean {
    return (
      queue.drafts.end(draft, { how: 'submitted', fence: null }).ok && queue.drafts.told(draft.key, true).ok
    );
  }

  function look(): void {
    waiting = true;
    options.onChange();
  }

  /** For somebody who waits: asked once, and only where an answer can be expected. */
  async function ask<T>(call: {
    readonly method: 'GET' | 'PUT' | 'DELETE';
    readonly path: string;
    readonly schema: z.ZodType<T>;
    readonly body?: string;
    readonly deadline?: number;
  }): Promise<Result<T, Failure<FetchFault>>> {
    if (!link.online) return fail('offline');
    if (!gate.mayCall()) return fail('unavailable');
    const { verdict, wait } = await gateway.call(call);
    if (verdict.kind === 'answered') {
      link.up();
      return ok(verdict.body);
    }
    const code = codeOf(verdict);
    if (code === 'not-found' || code === 'too-many-tries') return fail(code);
    if (code === 'draft-gone') return fail('gone');
    if (isTrouble(verdict)) {
      gate.troubled(verdict, wait);
      options.onChange();
    }
    const away = verdict.kind === 'no-network' || verdict.kind === 'not-the-platform';
    return fail(away ? 'offline' : 'unavailable');
  }

  return {
    async run() {
      const untold = queue.drafts.untold();
      if (!untold.ok || untold.value.length === 0) {
        waiting = false;
        return;
      }
      for (const draft of untold.value) if (!(await tell(draft))) return;
    },

    until: () => (waiting ? Math.max(0, notBefore - uptime()) : Infinity),

    look,

    async upload(draft) {
      if (link.online && gate.mayCall()) {
        const { verdict } = await put(draft, options.uploadWait);
        if (verdict.kind === 'answered') return queue.drafts.told(draft.key, false).ok;
      }
      look();
      return false;
    },

    fetch: (key) => ask({ method: 'GET', path: draftPath(key), schema: storedDraftSchema }),

    hold: (key, fence) =>
      ask({
        method: 'PUT',
        path: holdPath(key),
        body: JSON.stringify({ place: options.place, fence } satisfies HoldRequest),
        schema: holdAnswerSchema,
        deadline: options.uploadWait,
      }),

    async release(key, fence) {
      await ask({
        method: 'DELETE',
        path: `${holdPath(key)}?fence=${String(fence)}`,
        schema: holdReleasedSchema,
        deadline: options.uploadWait,
      });
    },
  };
}

function codeOf(verdict: Refused): string | null {
  return 'code' in verdict ? verdict.code : null;
}
