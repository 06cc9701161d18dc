import { referenceData as texts } from '../../domain/messages/en/reference-data.ts';
import type { Failure } from '../../domain/result.ts';
import type { PublishFault } from './publication.ts';

const TEXTS: Readonly<Record<string, string>> = texts;

const OWN_WORDS: Readonly<Partial<Record<PublishFault, string>>> = {
  'version-not-newer':
    'terminals may have reference data of this version or a newer one; take a higher version.',
  'reference-data-too-large':
    'the reference data is larger than a terminal reads ({characters} characters signed, at most {most}).',
  busy: 'another program holds the database; nothing was changed.',
};

/** Why a bundle was not published, for whoever sits at the gateway's machine: the rule in words, and the place. */
export function plainWords({ code, params = {} }: Failure<PublishFault>): string {
  const words = OWN_WORDS[code] ?? TEXTS[`reference-data.${code}`] ?? code;
  return words.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name, params));
}

function valueOf(name: string, params: NonNullable<Failure<PublishFault>['params']>): string {
  const value = String(params[name] ?? '');
  if (name === 'rule') return TEXTS[`reference-data.rule.${value}`] ?? value;
  return name === 'place' && value === '' ? 'its outermost fields' : value;
}
