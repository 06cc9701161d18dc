import type { AnyEventObject } from 'xstate';
import { definitionOf } from '../../../domain/catalogue/catalogue.ts';
import type { Answers } from '../../../domain/catalogue/definition.ts';
import { completed } from '../../../domain/catalogue/testing/answering.ts';
import type { InstructionKind } from '../../../domain/kinds/kinds.ts';
import type { SessionContext } from '../../session/context/context.ts';
import type { SessionSnapshot } from '../../session/session.machine.ts';
import { factsOf } from '../../flow/create-flow-machine.ts';
import { done } from './children.ts';

/** One that needs nobody identified and may be kept, one that needs attestation and may only be prepared offline. */
export const KINDS: readonly InstructionKind[] = ['call-back', 'fund-switch'];

/** One that staff here cannot give enough for: it has a walk of its own. */
export const MOST_ASSURED: InstructionKind = 'particulars-change';

const examples = new Map<string, Answers>();

/** Complete answers of whoever stands here; the same object each time, as the rest of what children say. */
function exampleOf({ outside, online, visit }: SessionContext, kind: InstructionKind): Answers {
  const { records } = visit.lookUp;
  const key = `${kind} ${visit.identified?.means ?? 'nobody'} ${records?.what ?? ''}`;
  const known = examples.get(key);
  if (known !== undefined) return known;
  const start = factsOf({ outside, online, identified: visit.identified, records, answers: {} });
  const answers = completed(definitionOf(kind), start)?.facts.answers ?? {};
  examples.set(key, answers);
  return answers;
}

/** What the flow of an instruction says of itself: answers so far, and all of them. */
export function told({ context }: SessionSnapshot): readonly AnyEventObject[] {
  const { instruction } = context.visit;
  if (instruction === null || ![...KINDS, MOST_ASSURED].includes(instruction.kind)) return [];
  const answers = exampleOf(context, instruction.kind);
  const some = Object.fromEntries(Object.entries(answers).slice(0, 1));
  return [
    {
      type: 'xstate.snapshot.instruction',
      snapshot: { status: 'active', value: 'routing', context: { answers: some, byStaff: [], drafts: {} } },
    },
    done('instruction', { answers, byStaff: Object.keys(answers).slice(0, 1) }),
  ];
}
