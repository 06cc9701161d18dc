import type { FormCode } from '../../../domain/roster/form-code.ts';
import type { PrefillNote } from '../../../domain/roster/notes.ts';
import type { Prefill } from '../../../domain/roster/prefill.ts';

/** What a van's list or a worker's own form says about whoever is served. */
export interface Prefilled {
  /** Null: there is no list, or no card was read. */
  readonly list: 'listed' | 'not-listed' | null;
  /** Registered here before, since the list was read. */
  readonly registered: boolean;
  /** The form that was read; held against every card. */
  readonly form: FormCode | null;
  readonly prefill: Prefill;
  /** Said until the page turns. */
  readonly note: { readonly code: PrefillNote; readonly at: string } | null;
}

export const NOTHING_PREFILLED: Prefilled = {
  list: null,
  registered: false,
  form: null,
  prefill: {},
  note: null,
};
