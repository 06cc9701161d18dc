import type { FreezeReason } from '../../../domain/codes.ts';
import type { Contrast, Locale, TextSize } from '../../../domain/locale.ts';
import type { Printers } from '../../../domain/paper/paper.ts';
import type { Face } from '../../../domain/usability/codes.ts';
import type { ServiceStatus } from '../../../domain/service/status.ts';
import type { ReaderFacts } from '../../reader-facts.ts';
import type { Outside } from '../../outside.ts';
import type { Ending, Visit } from './visit.ts';

export interface SessionContext {
  readonly outside: Outside;
  /** Facts of the world; they outlive visits and say nothing about anyone. */
  readonly reader: ReaderFacts;
  readonly online: boolean;
  /** What the queue last said of itself; null before it has said anything. */
  readonly status: ServiceStatus | null;
  readonly printers: Printers;
  /** Chosen by the member, reset when the attract page comes back. */
  readonly locale: Locale;
  readonly textSize: TextSize;
  readonly contrast: Contrast;
  readonly endedHow: Ending;
  /** The terminal leaves service as soon as the visit is wiped. */
  readonly shutting: boolean;
  /** In which language each of the staff reads the rules, as they chose; outlives the visits of their shift. */
  readonly ruleLocales: Readonly<Record<string, Locale>>;
  /** The one tap on the last page, while that page stands. */
  readonly face: Face | null;
  readonly visit: Visit;
}

export interface SessionInput {
  readonly outside: Outside;
  readonly reader: ReaderFacts;
  readonly online: boolean;
  readonly status: ServiceStatus | null;
  readonly printers: Printers;
}

/** Why no visit may begin now, the gravest reason; null while one may (domain/service/freeze.ts). */
export function frozenBy(status: ServiceStatus | null): FreezeReason | null {
  return status?.freeze.findings.find(({ level }) => level === 'frozen')?.reason ?? null;
}
