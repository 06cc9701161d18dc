import { z } from 'zod';
import type { Locale } from '../locale.ts';
import type { RegistrationAnswers, RegistrationStep } from '../registration/answers.ts';

/** Industry schemes (facts/domain.md, *Casual employees, industry schemes*); `none`: the worker is in another one. */
const INDUSTRY_SCHEMES = ['construction', 'catering', 'none'] as const;

/** For whom somebody works, as a list or a form of the employer says it. What was not said is left out. */
export const employmentSchema = z.strictObject({
  employer: z.exactOptional(z.string().min(1).max(80)),
  businessRegistration: z.exactOptional(z.string().regex(/^\d{8}$/)),
  /** Casual employee, paid by the day. */
  casual: z.exactOptional(z.boolean()),
  industryScheme: z.exactOptional(z.enum(INDUSTRY_SCHEMES)),
});
export type Employment = z.infer<typeof employmentSchema>;

/** What was brought about one worker. Null: not said. */
export interface Brought {
  /** Eight digits. */
  readonly mobile: string | null;
  readonly language: Locale | null;
  readonly employment: Employment | null;
}

/** The partner's list, or the worker's own form with its QR code. */
export const PREFILL_SOURCES = ['roster', 'qr'] as const;
export type PrefillSource = (typeof PREFILL_SOURCES)[number];

/** Pages that something can be brought for. */
const PREFILL_STEPS = ['mobile', 'communication-language', 'employer'] as const satisfies RegistrationStep[];
type PrefillStep = (typeof PREFILL_STEPS)[number];

/** Names of the same in the payload. */
export const PREFILLED_FIELDS = ['mobile', 'communicationLanguage', 'employment'] as const;
const FIELD_OF = {
  mobile: 'mobile',
  'communication-language': 'communicationLanguage',
  employer: 'employment',
} as const satisfies Record<PrefillStep, (typeof PREFILLED_FIELDS)[number]>;

/** What was brought for each page and from where; of the employer the text of `RegistrationAnswers.broughtEmployment`. */
export type Prefill = Readonly<
  Partial<Record<PrefillStep, { readonly value: string; readonly from: PrefillSource }>>
>;

/** For each page what was brought, the worker's own form before the list. */
export function prefillOf(brought: Readonly<Partial<Record<PrefillSource, Brought>>>): Prefill {
  let prefill: Prefill = {};
  for (const from of PREFILL_SOURCES) {
    const one = brought[from];
    if (one === undefined) continue;
    const { mobile, language, employment } = one;
    prefill = {
      ...prefill,
      ...(mobile === null ? {} : { mobile: { value: mobile, from } }),
      ...(language === null ? {} : { 'communication-language': { value: language, from } }),
      ...(employment === null ? {} : { employer: { value: JSON.stringify(employment), from } }),
    };
  }
  return prefill;
}

/** What is to be answered on a page as it was brought; of the employer nothing is chosen in advance. */
export function draftsOf(prefill: Prefill): Readonly<Partial<Record<RegistrationStep, string>>> {
  const { employer: _asked, ...fields } = prefill;
  return Object.fromEntries(Object.entries(fields).map(([step, { value }]) => [step, value]));
}

/** Reads what `prefillOf` wrote of an employment; null when it is none. */
export function employmentFrom(text: string | undefined): Employment | null {
  if (text === undefined) return null;
  try {
    const parsed = employmentSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** From where what stands on a page, or was answered there, was brought; null: nobody brought it, or it was changed. */
export function sourceOf(
  prefill: Prefill,
  step: RegistrationStep,
  value: string | undefined,
): PrefillSource | null {
  const brought = PREFILL_STEPS.find((known) => known === step);
  const found = brought === undefined ? undefined : prefill[brought];
  return found !== undefined && found.value === value ? found.from : null;
}

/** The answers that are as they were brought, for the payload: confirmed, since the member declared them. */
export function prefilledFields(prefill: Prefill, answers: RegistrationAnswers) {
  const given: Readonly<Record<PrefillStep, string | undefined>> = {
    mobile: answers.contactChannel === 'mobile' ? answers.mobile : undefined,
    'communication-language': answers.communicationLanguage,
    employer: answers.employer === 'mine' ? answers.broughtEmployment : undefined,
  };
  return PREFILL_STEPS.flatMap((step) => {
    const from = sourceOf(prefill, step, given[step]);
    return from === null ? [] : [{ field: FIELD_OF[step], from }];
  });
}
