import { z } from 'zod';
import { fail } from '../../../domain/result.ts';
import type { QueuePort } from '../../../domain/terminal/ports/queue/queue.ts';
import type { SignInOfVisit } from '../../../domain/terminal/ports/queue/proof.ts';
import {
  signInRequestSchema,
  signInResponseSchema,
  signInStateSchema,
} from '../../../domain/wire/iam-smart.ts';
import type { Ask } from './ask.ts';
import type { IdentityProver } from './identity-proof.ts';

const PATH = '/v1/iam-smart/sign-ins';

/** Signing in with iAM Smart, whose client is the platform (domain/wire/iam-smart.ts). Nothing is kept here. */
export function createSignIns({
  prove,
  ask,
}: {
  readonly prove: IdentityProver;
  readonly ask: Ask;
}): Pick<QueuePort, 'beginSignIn' | 'signInState' | 'endSignIn'> {
  const pathOf = ({ id, session }: SignInOfVisit): string =>
    `${PATH}/${encodeURIComponent(id)}?session=${encodeURIComponent(session)}`;

  return {
    async beginSignIn({ session, ...who }) {
      const claim = await prove(who);
      if (!claim.ok) return claim;
      const request = signInRequestSchema.safeParse({ session, claim: claim.value });
      if (!request.success) return fail('unavailable');
      return ask({
        method: 'POST',
        path: PATH,
        body: JSON.stringify(request.data),
        schema: signInResponseSchema,
      });
    },
    signInState: (signIn) => ask({ method: 'GET', path: pathOf(signIn), schema: signInStateSchema }),
    endSignIn: (signIn) => {
      // One that is not ended runs out by itself: whether this arrives is nobody's trouble.
      void ask({ method: 'DELETE', path: pathOf(signIn), schema: z.object({ over: z.literal(true) }) });
    },
  };
}
