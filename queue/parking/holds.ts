import { type HeldBy, heldBy } from '../../domain/parking/held-by.ts';
import type { DraftEnd, HoldAnswer, Holder } from '../../domain/parking/hold.ts';
import type { DraftCourier } from '../sync/drafts/draft-courier.ts';

/** How this terminal stands to what it has open. */
type Standing =
  | { readonly as: 'holder'; readonly fence: number }
  /** Nobody could be asked: no network, or the platform has not got it yet. */
  | { readonly as: 'unclaimed' }
  /** Another terminal has it or has ended it: what becomes of it here is kept beside that. */
  | { readonly as: 'copy'; readonly by: HeldBy | null; readonly ended: DraftEnd | null };

interface Open {
  readonly key: string;
  readonly standing: Standing;
}

/** How what is open here ends, when it is parked anew. */
export interface Ending {
  /** False: another terminal's is the newer one, nothing of it is ended from here. */
  readonly mayEnd: boolean;
  /** Null: no hold was had; the gateway decides. */
  readonly fence: number | null;
  readonly by: HeldBy | null;
}

/** What somebody who takes a slip up has to be told before it is opened. */
type Claimed = { readonly free: true } | { readonly free: false; readonly by: Holder } | 'over';

/**
 * Who works on what was taken up (docs/adr/0034): the hold of the one draft that a visit has open. In memory only: a
 * terminal whose power went holds nothing, and its hold at the gateway runs out.
 */
export interface Holds {
  /** Before it is opened to anybody. @param copy whoever stands here knows of the other, and works on a copy */
  claim(key: string, copy: boolean): Promise<Claimed>;
  /** Asks once more, at the end of the work. */
  ending(key: string): Promise<Ending>;
  /** Whether it was submitted at another terminal meanwhile, as far as anybody can be asked. */
  isSubmitted(key: string): Promise<boolean>;
  /** It goes on here: asked again now and then, and as soon as there is a network. */
  renew(): Promise<void>;
  /** It ended: there is nothing to be let go. */
  forget(key: string): void;
  /** The visit is over. */
  letGo(): void;
}

export interface HoldsOptions {
  readonly courier: Pick<DraftCourier, 'hold' | 'release'>;
}

export function createHolds({ courier }: HoldsOptions): Holds {
  let open: Open | null = null;

  function stand(key: string, standing: Standing): void {
    open = { key, standing };
  }

  /** @returns null when nobody could be asked */
  async function ask(key: string, fence: number | null): Promise<HoldAnswer | null> {
    const asked = await courier.hold(key, fence);
    return asked.ok ? asked.value : null;
  }

  function standingOf(answer: HoldAnswer): Standing {
    switch (answer.hold) {
      case 'yours':
        return { as: 'holder', fence: answer.fence };
      case 'others':
        return { as: 'copy', by: heldBy(answer.by), ended: null };
      case 'over':
        return { as: 'copy', by: null, ended: answer.how };
    }
  }

  function letGo(): void {
    if (open?.standing.as === 'holder') void courier.release(open.key, open.standing.fence);
    open = null;
  }

  /** How it stands now; as before, where nobody can be asked. */
  async function refreshed(key: string): Promise<Standing> {
    const before: Standing = open?.key === key ? open.standing : { as: 'unclaimed' };
    const answer = await ask(key, before.as === 'holder' ? before.fence : null);
    if (answer === null) return before;
    const standing = standingOf(answer);
    // The visit may have ended while the platform was asked.
    if (open?.key === key) stand(key, standing);
    return standing;
  }

  return {
    async claim(key, copy) {
      if (open !== null) letGo();
      const answer = await ask(key, null);
      if (answer?.hold === 'over') return 'over';
      if (answer?.hold === 'others' && !copy) return { free: false, by: answer.by };
      stand(key, answer === null ? { as: 'unclaimed' } : standingOf(answer));
      return { free: true };
    },

    async ending(key) {
      const standing = await refreshed(key);
      if (standing.as === 'copy') return { mayEnd: false, fence: null, by: standing.by };
      return { mayEnd: true, fence: standing.as === 'holder' ? standing.fence : null, by: null };
    },

    async isSubmitted(key) {
      const standing = await refreshed(key);
      return standing.as === 'copy' && standing.ended === 'submitted';
    },

    async renew() {
      if (open !== null && open.standing.as !== 'copy') await refreshed(open.key);
    },

    forget(key) {
      if (open?.key === key) open = null;
    },

    letGo,
  };
}
