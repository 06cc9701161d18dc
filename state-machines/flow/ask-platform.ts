import { fromPromise } from 'xstate';
import type { Ask } from '../../domain/catalogue/ask.ts';
import { toldRulesText } from '../../domain/catalogue/shared/stored-rules.ts';
import { canonicalHkid } from '../../domain/identity/document/hkid.ts';
import { evidenceOf } from '../../domain/registration/build-payload.ts';
import type { IdentifiedMember } from '../../domain/registration/draft.ts';
import { identityClaimSchema } from '../../domain/wire/enquiry.ts';
import type { Outside } from '../outside.ts';

type Question = NonNullable<Extract<Ask, { readonly type: 'statement' }>['platform']>;

export interface AskPlatformInput {
  readonly outside: Outside;
  readonly identified: IdentifiedMember | null;
  readonly question: Question;
}

/** Asks the platform what a page needs to know. @returns the answer of that page, whatever came of asking */
export const askPlatform = fromPromise<string, AskPlatformInput>(async ({ input }) => {
  const { outside, identified, question } = input;
  const claim = claimOf(identified);
  if (claim === null) return notFetched(question);
  const answer = await outside.ports.queue.employerRules({ ...question, ...claim });
  if (answer.ok) return toldRulesText({ state: 'found', ...question, rules: answer.value });
  return answer.code === 'not-found' ? toldRulesText({ state: 'none', ...question }) : notFetched(question);
});

/** Nothing came of it. */
export function notFetched(question: Question): string {
  return toldRulesText({ state: 'not-fetched', ...question });
}

/** Nobody has attested anything yet: a document that was read is enough to ask. */
function claimOf(identified: IdentifiedMember | null) {
  if (identified === null) return null;
  const number = identified.means === 'reader' ? identified.document.number : identified.number;
  const claim = identityClaimSchema.safeParse({
    person: { hkid: canonicalHkid(number) },
    identification: evidenceOf(identified, null),
  });
  return claim.success ? claim.data : null;
}
