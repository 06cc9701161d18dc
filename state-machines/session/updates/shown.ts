import type { Shown } from '../../../domain/registration/draft.ts';
import type { SessionContext } from '../context/context.ts';

/** The text that stood on the page, and when. */
export function shown({ outside, locale, visit }: SessionContext, text: 'notice' | 'declaration'): Shown {
  const { config, ports } = outside;
  const { textDigests } = config;
  const digests =
    visit.instruction === null
      ? textDigests[text]
      : text === 'notice'
        ? textDigests.instructionNotice
        : textDigests.instructionDeclaration[visit.instruction.kind];
  return { digest: digests[locale], locale, at: ports.now() };
}
