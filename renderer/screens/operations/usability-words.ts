import { SMALL_COUNT, TIME_CLASSES, type UsabilityFlow } from '../../../domain/usability/codes.ts';
import type { StepFigures } from '../../../domain/usability/summarise.ts';
import { isMessageKey, type Text } from '../../text/text.ts';

/** What somebody came for, in words. */
export function flowWords(text: Text, flow: UsabilityFlow): string {
  const own = `usability.flow.${flow}`;
  if (isMessageKey(own)) return text(own);
  const kind = `kind.${flow}.name`;
  return isMessageKey(kind) ? text(kind) : flow;
}

/** A page by its own name, else by its heading where a question is asked on it; else by its code. */
export function stepWords(text: Text, { step, words }: Pick<StepFigures, 'step' | 'words'>): string {
  const [page = ''] = step.split('.');
  const own = [`usability.step.${step}`, `usability.step.${page}`].find(isMessageKey);
  if (own !== undefined) return text(own);
  const heading = `${words ?? step}.heading`;
  return isMessageKey(heading) ? plain(text, heading) : step;
}

/** A heading with figures in it says them only on its own page. */
function plain(text: Text, key: Parameters<Text>[0]): string {
  try {
    return text(key);
  } catch {
    return key.replace(/\.heading$/, '');
  }
}

/** A small count is never told apart. */
export function countWords(count: number): string {
  if (count === 0) return '–';
  return count < SMALL_COUNT ? `1–${String(SMALL_COUNT - 1)}` : String(count);
}

/** Within how many seconds; beyond the last class it is said so. */
export function secondsWords(text: Text, { timed }: StepFigures, seconds: number | null): string {
  if (!timed) return '–';
  if (seconds !== null) return text('usability.seconds', { seconds });
  return text('usability.longer', { seconds: TIME_CLASSES[TIME_CLASSES.length - 1] ?? 0 });
}
