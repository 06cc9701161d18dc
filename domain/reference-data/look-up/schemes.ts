import type { IsoDate } from '../../calendar/working-calendar.ts';
import { type Failure, fail, ok, type Result } from '../../result.ts';
import { coversDate } from '../dated.ts';
import type { ReferenceData } from '../schema/reference-data.ts';
import type { Fund, InstructionGroup, Scheme } from '../schema/schemes.ts';

/** Until when the trustee still takes a group of instructions of a scheme that moves. */
interface SchemeCutOff {
  readonly instruction: InstructionGroup;
  readonly lastDay: IsoDate;
  /** Past: nobody takes it until the scheme is on. */
  readonly closed: boolean;
}

/** Where a scheme's instructions go on a date (facts/domain.md §4). */
export type SchemeState =
  | { readonly state: 'not-yet'; readonly movingFrom: IsoDate; readonly on: IsoDate }
  | { readonly state: 'moving'; readonly on: IsoDate; readonly cutOffs: readonly SchemeCutOff[] }
  | { readonly state: 'on'; readonly on: IsoDate };

export function schemeOf(
  data: Pick<ReferenceData, 'schemes'>,
  schemeId: string,
): Result<Scheme, Failure<'scheme-not-known'>> {
  const scheme = data.schemes.find(({ id }) => id === schemeId);
  return scheme === undefined ? fail('scheme-not-known') : ok(scheme);
}

export function schemeOn(
  data: Pick<ReferenceData, 'schemes'>,
  schemeId: string,
  date: IsoDate,
): Result<SchemeState, Failure<'scheme-not-known'>> {
  const scheme = schemeOf(data, schemeId);
  if (!scheme.ok) return scheme;
  const { movingFrom, on } = scheme.value.onboarding;
  if (date >= on) return ok({ state: 'on', on });
  if (date < movingFrom) return ok({ state: 'not-yet', movingFrom, on });
  const cutOffs = scheme.value.cutOffs.map(({ instruction, lastDay }) => ({
    instruction,
    lastDay,
    closed: date > lastDay,
  }));
  return ok({ state: 'moving', on, cutOffs });
}

/**
 * Whether the platform takes an instruction of a scheme on a date.
 *
 * @returns `scheme-not-yet` while everything goes to the trustee; `scheme-moving` while the trustee takes it at most
 *   until `lastDay` (left out where no cut-off is known) and the platform from `on`
 */
export function platformTakes(
  data: Pick<ReferenceData, 'schemes'>,
  schemeId: string,
  instruction: InstructionGroup,
  date: IsoDate,
): Result<true, Failure<'scheme-not-known' | 'scheme-not-yet' | 'scheme-moving'>> {
  const found = schemeOn(data, schemeId, date);
  if (!found.ok) return found;
  const scheme = found.value;
  if (scheme.state === 'on') return ok(true);
  if (scheme.state === 'not-yet') return fail('scheme-not-yet', { on: scheme.on });
  const cutOff = scheme.cutOffs.find((candidate) => candidate.instruction === instruction);
  return fail('scheme-moving', {
    on: scheme.on,
    ...(cutOff === undefined ? {} : { lastDay: cutOff.lastDay }),
  });
}

/**
 * The constituent funds of a scheme, in the order of their English names: none stands out (facts/domain.md §3d).
 *
 * @param date only those that may be chosen on it; all when left out
 */
export function fundsOf(
  data: Pick<ReferenceData, 'funds'>,
  schemeId: string,
  date?: IsoDate,
): readonly Fund[] {
  return data.funds
    .filter(({ scheme }) => scheme === schemeId)
    .filter((fund) => date === undefined || coversDate(fund, date))
    .sort((one, other) => (one.name.en < other.name.en ? -1 : one.name.en > other.name.en ? 1 : 0));
}
