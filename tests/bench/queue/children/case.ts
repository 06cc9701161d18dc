import { bytesIn } from '../disk.ts';
import { answer, requestOf } from '../child.ts';
import { IMPLEMENTATIONS } from '../implementations/index.ts';
import type { Claimed, OpenImplementation } from '../implementations/implementation.ts';
import { submissions } from '../implementations/submissions.ts';
import { measure, type Phase } from '../measure.ts';
import { type CaseRequest, type CaseResult, caseRequestSchema } from '../messages.ts';

/** Untimed operations at first: compiling, and a log that does not have to grow any more. The same for everybody. */
const WARM_UP = 300;
const MANY = 50;

async function addAll(opened: OpenImplementation, count: number, folder: string): Promise<Phase> {
  const made = [...submissions(count)];
  return measure(folder, count, (done) => {
    const submission = made[done];
    if (submission === undefined) throw new RangeError('a submission is missing');
    const added = opened.add(submission);
    return added instanceof Promise ? added.then(() => 1) : 1;
  });
}

/** `limit` is the most of one claim: where order is kept within lanes, two of one lane never come together. */
async function processAll(
  claim: NonNullable<OpenImplementation['claim']>,
  count: number,
  limit: number,
  folder: string,
): Promise<Phase> {
  return measure(folder, count, (done) => {
    const claimed = claim(Math.min(limit, count - done));
    return claimed instanceof Promise ? claimed.then(acknowledged) : acknowledged(claimed);
  });
}

/** Waits only for who makes us wait. */
function acknowledged(claimed: Claimed): Promise<number> | number {
  const underWay = claimed.acknowledge();
  return underWay instanceof Promise ? underWay.then(() => claimed.count) : claimed.count;
}

async function run({ implementation, folder, operations }: CaseRequest): Promise<CaseResult> {
  const started = performance.now();
  const opened = IMPLEMENTATIONS[implementation].open(folder);
  const openMs = performance.now() - started;
  const { claim } = opened;
  let fails: string | null = null;
  let processed: Phase | null = null;
  let processedMany: Phase | null = null;

  await addAll(opened, WARM_UP, folder);
  const add = await addAll(opened, operations, folder);
  if (claim !== null) {
    try {
      await processAll(claim, WARM_UP, 1, folder);
      processed = await processAll(claim, operations, 1, folder);
      if (opened.claimsMany) {
        await addAll(opened, operations + WARM_UP, folder);
        await processAll(claim, WARM_UP, MANY, folder);
        processedMany = await processAll(claim, operations, MANY, folder);
      }
    } catch (error) {
      fails = String(error);
    }
  }
  opened.close();
  return { openMs, add, process: processed, processMany: processedMany, fails, bytes: bytesIn(folder) };
}

answer(await run(requestOf(caseRequestSchema)));
