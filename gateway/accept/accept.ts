import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { ProblemCode, SubmissionRequest } from '../../domain/wire/contract.ts';
import { type GatewayMode, markFault } from '../practice/practice.ts';
import { sameBytes } from '../store/same-bytes.ts';
import type { Store } from '../store/store.ts';
import type { Committed, NewSubmission, StoredAnswer } from '../store/submission-store.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createHeldLanes, placeOf } from './lanes.ts';
import { outsideFault, prepare, type PrepareParts } from './prepare.ts';
import { reissued } from './reissue.ts';

interface Accepted {
  /** False for a repeated key: the earlier answer. */
  readonly first: boolean;
  readonly answer: StoredAnswer;
}

export type AcceptResult = Result<Accepted, Failure<ProblemCode>>;

/** One of several; `refused` when whoever brought it found it wanting, and then it keeps its place in the order. */
export type Incoming =
  | { readonly request: SubmissionRequest }
  | {
      readonly refused: ProblemCode;
      /** Its lane (`lanes.ts`), or null when it cannot be told. */
      readonly place: string | null;
    };

/** Takes submissions in, however they travelled: alone, in batches, or on a medium. */
export interface Accepting {
  /**
   * Verifies, opens in memory, decides, and commits; answers only after the commit. The terminal that brings the
   * request must already be known to be `request.envelope.terminalId`.
   */
  accept(request: SubmissionRequest): Promise<AcceptResult>;
  /**
   * Several, as if they came one after the other in the order given, with one commit for all. When one is not taken the
   * later ones of its lane are answered `busy` with `afterSeconds` and not taken either: their order is the member's.
   * @returns one answer for each, in their order
   */
  acceptAll(items: readonly Incoming[]): Promise<readonly AcceptResult[]>;
}

/** More requests than this at once are answered `busy` with Retry-After rather than queued in memory. */
const MOST_AT_ONCE = 64;
/** What was before it in its lane is refused by now; the terminal sets that aside and sends the rest again. */
const HELD_BACK = fail('busy', { afterSeconds: 1 });

/** An item on its way to the commit, or what became of it before. */
type Step =
  | { readonly kind: 'answered'; readonly result: AcceptResult }
  | { readonly kind: 'new'; readonly submission: NewSubmission };

