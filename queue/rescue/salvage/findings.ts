import { z } from 'zod';
import type { AttachmentManifest } from '../../../domain/wire/attachment.ts';
import { attachmentManifestSchema } from '../../../domain/wire/attachment.ts';
import type { AuditRow } from '../../../domain/wire/audit-upload.ts';
import type { BesideRow } from './beside.ts';
import type { Finder, FoundContent, FoundRow } from './carve.ts';
import type { Row } from '../pages/layouts.ts';

export interface FoundItem {
  readonly content: FoundContent;
  /** The newest row that agrees with the content; null: it counts as kept and never sent. */
  readonly state: Row | null;
  /** True for what stands in the database as it was last; false for older pages and for the backup. */
  readonly present: boolean;
}

export interface FoundFile {
  readonly manifest: AttachmentManifest;
  readonly receipt: string | null;
}

/** What the audit log says ever happened to submissions and to files, by their ids. */
export interface AuditEvidence {
  readonly kept: ReadonlySet<string>;
  /** Received by the platform, or withdrawn before it left: nothing of it remains to be sent. */
  readonly ended: ReadonlySet<string>;
  readonly filesKept: ReadonlySet<string>;
  readonly filesReceived: ReadonlySet<string>;
  /** Every number from 1 to the last that was ever counted was found. */
  readonly complete: boolean;
  readonly entries: number;
  readonly last: { readonly number: number; readonly hash: string } | null;
}

export interface Findings extends Finder {
  /** In the order of the queue. */
  items(): readonly FoundItem[];
  files(): readonly FoundFile[];
  evidence(): AuditEvidence;
  /** Rows that the counters say there were; null when no counters were found that can be believed. */
  expectedRows(): number | null;
  /** The greatest value of a counter in anything that was found; the disk may have changed it. */
  greatest(counter: 'epoch' | 'sequence'): number;
  databaseId(): string | null;
  /** The newest of every row beside the submissions. What was deleted since may be among them: that errs towards more. */
  besides(): readonly BesideRow[];
}

/** More than a log has frames. */
const SOURCE_APART = 2 ** 40;

interface Ranked<T> {
  readonly value: T;
  readonly rank: number;
}

const entrySchema = z.object({
  number: z.number(),
  event: z.string(),
  detail: z.object({ id: z.string().optional() }).optional(),
});

/**
 * Gathers what was found, the newest version of everything.
 * @param onAudit every audit entry once, in any order
 */
