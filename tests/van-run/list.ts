import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCharacter } from '../../domain/identity/document/hkid.ts';
import { csvLine } from '../../domain/remittance/row/write-row.ts';
import type { TerminalProcess } from './terminal-process.ts';

const FILE = 'site-7.csv';

/** Every other worker is on the partner's list; the others come all the same. */
export function isListed(worker: number): boolean {
  return worker % 2 === 0;
}

export function mobileOf(worker: number): string {
  return `9${String(1_000_000 + worker)}`;
}

/** The partner's drive: the even ones of the invented workers (`workerDocument`). */
export function writeList(drives: string, people: number): void {
  const folder = join(drives, 'KINGSTON');
  mkdirSync(folder, { recursive: true });
  const rows = Array.from({ length: people }, (_, index) => index + 1)
    .filter(isListed)
    .map((worker) => {
      const body = `Q${String(700_000 + worker)}`;
      return [`${body}(${checkCharacter(body)})`, mobileOf(worker), 'Harbour Scaffolding Ltd', 'yes'];
    });
  const lines = [['HKID', 'Mobile', 'Employer', 'Casual employee'], ...rows];
  writeFileSync(join(folder, FILE), lines.map((cells) => `${csvLine(cells)}\r\n`).join(''));
}

/** As the operator does after opening a stop, and after every power cut. */
export async function readList(terminal: TerminalProcess): Promise<void> {
  await terminal.tap({ type: 'VAN_ROSTER' });
  const { screen } = await terminal.until(
    'the file on the drive',
    (view) =>
      view.screen.id === 'roster-choose' &&
      (view.screen.listing?.at?.entries.some(({ name }) => name === FILE) ?? false),
  );
  const entries = screen.id === 'roster-choose' ? (screen.listing?.at?.entries ?? []) : [];
  await terminal.tap({ type: 'FILE_OPEN', entry: entries.find(({ name }) => name === FILE)?.id ?? '' });
  await terminal.until('what was found', (view) => view.screen.id === 'roster-result');
  await terminal.tap({ type: 'CONTINUE' });
  await terminal.until('the list', (view) => view.screen.id === 'roster-held');
  await terminal.tap({ type: 'CONTINUE' });
  await terminal.until('the ready page', (view) => view.screen.id === 'van-ready');
}
