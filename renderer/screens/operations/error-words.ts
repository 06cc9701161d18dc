import { CATALOGUES } from '../../../domain/messages/index.ts';
import { isMessageKey, type Text, type TextParameters } from '../../text/text.ts';

/** Pages that say what is wrong in messages of their own; all others in those of a field or a rule. */
const OWN: Readonly<Record<string, string>> = {
  'reader-trouble': 'reader',
  'file-trouble': 'file.trouble',
  'iam-smart-stopped': 'iam-smart',
  'mobile-code-over': 'mobile-code',
  'not-saved': 'not-saved',
  'enquiry-trouble': 'enquiry',
  'resume-trouble': 'resume',
  'ticket-trouble': 'ticket-trouble',
  'instruction-refused': 'refusal',
};

/**
 * What a member read when this went wrong, in words; figures that differ from one to the next are left open. A code that no
 * page has words for any more stays a code.
 */
export function errorWords(
  text: Text,
  { step, code }: { readonly step: string; readonly code: string },
): string {
  const [page = ''] = step.split('.');
  const own = OWN[page];
  const key = [
    `usability.error.${code}`,
    ...(own === undefined ? [] : [`${own}.${code}`]),
    ...['rule', 'error', 'parking'].map((prefix) => `${prefix}.${code}`),
  ].find(isMessageKey);
  if (key === undefined) return code;
  const names = CATALOGUES.en[key].matchAll(/\{([a-zA-Z]+)\}/g);
  const open: TextParameters = Object.fromEntries([...names].map(([, name = '']) => [name, '…'] as const));
  return text(key, open);
}
