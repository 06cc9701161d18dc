/** The value of a good result; the test fails with the code otherwise. */
export function good<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string },
): T {
  if (!result.ok) throw new Error(`expected ok, got ${JSON.stringify(result)}`);
  return result.value;
}

/** The only element of a list. */
export function only<T>(list: readonly T[]): T {
  const [element] = list;
  if (element === undefined || list.length !== 1) throw new Error(`expected one, got ${String(list.length)}`);
  return element;
}
