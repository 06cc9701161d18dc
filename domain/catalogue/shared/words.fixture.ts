import { CATALOGUES } from '../../messages/catalogue.ts';
import { shared as sharedEnglish } from '../../messages/en/instructions/shared.ts';
import { shared as sharedChinese } from '../../messages/zh-Hant/instructions/shared.ts';
import type { Ask, Label } from '../ask.ts';
import { type Definition, type Facts, isRepeat, type Step } from '../definition.ts';
import { pagesFor } from '../pages.ts';

type Words = Readonly<Record<string, string>>;

/** A kind's own message files. */
export interface WordsOfKind {
  readonly en: Words;
  readonly 'zh-Hant': Words;
}

/** facts/wording.md, *Never*, and what a kiosk page has room for. */
const NEVER = /無效|行街紙|熱門|\binvalid\b|\bdone\b|\*|\bpopular\b|\p{Script=Han}[,.;:?!]/iu;
const ROOM = { en: { heading: 60, help: 110 }, 'zh-Hant': { heading: 22, help: 45 } } as const;

/**
 * What is wrong with the words of a kind: a step, option, statement, rule or refusal without its message in a language,
 * a heading or help too long for its page, a word that is never said, or other parameters than in English. Empty when
 * all is well.
 *
 * @param runs facts that between them lead to every option and statement
 */
export function faultsInWords(
  definition: Definition,
  own: WordsOfKind,
  runs: readonly Facts[],
  rules: readonly string[],
  refusals: readonly string[] = [],
): readonly string[] {
  const { kind } = definition;
  const wanted = new Set([
    ...[`kind.${kind}.name`, `kind.${kind}.help`, `declaration.${kind}`, `receipt.${kind}`],
    ...rules.map((code) => `rule.${code}`),
    ...refusals.flatMap((code) => [`refusal.${code}`, `refusal.${code}.help`]),
    ...runs.flatMap((facts) => keysOf(definition, facts)),
  ]);
  const never = unseen(definition, runs).map((id) => `${id}: no run shows it`);
  const faults = (['en', 'zh-Hant'] as const).flatMap((locale) => {
    const sharedWords: Words = locale === 'en' ? sharedEnglish : sharedChinese;
    const known: Words = { ...CATALOGUES[locale], ...sharedWords, ...own[locale] };
    const missing = [...wanted].filter((key) => (known[key] ?? '').trim() === '');
    const said = Object.entries({ ...sharedWords, ...own[locale] });
    const bad = said.filter(([key, text]) => NEVER.test(text) || tooLong(locale, key, text));
    return [...missing, ...bad.map(([key]) => key)].map((key) => `${locale}: ${key}`);
  });
  return [...never, ...faults, ...differing(own)];
}

/** Messages that do not take the same parameters in both languages. */
function differing(own: WordsOfKind): readonly string[] {
  const chinese: Words = { ...sharedChinese, ...own['zh-Hant'] };
  return Object.entries({ ...sharedEnglish, ...own.en })
    .filter(([key, text]) => parameters(text) !== parameters(chinese[key] ?? ''))
    .map(([key]) => `${key}: parameters`);
}

function parameters(text: string): string {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort().join();
}

function tooLong(locale: 'en' | 'zh-Hant', key: string, text: string): boolean {
  const part = /^ask\..*\.(heading|help)$/.exec(key)?.[1];
  if (part === undefined) return false;
  return text.length > ROOM[locale][part === 'heading' ? 'heading' : 'help'];
}

function unseen(definition: Definition, runs: readonly Facts[]): readonly string[] {
  const shown = new Set(runs.flatMap((facts) => pagesFor(definition, facts).map(({ step }) => step.id)));
  const steps = definition.steps.flatMap((part): readonly Step[] => (isRepeat(part) ? part.steps : [part]));
  return steps.map(({ id }) => id).filter((id) => !shown.has(id));
}

function keysOf(definition: Definition, facts: Facts): readonly string[] {
  const labels = [...(definition.tell?.(facts) ?? []), ...(definition.bring?.(facts) ?? [])];
  const pages = pagesFor(definition, facts).flatMap(({ step, index }) => {
    const ask = step.ask(facts, index);
    const prefix = step.words ?? `ask.${definition.kind}.${step.id}`;
    const row = ask.type === 'statement' ? [] : [`${prefix}.row`];
    return [`${prefix}.heading`, `${prefix}.help`, ...row, ...labelsOf(ask).flatMap(keyOf)];
  });
  return [...labels.flatMap(keyOf), ...pages];
}

function labelsOf(ask: Ask): readonly Label[] {
  if ('options' in ask)
    return ask.options.flatMap(({ label, help }) => [label, ...(help === undefined ? [] : [help])]);
  if (ask.type !== 'statement') return [];
  return [...ask.paragraphs, ...ask.figures.flatMap(({ label, value }) => [label, value]), ask.agree];
}

function keyOf(label: Label): readonly string[] {
  return 'message' in label ? [label.message] : [];
}
