import { join } from 'node:path';
import { z } from 'zod';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import { MOST_REFERENCE_DATA_CHARACTERS, verifyReferenceData } from '../../domain/reference-data/wire.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { auditPlaceOf } from '../../domain/terminal/audit/values.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { isFileFault, readPrivate, tryWritePrivate } from '../keys/private-file.ts';

/** Schemes, funds, limits and holidays: the newest that the platform signed, or those built in. */
export interface ReferenceDataStore {
  /** In force today by the terminal's own time: a bundle for a later day waits. */
  current(): ReferenceData;
  /** Of the newest that is held, in force or waiting. */
  newestVersion(): number;
  /**
   * Takes what the platform answered: `taken`, in force from now on; `waiting`, from its own day on. One that is not
   * signed by the platform, breaks a rule, or is not newer than every one that is held changes nothing.
   */
  offer(
    jws: string,
  ): Promise<Result<'taken' | 'waiting', Failure<'reference-data-not-trusted' | 'reference-data-not-newer'>>>;
}

export interface ReferenceDataStoreOptions {
  /** The key folder. */
  readonly folder: string;
  readonly keys: Pick<KeyStore, 'document' | 'time'>;
  readonly audit: (entry: AuditEntry) => void;
}

const FILE = 'reference-data';

const jwsText = z.string().max(MOST_REFERENCE_DATA_CHARACTERS);
const fileSchema = z.strictObject({ inForce: jwsText.nullable(), waiting: jwsText.nullable() });
type Kept = z.infer<typeof fileSchema>;

/** One bundle with the signature it came under; null for what is built in. */
interface Bundle {
  readonly data: ReferenceData;
  readonly jws: string | null;
}

interface Held {
  readonly inForce: Bundle;
  readonly waiting: Bundle | null;
}

const BUILT_IN: Bundle = { data: EMBEDDED_REFERENCE_DATA, jws: null };

/**
 * Reads what was kept and verifies it anew: a key may have been revoked, the file exchanged, or a newer release started
 * with newer data built in.
 *
 * @returns `storage-fault` when the folder cannot be read
 */
export async function openReferenceDataStore(
  options: ReferenceDataStoreOptions,
): Promise<Result<ReferenceDataStore, Failure<'storage-fault'>>> {
  const { keys, audit } = options;
  const path = join(options.folder, FILE);
  /** The last fault, so that a refusal is audited once and not at every answer. */
  let refused: string | null = null;

  function refuse(detail: NonNullable<AuditEntry['detail']>): void {
    const fault = JSON.stringify(detail);
    if (refused === fault) return;
    refused = fault;
    audit({ event: 'reference-data.refused', actor: 'system', detail });
  }

  async function verified(jws: string): Promise<Result<Bundle & { readonly jws: string }, Failure<string>>> {
    const found = await verifyReferenceData(jws, keys.document());
    if (found.ok) return ok({ data: found.value, jws });
    const { place, ...more } = found.params ?? {};
    refuse({
      fault: found.code,
      ...more,
      ...(place === undefined ? {} : { place: auditPlaceOf(String(place)) }),
    });
    return fail(found.code);
  }

  async function kept(jws: string | null): Promise<Bundle | null> {
    if (jws === null) return null;
    const found = await verified(jws);
    if (!found.ok || found.value.data.version <= EMBEDDED_REFERENCE_DATA.version) return null;
    keys.time.floor(found.value.data.issuedAt);
    return found.value;
  }

  async function read(): Promise<Held> {
    const bytes = readPrivate(path);
    const file = bytes === null ? null : parseFile(new TextDecoder().decode(bytes));
    if (file === null) return { inForce: BUILT_IN, waiting: null };
    return { inForce: (await kept(file.inForce)) ?? BUILT_IN, waiting: await kept(file.waiting) };
  }

  let held: Held;
  try {
    held = await read();
  } catch (error) {
    if (!isFileFault(error)) throw error;
    return fail('storage-fault', { what: 'key-folder' });
  }

  const hasBegun = (data: ReferenceData): boolean =>
    data.effectiveFrom <= hongKongDate(keys.time.now().instant);
  const inForce = ({ waiting, inForce: old }: Held): Bundle =>
    waiting !== null && hasBegun(waiting.data) ? waiting : old;
  const newestVersion = (): number => (held.waiting ?? held.inForce).data.version;

  return ok({
    current: () => inForce(held).data,
    newestVersion,
    async offer(jws) {
      const found = await verified(jws);
      if (!found.ok) return fail('reference-data-not-trusted', { fault: found.code });
      const { data } = found.value;
      if (data.version <= newestVersion()) {
        refuse({ fault: 'older', version: data.version });
        return fail('reference-data-not-newer');
      }
      refused = null;
      keys.time.note(data.issuedAt);
      const begun = hasBegun(data);
      held = begun
        ? { inForce: found.value, waiting: null }
        : { inForce: inForce(held), waiting: found.value };
      // On a full disk the next start knows older data, and asks again.
      tryWritePrivate(path, JSON.stringify(fileOf(held)));
      audit({
        event: 'reference-data.taken',
        actor: 'system',
        detail: { version: data.version, from: begun ? 'today' : 'later' },
      });
      return ok(begun ? 'taken' : 'waiting');
    },
  });
}

function fileOf({ inForce, waiting }: Held): Kept {
  return { inForce: inForce.jws, waiting: waiting?.jws ?? null };
}

function parseFile(text: string): Kept | null {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
