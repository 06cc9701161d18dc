import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import { pagesFor, type Page } from '../../domain/catalogue/pages.ts';
import { INSTRUCTION_KINDS, type InstructionKind } from '../../domain/kinds/kinds.ts';
import type { SnapshotFrom } from 'xstate';
import { createFlowMachine, factsOf, type InstructionMachine } from './create-flow-machine.ts';

export type InstructionSnapshot = SnapshotFrom<InstructionMachine>;

/** The flow of every kind of instruction. */
export const FLOWS: Readonly<Record<InstructionKind, InstructionMachine>> = Object.fromEntries(
  INSTRUCTION_KINDS.map((kind) => [kind, createFlowMachine(definitionOf(kind))]),
) as Record<InstructionKind, InstructionMachine>;

/** The page a flow shows, with what was answered or typed on it before; null between pages and after the end. */
export interface InstructionPage {
  readonly page: Page;
  readonly value: string;
}

export function instructionPage(
  kind: InstructionKind,
  snapshot: InstructionSnapshot,
): InstructionPage | null {
  const { context } = snapshot;
  const page = pagesFor(definitionOf(kind), factsOf(context)).find(({ id }) => id === snapshot.value);
  if (page === undefined) return null;
  return { page, value: context.drafts[page.id] ?? context.answers[page.id] ?? '' };
}
