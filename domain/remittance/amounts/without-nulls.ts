/** The facts that are known: the contribution rules take a fact or its absence, a row has null for a blank cell. */
export function withoutNulls<Facts extends object>(
  facts: Facts,
): { [Key in keyof Facts]?: NonNullable<Facts[Key]> } {
  const known = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known) as { [Key in keyof Facts]?: NonNullable<Facts[Key]> };
}
