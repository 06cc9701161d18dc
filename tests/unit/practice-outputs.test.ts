import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { v7 } from 'uuid';
import { expect, it, onTestFinished, vi } from 'vitest';
import { LOCALES } from '../../domain/locale.ts';
import { type Paper, PAPER_KINDS, PAPER_OUTPUTS } from '../../domain/paper/paper.ts';
import { parkedDraft } from '../../domain/parking/draft.fixture.ts';
import {
  codeInQrText,
  parseResumeCode,
  resumeQrText,
  RESUME_RANDOM_BYTES,
  resumeCodeFrom,
} from '../../domain/parking/resume-code.ts';
import { storedDraftSchema } from '../../domain/parking/wire.ts';
import { markWords } from '../../domain/practice/marks.ts';
import { isPracticeTerminal } from '../../domain/practice/practice-terminal.ts';
import { ok } from '../../domain/result.ts';
import type { UsabilityCell } from '../../domain/usability/cell.ts';
import { practiceEnrolment } from '../../electron/practice/practice-enrolment.ts';
import { createOperations } from '../../electron/operations/operations.ts';
import { createLog } from '../../electron/diagnostics/log.ts';
import { ADULT_01 } from '../../gateway/testing/people.ts';
import { saveProblemTable } from '../../hardware/drives/problem-list.ts';
import { createSubmitter, openKeyStore, openQueue } from '../../queue/index.ts';
import { createParking } from '../../queue/parking/parking.ts';
import { createDraftCourier } from '../../queue/sync/drafts/draft-courier.ts';
import { exportPending } from '../../queue/transfer/export.ts';
import { good } from '../../queue/testing/values.ts';
import { createWorkDesk } from '../../queue/work-day/work-desk.ts';
import { paperHtml } from '../../renderer/paper/paper-html.ts';

// Keys are made and disks synced.
vi.setConfig({ testTimeout: 60_000 });

const AT = '2026-11-23T02:00:00.000Z';
const PRACTICE_CODE = resumeCodeFrom(new Uint8Array(RESUME_RANDOM_BYTES).fill(0xa7), true);

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'empf-practice-outputs-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** The real queue of a terminal in practice, with keys that exist in this run alone. */
async function practising() {
  const data = folder();
  const enrolment = await practiceEnrolment('K0127', new Date().toISOString());
  const { terminalId } = enrolment;
  const keys = good(await openKeyStore({ folder: join(data, 'keys'), enrolment }));
  const queue = good(openQueue(join(data, 'queue.db')));
  onTestFinished(() => queue.close());
  const kept = good(
    await createSubmitter({ queue, keys, terminalId }).submit({
      ...{ id: v7(), kind: 'member-registration', payload: ADULT_01 },
    }),
  );
  return { queue, keys, terminalId, reference: kept.reference };
}

/** What left, by name and by what is in it; null: it has no name, or nothing in it is for anybody to read. */
interface Output {
  readonly name: string | null;
  readonly content: string | null;
  /** Whether what is in it says so; where nobody but a program reads it, by its own field. */
  readonly says: (content: string) => boolean;
}

const inWords = (content: string): boolean => content.includes(markWords('practice'));
const byMode = (content: string): boolean => content.includes('"mode":"practice"');

async function savedTable(rows: boolean): Promise<Output> {
  const drive = folder();
  const saved = good(
    await saveProblemTable({
      ...{ folder: drive, stamp: '20261123-1000', locale: 'en', mark: 'practice' },
      device: statSync(drive).dev,
      problems: { stem: 'remittance-problems', inWords: () => '\ufeffRow,What\r\n1,x\r\n' },
      staying: rows ? new TextEncoder().encode('MT00298\r\n') : null,
    }),
  );
  const name = (rows ? saved.rows : saved.name) ?? null;
  return { name, content: rows ? null : readFileSync(join(drive, name ?? ''), 'utf8'), says: inWords };
}

async function usabilityReport(): Promise<Output> {
  const cell: UsabilityCell = {
    ...{ day: '2026-11-23', mode: 'practice', profile: 'kiosk', flow: 'none', step: 'visit' },
    ...{ locale: 'en', textSize: 'normal', assist: false, measure: 'begun', count: 3 },
  };
  let saved: readonly [string, string] = ['', ''];
  const operations = createOperations({
    ...{ hardware: { subscribe: () => () => undefined }, printer: null, version: '0' },
    log: createLog(process.stderr, () => AT),
    updates: { window: () => null, choose: () => false, prepared: () => null },
    places: { data: folder() },
    desk: () => ({ usability: () => Promise.resolve({ cells: [cell], days: 1 }) }) as never,
    audit: () => undefined,
    terminalId: 'X0127',
    save: (stem, text) => {
      saved = [stem, text];
      return Promise.resolve(ok({ name: `${stem}.csv` }));
    },
    ...{ restart: () => undefined, now: () => AT },
  });
  good(await operations.saveUsability());
  const [name, content] = saved;
  return { name, content, says: (text) => text.includes('2026-11-23,practice,') && !text.includes(',live,') };
}

