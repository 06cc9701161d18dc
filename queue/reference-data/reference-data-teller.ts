import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import type { ReferenceDataStore } from './reference-data-store.ts';

/** Keeps somebody outside the thread told which reference data are in force. */
export interface ReferenceDataTeller extends Pick<ReferenceDataStore, 'newestVersion' | 'offer'> {
  /** Tells what is in force if it is other than what was told last: at first, and once the day of a waiting one came. */
  look(): void;
}

/** @param tell told what is in force, also when an offer was taken */
export function createReferenceDataTeller(
  store: ReferenceDataStore,
  tell: (data: ReferenceData) => void,
): ReferenceDataTeller {
  let told: ReferenceData | null = null;

  function look(): void {
    const current = store.current();
    if (current === told) return;
    told = current;
    tell(current);
  }

  return {
    newestVersion: () => store.newestVersion(),
    async offer(jws) {
      const offered = await store.offer(jws);
      look();
      return offered;
    },
    look,
  };
}
