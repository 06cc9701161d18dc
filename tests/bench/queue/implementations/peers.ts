import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { peersFolder } from '../peers.ts';

/** What is used of better-sqlite3. */
export interface PeerDatabase {
  pragma(text: string): unknown;
  close(): void;
}

export const databaseSchema = z.custom<PeerDatabase>(
  (value) => typeof value === 'object' && value !== null && 'pragma' in value && 'close' in value,
);

const driverSchema = z.custom<new (path: string) => PeerDatabase>((value) => typeof value === 'function');

/** A package of the peers' own folder, as its `package.json` finds it; nothing of it is in ours. */
export function requirePeer(name: string): unknown {
  return createRequire(join(peersFolder(), 'package.json'))(name);
}

export function peerDatabase(path: string): PeerDatabase {
  return new (driverSchema.parse(requirePeer('better-sqlite3')))(path);
}

/** @throws when a commit would not be synced: the comparison would be with something else */
export function verifyFull(database: PeerDatabase): void {
  const [row] = z.array(z.object({ synchronous: z.number() })).parse(database.pragma('synchronous'));
  if (row?.synchronous !== 2) throw new Error('synchronous=FULL could not be set');
}
