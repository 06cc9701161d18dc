/**
 * SHA-256 (FIPS 180-4) of texts whose digest goes into a consent record. Written out here because the rule must answer
 * at once and in every place the domain runs: Node's hash needs Node, the page's hash is asynchronous. It digests
 * public texts only; sealing, signing and the digest of sealed bytes use the platforms' own implementations.
 */
const ROUNDS = 64;
const BLOCK_BYTES = 64;

/** First 32 bits of the fractional parts of the square roots of the first 8 primes, cube roots of the first 64. */
const [INITIAL, CONSTANTS] = makeTables();

function makeTables(): readonly [readonly number[], readonly number[]] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < ROUNDS; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32);
  return [
    primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))),
    primes.map((p) => fraction(Math.cbrt(p))),
  ];
}

/** SHA-256 of the UTF-8 form of a text, base64url without padding: 43 characters. */
export function digestOfText(text: string): string {
  return base64url(sha256(new TextEncoder().encode(text)));
}

function sha256(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / BLOCK_BYTES) * BLOCK_BYTES);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(padded.length - 4, (message.length * 8) >>> 0);

  const hash = Uint32Array.from(INITIAL);
  for (let offset = 0; offset < padded.length; offset += BLOCK_BYTES) addBlock(hash, view, offset);

  const digest = new DataView(new ArrayBuffer(32));
  hash.forEach((word, index) => digest.setUint32(index * 4, word));
  return new Uint8Array(digest.buffer);
}

function addBlock(hash: Uint32Array, view: DataView, offset: number): void {
  const at = (words: Uint32Array, index: number): number => words[index] ?? 0;
  const words = new Uint32Array(ROUNDS);
  for (let t = 0; t < 16; t += 1) words[t] = view.getUint32(offset + t * 4);
  for (let t = 16; t < ROUNDS; t += 1) {
    const w15 = at(words, t - 15);
    const w2 = at(words, t - 2);
    const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3);
    const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10);
    words[t] = at(words, t - 16) + s0 + at(words, t - 7) + s1;
  }
  const state = Uint32Array.from(hash);
  for (let t = 0; t < ROUNDS; t += 1) {
    const a = at(state, 0);
    const e = at(state, 4);
    const choice = (e & at(state, 5)) ^ (~e & at(state, 6));
    const majority = (a & at(state, 1)) ^ (a & at(state, 2)) ^ (at(state, 1) & at(state, 2));
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const first = at(state, 7) + sum1 + choice + (CONSTANTS[t] ?? 0) + at(words, t);
    state.copyWithin(1, 0, 7);
    state[4] = at(state, 4) + first;
    state[0] = first + sum0 + majority;
  }
  state.forEach((word, index) => {
    hash[index] = at(hash, index) + word;
  });
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function base64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
