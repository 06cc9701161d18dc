/** The value of a good result. @throws with the code otherwise: a bench that measures refusals measures nothing */
export function good<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string },
): T {
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.value;
}
