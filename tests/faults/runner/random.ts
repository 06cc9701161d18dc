import { createHash } from 'node:crypto';

/** Numbers that follow from a name and a seed alone, so that a round can be played again. */
export interface Random {
  /** 0 ≤ next() < 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** The same elements in another order. */
  shuffled<T>(list: readonly T[]): T[];
  bytes(length: number): Uint8Array;
  /** Numbers of their own, independent of how many were drawn here. */
  fork(name: string): Random;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), begun with SHA-256 of name and seed: neighbouring seeds share nothing. */
export function createRandom(name: string, seed: number): Random {
  const start = createHash('sha256').update(`${name}\n${seed}`).digest();
  let [a, b, c, counter] = [
    start.readUInt32LE(0),
    start.readUInt32LE(4),
    start.readUInt32LE(8),
    start.readUInt32LE(12),
  ];

  function word(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  }
  function next(): number {
    return word() / 2 ** 32;
  }
  function below(end: number): number {
    return Math.floor(next() * end);
  }
  return {
    next,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)] ?? list[0],
    shuffled(list) {
      const left = [...list];
      return list.map(() => left.splice(below(left.length), 1)).flat();
    },
    bytes: (length) => Uint8Array.from({ length }, () => word() & 0xff),
    fork: (other) => createRandom(`${name}/${other}`, seed),
  };
}
