import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { Store, TryScope } from '../store/store.ts';

/**
 * 40 bits of code are enough only because tries are limited (ADR 0010): five wrong ones in an hour for a reference make
 * one chance in ten million a year. Our own figures; a terminal serves many members.
 */
const WINDOW_MS = 60 * 60 * 1000;
const MOST_FOR_REFERENCE = 5;
const MOST_FOR_TERMINAL = 30;
/** A terminal that made up documents to look people up would find some: what is found counts here as well. */
const MOST_DOCUMENTS = 60;

/** Tries that turned out wrong; counted before the answer is known, so that many at once do not pass together. */
export interface Tries {
  take(): Promise<Result<null, Failure<'too-many-tries'>>>;
  /** The try was a good one and does not count. */
  giveBack(): Promise<void>;
}

/** Takes a look-up by document alone, which names no reference. It is not given back, whatever it finds. */
export async function takeDocumentLookUp(
  store: Pick<Store, 'takeTry'>,
  terminalId: string,
  now: () => Date,
): Promise<Result<null, Failure<'too-many-tries'>>> {
  return taken(store, [{ scope: `documents:${terminalId}`, most: MOST_DOCUMENTS }], now);
}

/** Takes a look-up of an employer's rules; whoever made up accounts would find some, so what is found counts as well. */
export async function takeRulesLookUp(
  store: Pick<Store, 'takeTry'>,
  terminalId: string,
  now: () => Date,
): Promise<Result<null, Failure<'too-many-tries'>>> {
  return taken(store, [{ scope: `employer-rules:${terminalId}`, most: MOST_DOCUMENTS }], now);
}

async function taken(
  store: Pick<Store, 'takeTry'>,
  scopes: readonly TryScope[],
  now: () => Date,
): Promise<Result<null, Failure<'too-many-tries'>>> {
  const wait = await store.takeTry(scopes, now().toISOString(), WINDOW_MS);
  return wait === null ? ok(null) : fail('too-many-tries', { afterSeconds: Math.ceil(wait / 1000) });
}

/**
 * @param reference in its usual form, or null for what has no form: that counts for the terminal alone. A reference
 *   that does not exist is counted like one that does.
 */
export function triesOf(
  store: Pick<Store, 'takeTry' | 'giveBackTry'>,
  terminalId: string,
  reference: string | null,
  now: () => Date,
): Tries {
  const scopes: TryScope[] = [{ scope: `terminal:${terminalId}`, most: MOST_FOR_TERMINAL }];
  if (reference !== null) scopes.push({ scope: `reference:${reference}`, most: MOST_FOR_REFERENCE });
  return {
    take: () => taken(store, scopes, now),
    giveBack: () => store.giveBackTry(scopes),
  };
}