async function bundle() {
  const { queue, keys, terminalId } = await practising();
  good(
    await createWorkDesk({ queue, keys, terminalId, profile: 'van', onClosed: () => undefined }).closeDay({
      ...{ by: { staffId: 'X9001', role: 'van-operator' }, devices: {}, day: 1 },
    }),
  );
  const drive = join(folder(), 'drive');
  mkdirSync(drive);
  const made = good(await exportPending({ queue, keys, terminalId, targetFolder: drive }));
  const manifest = decodeJwt(readFileSync(join(made.folder, 'manifest.jws'), 'utf8'));
  const [name = ''] = readdirSync(drive);
  const [report] = good(queue.work.unsent(1));
  const [submission] = good(queue.listPending({ limit: 1 }));
  return { name, manifest, report: decodeJwt(report?.report ?? ''), submission };
}

async function draftOnItsWay(): Promise<Output> {
  const { queue, terminalId } = await practising();
  let body = '';
  const courier = createDraftCourier({
    ...{ queue, terminalId, uptime: () => 0, uploadWait: 1, place: null, retryCap: 1 },
    gateway: {
      call: (call: { readonly body?: string }) => {
        body = call.body ?? '';
        return Promise.resolve({ verdict: { kind: 'answered', body: { stored: true } }, wait: null });
      },
    } as never,
    ...{ gate: { mayCall: () => true } as never, link: { online: true, up: () => undefined } as never },
    onChange: () => undefined,
  });
  const parking = createParking({ queue, courier, practice: true, now: () => AT });
  good(await parking.park({ code: PRACTICE_CODE, draft: parkedDraft(), number: 'A9081727', replaces: null }));
  return { name: null, content: JSON.stringify(storedDraftSchema.parse(JSON.parse(body))), says: byMode };
}

function printed(kind: Paper['kind'], output: (typeof PAPER_OUTPUTS)[number]): Output {
  const html = LOCALES.map((locale) =>
    paperHtml({ kind, locale, terminalId: 'X0127', at: AT, blocks: [] }, output),
  );
  const says = (): boolean => html.every((one) => one.split(markWords('practice')).length === 3);
  return { name: null, content: html.join('\n'), says };
}

/** Everything that leaves a terminal in practice. One more way out is one more line. */
const OUTPUTS: Readonly<Record<string, () => Promise<Output>>> = {
  ...Object.fromEntries(
    PAPER_KINDS.flatMap((kind) =>
      PAPER_OUTPUTS.map((output) => [
        `paper: ${kind}, ${output}`,
        () => Promise.resolve(printed(kind, output)),
      ]),
    ),
  ),
  'file on a drive: list of problems': () => savedTable(false),
  'file on a drive: rows to correct (by name; a program reads them again)': () => savedTable(true),
  'file on a drive: usability counts': usabilityReport,
  'bundle on a drive: folder and manifest': async () => {
    const { name, manifest } = await bundle();
    const says = (): boolean => isPracticeTerminal(String(manifest['terminalId']));
    return { name, content: JSON.stringify(manifest), says };
  },
  'bundle on a drive: a submission': async () => {
    const { submission } = await bundle();
    return { name: null, content: JSON.stringify(submission?.envelope), says: byMode };
  },
  'bundle on a drive: report of a day': async () => {
    const { report } = await bundle();
    return { name: null, content: JSON.stringify(report), says: byMode };
  },
  'network: a parked draft': draftOnItsWay,
  'QR: resume slip': () =>
    Promise.resolve({
      name: null,
      content: resumeQrText(PRACTICE_CODE),
      says: (text) => parseResumeCode(codeInQrText(text) ?? '')?.practice === true,
    }),
  'QR: reference of a receipt': async () => {
    const { reference } = await practising();
    return { name: null, content: reference, says: (text) => text.startsWith('X0127-') };
  },
};

it.each(Object.entries(OUTPUTS))('%s says that it was made in practice', async (_, made) => {
  const { name, content, says } = await made();
  expect(name === null && content === null).toBe(false);
  if (name !== null) expect(name).toMatch(/^practice-|-X\d{4}-/);
  if (content !== null) expect(says(content)).toBe(true);
});
