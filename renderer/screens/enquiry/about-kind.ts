import type { SubmissionKind } from '../../../domain/kinds/kinds.ts';
import type { Terminal } from '../../terminal.ts';
import { isMessageKey } from '../../text/text.ts';

/** What somebody left, as it is called on the menu; null where the platform did not say, or where it has no name. */
export function aboutKind(text: Terminal['text'], kind: SubmissionKind | null): string | null {
  const name = `kind.${kind ?? ''}.name`;
  return isMessageKey(name) ? text(name) : null;
}
