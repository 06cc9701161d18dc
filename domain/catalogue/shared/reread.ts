import type { Answers, Definition, Facts } from '../definition.ts';
import { pagesFor } from '../pages.ts';

/**
 * The answers after one was changed, without *read* on every statement that now says something else: another fund,
 * another amount, another day. Whoever changes an answer on the review page reads anew what follows from it, and what
 * stayed the same is not asked again.
 *
 * @param before the facts as they were
 * @param after the same facts with the changed answer
 */
export function withoutStaleReading(definition: Definition, before: Facts, after: Facts): Answers {
  const stale = new Set(
    pagesFor(definition, after)
      .filter(({ step, index }) => {
        const asked = step.ask(after, index);
        // What the platform said is no reading; whether it still holds is for the page's own rule.
        if (step.asksPlatform === true) return false;
        return (
          asked.type === 'statement' && JSON.stringify(asked) !== JSON.stringify(step.ask(before, index))
        );
      })
      .map(({ id }) => id),
  );
  return Object.fromEntries(Object.entries(after.answers).filter(([id]) => !stale.has(id)));
}
