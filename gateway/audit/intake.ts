import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import {
  type AuditAcknowledgement,
  type AuditUpload,
  checkpointSchema,
} from '../../domain/wire/audit-upload.ts';
import { verifyJson } from '../../domain/wire/signing.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { KnownTerminal } from '../store/store.ts';
import type { AuditBreak, AuditStore, ChainName, HeldChain } from './audit-store.ts';
import { breakInRun, chainStart } from './chain-run.ts';
import { pinDeviceKey } from './device-keys.ts';

export interface AuditAnswer {
  /** The number that is wanted next. */
  readonly next: number;
  /** Compact JWS of auditAcknowledgementSchema; null while nothing of this chain is held. */
  readonly acknowledgement: string | null;
}

/** Takes runs of audit chains in (domain/wire/audit-upload.ts). Knows no HTTP. */
export interface AuditIntake {
  /**
   * Verifies a run and adds what of it is new. Idempotent: the same run again is acknowledged again. A run that begins
   * beyond what is held adds nothing and says what is wanted.
   * @param terminal who brings it; an upload can only be for its own chains
   * @returns `audit-broken` when rows, links, hashes or the checkpoint do not fit, or differ from what is held (noted
   *   for the admin page, nothing is added); `device-key-differs`; `busy` when nothing could be written or signed now
   */
  take(
    terminal: KnownTerminal,
    upload: AuditUpload,
  ): Promise<Result<AuditAnswer, Failure<'audit-broken' | 'device-key-differs' | 'busy'>>>;
}

export function createAuditIntake(parts: {
  readonly store: AuditStore;
  readonly keys: Pick<KeyRing, 'sign'>;
  readonly now: () => Date;
}): AuditIntake {
  const { store, keys, now } = parts;

  async function breakOf(
    name: ChainName,
    upload: AuditUpload,
    held: HeldChain | null,
  ): Promise<AuditBreak | null> {
    const [first] = upload.entries;
    if (first?.number === 1 && first.previous !== chainStart(name.databaseId))
      return { number: 1, what: 'unlinked' };
    const inside = breakInRun(upload.entries);
    if (inside !== null) return inside;
    for (const { number, entry, hash } of upload.entries) {
      if (held === null || number > held.number) continue;
      const known = await store.heldRow(name, number);
      if (known?.hash !== hash || known.entry !== entry) return { number, what: 'changed' };
    }
    const following = upload.entries.find(({ number }) => number === (held?.number ?? 0) + 1);
    if (held !== null && following !== undefined && following.previous !== held.head)
      return { number: following.number, what: 'unlinked' };
    return null;
  }

  /** Whether the terminal signed that its chain reaches exactly to the end of this run. */
  async function isCheckpointed(
    { terminalId, databaseId }: ChainName,
    upload: AuditUpload,
  ): Promise<boolean> {
    const { checkpoint, entries, introduction } = upload;
    const verified = await verifyJson(checkpoint, introduction.deviceKey, checkpointSchema);
    const last = entries.at(-1);
    return (
      verified.ok &&
      verified.value.terminalId === terminalId &&
      verified.value.databaseId === databaseId &&
      verified.value.number === last?.number &&
      verified.value.head === last.hash
    );
  }

  async function acknowledged(
    name: ChainName,
    held: HeldChain | null,
  ): Promise<Result<AuditAnswer, Failure<'busy'>>> {
    if (held === null) return ok({ next: 1, acknowledgement: null });
    const receivedAt = now().toISOString();
    const content: AuditAcknowledgement = { ...name, number: held.number, head: held.head, receivedAt };
    const signed = await keys.sign(content, 'receipt', receivedAt);
    // No receipt key in force is the platform's trouble: what is held is acknowledged when it is asked again.
    return signed.ok ? ok({ next: held.number + 1, acknowledgement: signed.value.jws }) : fail('busy');
  }

  return {
    async take(terminal, upload) {
      const at = now().toISOString();
      const name = { terminalId: terminal.terminalId, databaseId: upload.databaseId };
      const pinned = await pinDeviceKey(store, terminal, upload.introduction, at);
      if (!pinned.ok) return pinned;
      const held = await store.heldChain(name);
      const checkpointed = await isCheckpointed(name, upload);
      const number = upload.entries.at(-1)?.number ?? 0;
      const broken = checkpointed
        ? await breakOf(name, upload, held)
        : { number, what: 'checkpoint' as const };
      if (broken !== null) {
        await store.noteBreak(name, broken, at);
        return fail('audit-broken', { ...broken });
      }
      const reached = held?.number ?? 0;
      const fresh = upload.entries.filter((row) => row.number > reached);
      if (fresh.length === 0 || fresh[0]?.number !== reached + 1) return acknowledged(name, held);
      const added = await store.append(name, reached, fresh, upload.checkpoint, at);
      // Another request for the same chain was quicker: asked again, it is measured against what that one brought.
      return added.ok ? acknowledged(name, added.value) : fail('busy');
    },
  };
}
