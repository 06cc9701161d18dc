import type { InstructionKind } from '../../domain/kinds/kinds.ts';
import type { Screen } from '../../domain/terminal/view.ts';
import type { RemittanceFileSnapshot } from './remittance-file.machine.ts';

/** The page that a file is chosen, read or shown on; null after the end. */
export function fileScreen(kind: InstructionKind, snapshot: RemittanceFileSnapshot): Screen | null {
  const { ask, listing, chosen, progress, trouble, places, findings, facts, saved } = snapshot.context;
  const most = { megabytes: ask.megabytes, rows: ask.rows };
  const payer = ask.payer.name;
  const name = chosen?.name ?? '';
  if (snapshot.matches('choosing')) return { id: 'file-choose', kind, listing, payer, most };
  if (snapshot.matches('reading')) return { id: 'file-reading', kind, name, progress };
  if (snapshot.matches('trouble') || (snapshot.status === 'active' && findings === null)) {
    return { id: 'file-trouble', kind, trouble, places, most };
  }
  if (findings === null || snapshot.status !== 'active') return null;
  const saving = snapshot.matches('saving');
  return {
    id: 'file-result',
    kind,
    name,
    findings,
    payer,
    clean: facts !== null,
    byRules: ask.rules || ask.stored !== null,
    saving,
    saved,
  };
}
