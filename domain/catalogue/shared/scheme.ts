import { z } from 'zod';
import { platformTakes, schemeOn } from '../../reference-data/look-up/schemes.ts';
import type { InstructionGroup, Scheme } from '../../reference-data/schema/schemes.ts';
import { type Failure, fail, ok, type Result } from '../../result.ts';
import { type Label, literal, message, type Option } from '../ask.ts';
import type { Facts, Refusal, Step } from '../definition.ts';

/** A scheme of the reference data, by its id. */
export const schemeIdSchema = z.string().regex(/^[a-z0-9-]{1,64}$/);

type SchemeFault = 'scheme-not-known' | 'scheme-not-yet' | 'scheme-moving' | 'scheme-moving-closed';

/**
 * Every scheme, in the order of their English names. One that is not on stands there too, with the day: whoever has
 * money in it learns why it is not taken instead of looking for it in vain.
 */
export function schemeOptions({ data, today }: Facts): readonly Option[] {
  return [...data.schemes].sort(byEnglishName).map((scheme) => {
    const option = { code: scheme.id, label: { words: scheme.name } };
    const { on } = scheme.onboarding;
    return today >= on ? option : { ...option, help: message('shared.scheme-from', { date: on }) };
  });
}

function byEnglishName(one: Scheme, other: Scheme): number {
  return one.name.en < other.name.en ? -1 : one.name.en > other.name.en ? 1 : 0;
}

/** A scheme's name, or its id where the data no longer know it. */
export function schemeName({ data }: Facts, schemeId: string): Label {
  const scheme = data.schemes.find(({ id }) => id === schemeId);
  return scheme === undefined ? literal(schemeId) : { words: scheme.name };
}

/**
 * Whether the platform takes such an instruction of a scheme today (facts/domain.md §4).
 *
 * @returns the scheme's id; `scheme-not-yet` while the trustee takes everything; `scheme-moving` while the trustee
 *   takes it until `lastDay`; `scheme-moving-closed` when nobody takes it, or no last day is known; each with `on`,
 *   the scheme's first day on the platform
 */
export function takenScheme(
  schemeId: string,
  instruction: InstructionGroup,
  { data, today }: Facts,
): Result<string, Failure<SchemeFault>> {
  const taken = platformTakes(data, schemeId, instruction, today);
  if (taken.ok) return ok(schemeId);
  if (taken.code === 'scheme-not-known') return fail('scheme-not-known');
  const state = schemeOn(data, schemeId, today);
  const on = state.ok ? state.value.on : '';
  if (taken.code === 'scheme-not-yet') return fail('scheme-not-yet', { on });
  const lastDay = taken.params?.['lastDay'];
  return lastDay === undefined || String(lastDay) < today
    ? fail('scheme-moving-closed', { on })
    : fail('scheme-moving', { on, lastDay });
}

/** The page for a scheme; `instruction` is what a moving scheme's cut-off is looked up for. */
export function schemeStep(
  instruction: InstructionGroup,
  options: Partial<Pick<Step, 'id' | 'words' | 'when'>> & {
    readonly check?: NonNullable<Step['check']>;
  } = {},
): Step {
  const { check, ...rest } = options;
  return {
    id: 'scheme',
    words: 'ask.shared.scheme',
    ...rest,
    ask: (facts) => ({ type: 'choice', options: schemeOptions(facts) }),
    check: (value, facts, index) => {
      const taken = takenScheme(value, instruction, facts);
      return taken.ok ? (check?.(value, facts, index) ?? taken) : taken;
    },
  };
}

/** No scheme is on today: nothing that needs one can begin (`Definition.refuse`). */
export function refuseWithoutScheme({ data, today }: Facts): Refusal | null {
  return data.schemes.some(({ onboarding }) => onboarding.on <= today) ? null : { code: 'no-scheme-on' };
}
