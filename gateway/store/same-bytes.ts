/** True for the same bytes, whoever holds them (a Buffer of the database or an array of ours). */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
