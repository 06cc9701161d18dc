import { message, type Option } from '../ask.ts';

/** Options whose words are the messages `<prefix>.option.<code>`, in the order given. */
export function optionsOf(prefix: string, codes: readonly string[]): readonly Option[] {
  return codes.map((code) => ({ code, label: message(`${prefix}.option.${code}`) }));
}

/** Yes and no, with the words of every yes and no. Answer: `yes` or `no`. */
export function yesNo(): readonly Option[] {
  return ['yes', 'no'].map((code) => ({ code, label: message(`shared.${code}`) }));
}
