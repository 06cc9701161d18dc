/** 64 bits of a text, as two 32-bit halves. No secret: it only tells texts of one file apart. */
export interface TextHash {
  readonly high: number;
  readonly low: number;
}

/** Two multiplicative hashes mixed into each other (cyrb53's construction, public domain), over UTF-16 units. */
export function hashText(text: string): TextHash {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  const first = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  const second = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return { high: first | 0, low: second | 0 };
}
