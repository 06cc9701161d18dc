/**
 * An expected success or failure as a value. Exceptions are kept for bugs; whatever a member, a device or the
 * network can cause is a `Result`.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & E);

/** The usual failure: a code that is also the key of its message in every language, with the message's parameters. */
export interface Failure<Code extends string> {
  readonly code: Code;
  readonly params?: Readonly<Record<string, string | number>>;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<Code extends string>(
  code: Code,
  params?: Readonly<Record<string, string | number>>,
): { readonly ok: false } & Failure<Code> {
  return params === undefined ? { ok: false, code } : { ok: false, code, params };
}