export function createAccepting(
  parts: PrepareParts & { readonly store: Store; readonly mode: GatewayMode },
): Accepting {
  const { store } = parts;
  /** Fingerprint by terminal and key; the inbox's unique key guards against a second process. */
  const inProgress = new Map<string, Uint8Array>();
  let running = 0;

  async function stepOf(item: Incoming, taken: string[], here: PrepareParts): Promise<Step> {
    if ('refused' in item) return answered(fail(item.refused));
    const { envelope } = item.request;
    const sealed = Buffer.from(item.request.sealed, 'base64url');
    const fault = markFault(envelope, parts.mode) ?? outsideFault(envelope, sealed);
    if (fault !== null) return answered(fail(fault));
    const fingerprint = fingerprintOf(item.request, sealed);
    const key = `${envelope.terminalId}/${envelope.id}`;
    const other = inProgress.get(key);
    if (other !== undefined) {
      return answered(
        fail(sameBytes(other, fingerprint) ? 'idempotency-in-progress' : 'idempotency-key-reused'),
      );
    }
    inProgress.set(key, fingerprint);
    taken.push(key);
    const earlier = await store.findAnswer(envelope.terminalId, envelope.id);
    if (earlier !== null) return answered(await repeated(item.request, fingerprint, earlier));
    const prepared = await prepare(item.request, sealed, fingerprint, here);
    return prepared.ok ? { kind: 'new', submission: prepared.value } : answered(prepared);
  }

  async function repeated(
    { envelope }: SubmissionRequest,
    fingerprint: Uint8Array,
    answer: StoredAnswer,
  ): Promise<AcceptResult> {
    if (!sameBytes(answer.fingerprint, fingerprint)) return fail('idempotency-key-reused');
    const issuedAt = parts.now().toISOString();
    const given = { kid: answer.receiptKid, receivedAt: answer.receivedAt };
    const receipt = await reissued(given, envelope, parts.keys, issuedAt);
    if (!receipt.ok) return receipt;
    if (receipt.value === null) return ok({ first: false, answer });
    const { terminalId, id } = envelope;
    const replaced = await store.replaceReceipt(terminalId, id, receipt.value, issuedAt);
    return replaced.ok ? ok({ first: false, answer: replaced.value }) : fail('busy');
  }

  /** In order, one commit for all that is new. */
  async function commitAll(items: readonly Incoming[], steps: readonly Step[]): Promise<AcceptResult[]> {
    const lanes = createHeldLanes();
    const results: AcceptResult[] = [];
    const commits: { readonly at: number; readonly submission: NewSubmission }[] = [];
    for (const [at, step] of steps.entries()) {
      const place = placeIn(items[at]);
      if (step.kind === 'answered' && step.result.ok) {
        // Taken long ago: the order is not touched by telling so again.
        results[at] = step.result;
      } else if (lanes.isHeld(place)) {
        results[at] = HELD_BACK;
      } else if (step.kind === 'new') {
        commits.push({ at, submission: step.submission });
      } else {
        results[at] = step.result;
        lanes.hold(place);
      }
    }
    if (commits.length === 0) return results;
    const committed = await store.commitSubmissions(commits.map(({ submission }) => submission));
    for (const [index, { at, submission }] of commits.entries()) {
      const one = committed.ok ? committed.value[index] : undefined;
      results[at] = one === undefined ? fail('busy') : resultOf(one, submission);
    }
    return results;
  }

  const acceptAll: Accepting['acceptAll'] = async (items) => {
    if (running >= MOST_AT_ONCE) return items.map(() => fail('busy'));
    running += 1;
    const taken: string[] = [];
    const here = { ...parts, store: rememberingStaff(store) };
    try {
      // All of them to their end, also when one meets a storage fault: their keys are given up below.
      const settled = await Promise.allSettled(items.map((item) => stepOf(item, taken, here)));
      const steps = settled.map((outcome): Step => {
        if (outcome.status === 'rejected') throw outcome.reason;
        return outcome.value;
      });
      return await commitAll(items, steps);
    } finally {
      for (const key of taken) inProgress.delete(key);
      running -= 1;
    }
  };

  return {
    acceptAll,
    accept: async (request) => {
      const [result] = await acceptAll([{ request }]);
      if (result === undefined) throw new Error('one item and no answer');
      return result;
    },
  };
}

/** One look at each staff record for all items of a request. */
function rememberingStaff(store: PrepareParts['store']): PrepareParts['store'] {
  return {
    isServiceCentre: remembering((terminalId) => store.isServiceCentre(terminalId)),
    ownRecordOf: remembering((staffId) => store.ownRecordOf(staffId)),
    inactiveSinceOf: remembering((staffId) => store.inactiveSinceOf(staffId)),
    findTranslation: remembering((digest) => store.findTranslation(digest)),
    findStaff: remembering((staffId) => store.findStaff(staffId)),
  };
}

function remembering<T>(look: (staffId: string) => T): (staffId: string) => T {
  const looked = new Map<string, T>();
  return (staffId) => {
    const known = looked.get(staffId) ?? look(staffId);
    looked.set(staffId, known);
    return known;
  };
}

function answered(result: AcceptResult): Step {
  return { kind: 'answered', result };
}

function placeIn(item: Incoming | undefined): string | null {
  if (item === undefined) return null;
  return 'request' in item ? placeOf(item.request.envelope) : item.place;
}

function resultOf(committed: Committed, submission: NewSubmission): AcceptResult {
  if (committed.state === 'held-back') return HELD_BACK;
  const { state, answer } = committed;
  // Another gateway process on the same store was quicker between our look and our commit.
  if (!sameBytes(answer.fingerprint, submission.fingerprint)) return fail('idempotency-key-reused');
  return ok({ first: state === 'stored', answer });
}
