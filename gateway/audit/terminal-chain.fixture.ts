import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { AuditRow, AuditUpload, Checkpoint } from '../../domain/wire/audit-upload.ts';
import { deviceKeySchema, type Introduction, introductionText } from '../../domain/wire/device-key.ts';
import { signJson } from '../../domain/wire/signing.ts';
import { digestOf } from '../accept/fingerprint.ts';
import { credentialDigest } from '../http/credentials.ts';
import type { KnownTerminal } from '../store/store.ts';

/** A terminal reduced to what the gateway sees of its audit chain. */
export interface TestChain {
  readonly terminal: KnownTerminal;
  readonly databaseId: string;
  readonly rows: AuditRow[];
  add(count: number): void;
  /** Rows `from` to `to`, with a checkpoint over the last; `change` alters rows after they were made. */
  upload(from: number, to: number, change?: (row: AuditRow) => AuditRow): Promise<AuditUpload>;
  /** The same terminal with another machine's key. */
  readonly introduction: Introduction;
}

export function testChain(
  options: { terminalId?: string; credential?: string; databaseId?: string } = {},
): TestChain {
  const {
    terminalId = 'K0127',
    credential = 'credential-of-a-test-terminal-0123456789',
    databaseId = randomUUID(),
  } = options;
  const pair = generateKeyPairSync('ed25519');
  const deviceKey = deviceKeySchema.parse(pair.publicKey.export({ format: 'jwk' }));
  const privateJwk = pair.privateKey.export({ format: 'jwk' }) as { kty: string };
  const known = credentialDigest(credential);
  const proof = createHmac('sha256', known)
    .update(introductionText(terminalId, deviceKey))
    .digest('base64url');
  const introduction = { deviceKey, proof };
  const rows: AuditRow[] = [];

  return {
    terminal: { terminalId, credentialDigest: known },
    databaseId,
    rows,
    introduction,
    add(count) {
      for (let index = 0; index < count; index += 1) {
        const number = rows.length + 1;
        const previous = rows.at(-1)?.hash ?? sha256(`empf-terminal/audit/v1\n${databaseId}`);
        const entry = JSON.stringify({
          actor: 'system',
          event: 'session.ended',
          number,
          uptime: number * 10,
        });
        rows.push({ number, entry, previous, hash: link(previous, entry) });
      }
    },
    async upload(from, to, change = (row) => row) {
      const entries = rows.slice(from - 1, to).map(change);
      const last = entries.at(-1);
      if (last === undefined) throw new Error('no such rows');
      const checkpoint: Checkpoint = {
        terminalId,
        databaseId,
        number: last.number,
        head: last.hash,
        at: '2026-11-22T03:09:00.000Z',
      };
      return {
        databaseId,
        introduction,
        checkpoint: await signJson(checkpoint, 'device', privateJwk),
        entries,
      };
    },
  };
}

export function link(previous: string, entry: string): string {
  return sha256(`${previous}\n${entry}`);
}

function sha256(text: string): string {
  return digestOf(Buffer.from(text));
}
