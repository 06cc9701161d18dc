import type { Failure } from '../result.ts';
import type { Holder } from './hold.ts';

/** Who works on what was parked, as a screen says it. */
export type HeldBy = Pick<Holder, 'terminalId' | 'place' | 'since'>;

/** What of a holder is told. */
export function heldBy({ terminalId, place, since }: Holder): HeldBy {
  return { terminalId, place, since };
}

/** The holder as the parameters of a failure `held`, which are plain words and numbers. */
export function paramsOfHolder({ terminalId, place, since }: Holder): NonNullable<Failure<'held'>['params']> {
  return { terminalId, since, ...(place === null ? {} : { zh: place['zh-Hant'], en: place.en }) };
}

/** @returns null when they name nobody */
export function holderOfParams(params: Failure<string>['params']): HeldBy | null {
  const { terminalId, since, zh, en } = params ?? {};
  if (typeof terminalId !== 'string' || typeof since !== 'string') return null;
  const place = typeof zh === 'string' && typeof en === 'string' ? { 'zh-Hant': zh, en } : null;
  return { terminalId, since, place };
}
