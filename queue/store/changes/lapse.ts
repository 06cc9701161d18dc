import { ok } from '../../../domain/result.ts';
import type { Context } from '../context.ts';
import type { Sending } from '../queue-interface.ts';

/** What nobody may send any more leaves the line, so that what is behind it can go. */
export function lapsing({ store, now }: Context): Pick<Sending, 'expireDue'> {
  return {
    expireDue: () =>
      store.write((session) => {
        const { place } = now();
        const lapsed = session.statements.lapsed.all(place.at);
        for (const { sequence, id, kind } of lapsed) {
          session.statements.expire.run(sequence);
          const detail = { id, kind };
          session.audit.append({ event: 'submission.expired', actor: 'system', detail }, place);
        }
        return ok(lapsed.map(({ id, reference }) => ({ id, reference })));
      }),
  };
}