export function gather(onAudit: (row: AuditRow) => void): {
  readonly findings: Findings;
  /** Takes what is found from now on for older than everything before. */
  readonly olderFromHere: () => void;
} {
  /** Sources taken for older so far: their ranks are all below those of a newer one, and nothing in them is present. */
  let older = 0;
  const contents = new Map<string, Ranked<FoundContent> & { readonly present: boolean }>();
  const states = new Map<string, Ranked<Row>[]>();
  /** Ids that claim a place in the order; more than one of a place means that the disk changed one of them. */
  const claims = new Map<number, Set<string>>();
  const files = new Map<string, Ranked<Row>>();
  const seen = new Map<number, Set<string>>();
  const kept = new Set<string>();
  const ended = new Set<string>();
  const filesKept = new Set<string>();
  const filesReceived = new Set<string>();
  const byEvent = new Map<string, Set<string>>([
    ['submission.kept', kept],
    ['submission.received', ended],
    ['submission.cancelled', ended],
    ['attachment.kept', filesKept],
    ['attachment.received', filesReceived],
  ]);
  let last: AuditEvidence['last'] = null;
  let counters: Ranked<ReadonlyMap<string, number>> | null = null;
  const greatest = { epoch: 0, sequence: 0, audit: 0 };
  const databaseIds: Ranked<string>[] = [];
  const beside = new Map<string, Ranked<BesideRow>>();
  const ranked = (rank: number): number => rank - older * SOURCE_APART;

  const findings: Findings = {
    content(found) {
      const { id } = found.envelope;
      const present = older === 0 && found.rank >= 0;
      const known = contents.get(id);
      const rank = ranked(found.rank);
      if (known === undefined || rank > known.rank)
        contents.set(id, { value: found, rank, present: present || (known?.present ?? false) });
    },
    state({ row, rank }) {
      const id = String(row['id']);
      states.set(id, [...(states.get(id) ?? []), { value: row, rank: ranked(rank) }]);
      const place = Number(row['sequence']);
      claims.set(place, (claims.get(place) ?? new Set<string>()).add(id));
    },
    attachment({ row, rank }: FoundRow) {
      const id = String(row['id']);
      const known = files.get(id);
      if (known === undefined || ranked(rank) > known.rank) files.set(id, { value: row, rank: ranked(rank) });
    },
    audit(row, rank) {
      const hashes = seen.get(row.number) ?? new Set<string>();
      if (hashes.has(row.hash)) return;
      seen.set(row.number, hashes.add(row.hash));
      onAudit(row);
      if (older === 0 && rank >= 0) greatest.audit = Math.max(greatest.audit, row.number);
      if (last === null || row.number >= last.number) last = { number: row.number, hash: row.hash };
      const parsed = entrySchema.safeParse(JSON.parse(row.entry));
      const id = parsed.success ? parsed.data.detail?.id : undefined;
      if (parsed.success && id !== undefined) byEvent.get(parsed.data.event)?.add(id);
    },
    counters(values, rank) {
      greatest.epoch = Math.max(greatest.epoch, values.get('epoch') ?? 0);
      greatest.sequence = Math.max(greatest.sequence, values.get('sequence') ?? 0);
      if (older > 0 || rank < 0) return;
      if (counters === null || rank >= counters.rank) counters = { value: values, rank };
    },
    fact(name, value, rank) {
      if (name === 'database-id') databaseIds.push({ value, rank: ranked(rank) });
    },

    beside(row, rank) {
      const known = beside.get(row.key);
      if (known === undefined || ranked(rank) >= known.rank)
        beside.set(row.key, { value: row, rank: ranked(rank) });
    },

    items: () =>
      [...contents.values()]
        .flatMap(({ value, present }): FoundItem[] => {
          const { envelope } = value;
          const versions = states.get(envelope.id) ?? [];
          const state = newest(versions.filter((version) => agrees(version.value, value)));
          // Another is known under its place in the order, and of this one nothing else speaks.
          const disputed =
            state === null &&
            !kept.has(envelope.id) &&
            claims.has(envelope.sequence) &&
            !states.has(envelope.id);
          return disputed ? [] : [{ content: value, state, present }];
        })
        .sort(
          (a, b) =>
            a.content.envelope.sequence - b.content.envelope.sequence ||
            Number(kept.has(b.content.envelope.id)) - Number(kept.has(a.content.envelope.id)) ||
            b.content.rank - a.content.rank,
        ),
    files: () =>
      [...files.values()].map(({ value }) => ({
        manifest: attachmentManifestSchema.parse(JSON.parse(String(value['manifest']))),
        receipt: typeof value['receipt'] === 'string' ? value['receipt'] : null,
      })),
    evidence() {
      const counted = Math.max(counters?.value.get('audit') ?? 0, greatest.audit);
      // A counter that the disk has changed may be absurdly great.
      let complete = counters !== null && counted <= seen.size;
      for (let number = 1; number <= counted && complete; number += 1) complete = seen.has(number);
      return { kept, ended, filesKept, filesReceived, complete, entries: seen.size, last };
    },
    expectedRows() {
      if (counters === null) return null;
      let rows = 0;
      for (const [name, value] of counters.value) if (name.startsWith('state:')) rows += value;
      const whole = rows <= (counters.value.get('sequence') ?? 0);
      return whole ? rows : null;
    },
    greatest: (counter) => greatest[counter],
    databaseId: () => newest(databaseIds),
    besides: () => [...beside.values()].map(({ value }) => value),
  };
  return {
    findings,
    olderFromHere() {
      older += 1;
    },
  };
}

function newest<T>(versions: readonly Ranked<T>[]): T | null {
  let best: Ranked<T> | null = null;
  for (const version of versions) if (best === null || version.rank >= best.rank) best = version;
  return best?.value ?? null;
}

function agrees(row: Row, { envelope }: FoundContent): boolean {
  return (
    row['sequence'] === envelope.sequence &&
    row['reference'] === envelope.reference &&
    row['digest'] === envelope.digest &&
    row['lane'] === envelope.lane
  );
}
