import type { Answers, Facts } from '../../domain/catalogue/definition.ts';
import { checkAnswer, type Page } from '../../domain/catalogue/pages.ts';
import type { Failure } from '../../domain/result.ts';

/** What flows and calculators do alike with their pages: found by name, a draft kept, a wrong answer kept. */
export function pageFinder(pages: readonly Page[]): (id: string) => Page {
  const byId = new Map(pages.map((page) => [page.id, page]));
  return (id) => {
    const page = byId.get(id);
    if (page === undefined) throw new RangeError('a machine has no such page');
    return page;
  };
}

type Typed = { readonly type: string; readonly value?: string };

/** The drafts with what is being typed on a page. */
export function withDraft(drafts: Answers, page: string, event: Typed): Answers {
  return event.type === 'FIELD_DRAFT' && event.value !== undefined
    ? { ...drafts, [page]: event.value }
    : drafts;
}

/** Wrong input stays on the page with the reason beside it (facts/kiosk-ux.md §3.2). */
export function withWrongAnswer(
  drafts: Answers,
  page: Page,
  event: Typed,
  facts: Facts,
): { readonly error?: Failure<string>; readonly drafts?: Answers } {
  if (event.type !== 'ANSWER' || event.value === undefined) return {};
  const checked = checkAnswer(page, event.value, facts);
  if (checked.ok) return {};
  const { code, params } = checked;
  return {
    error: params === undefined ? { code } : { code, params },
    drafts: { ...drafts, [page.id]: event.value },
  };
}
