import { MOCK_RUN } from '../../domain/catalogue/kinds/employer-remittance/mock-run.ts';
import { pagesFor, wordsOf } from '../../domain/catalogue/pages.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { factsOf } from '../flow/create-flow-machine.ts';
import { fileScreen } from '../remittance-file/file-screen.ts';
import type { RemittanceFileSnapshot } from '../remittance-file/remittance-file.machine.ts';
import type { MockRunSnapshot } from './mock-run.machine.ts';

/** The page of a mock run; null between pages and after the end. */
export function mockRunScreen(snapshot: MockRunSnapshot, file: RemittanceFileSnapshot | null): Screen | null {
  const { kind } = MOCK_RUN;
  if (file !== null) return fileScreen(kind, file);
  const { context } = snapshot;
  const facts = factsOf(context);
  const page = pagesFor(MOCK_RUN, facts).find(({ id }) => id === snapshot.value);
  if (page === undefined) return null;
  return {
    id: 'ask',
    kind,
    page: page.id,
    words: wordsOf(kind, page),
    index: page.index,
    ask: page.step.ask(facts, page.index),
    value: context.drafts[page.id] ?? context.answers[page.id] ?? '',
    error: context.error,
    changing: false,
  };
}
