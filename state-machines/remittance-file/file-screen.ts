import type { InstructionKind } from '../../domain/kinds/kinds.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { RemittanceFileSnapshot } from './remittance-file.machine.ts';

/** The page that a file is chosen, read or shown on; null after the end. */
export function fileScreen(kind: InstructionKind, snapshot: RemittanceFileSnapshot): Screen | null {
  const { ask, listing, chosen, progress, trouble, places, findings, facts, companies, saved } =
    snapshot.context;
  const isList = ask.type === 'company-list';
  const about = isList ? { companies: true as const } : {};
  const most = { megabytes: ask.megabytes, rows: isList ? ask.companies : ask.rows };
  const payer = isList ? '' : ask.payer.name;
  const name = chosen?.name ?? '';
  if (snapshot.matches('choosing')) return { id: 'file-choose', kind, listing, payer, most, ...about };
  if (snapshot.matches('reading')) return { id: 'file-reading', kind, name, progress };
  if (
    snapshot.matches('trouble') ||
    (snapshot.status === 'active' && findings === null && companies === null)
  ) {
    return { id: 'file-trouble', kind, trouble, places, most, ...about };
  }
  if (snapshot.status !== 'active') return null;
  const saving = snapshot.matches('saving');
  if (companies !== null) {
    const good = companies.list?.companies.length ?? 0;
    return { id: 'companies-result', kind, name, findings: companies.findings, good, saving, saved };
  }
  if (findings === null || isList) return null;
  return {
    id: 'file-result',
    kind,
    name,
    findings,
    payer,
    going: facts?.rows ?? 0,
    ...(snapshot.matches('unsaved') ? { unsaved: true as const } : {}),
    byRules: ask.rules || ask.stored !== null,
    saving,
    saved,
  };
}
