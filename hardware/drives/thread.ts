import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { REMITTANCE_FILE_LIMITS } from '../../domain/remittance/limits.ts';
import { fail } from '../../domain/result.ts';
import { createDriveBrowser, type Located } from './browser.ts';
import { checkBytes, type CheckOutcome } from './check-file.ts';
import { DRIVE_DELAYS } from './delays.ts';
import {
  driveThreadDataSchema,
  type FromDriveThread,
  type ToDriveThread,
  toDriveThreadSchema,
} from './messages.ts';
import { saveProblemList } from './problem-list.ts';
import { readRulesBeside } from './read-rules.ts';
import { readWhole } from './read-file.ts';

type CheckOrder = Extract<ToDriveThread, { readonly type: 'check' }>;
type Trouble = Extract<FromDriveThread, { readonly type: 'trouble' }>;
type Listing = Extract<FromDriveThread, { readonly type: 'listing' }>['listing'];
type SaveOrder = Extract<ToDriveThread, { readonly type: 'save' }>;

const MEGABYTE = 1024 * 1024;

/** Body of the thread that looks at drives, reads a file, checks it and saves what is wrong with it. */
export function runDriveThread(port: MessagePort | null = parentPort, data: unknown = workerData): void {
  if (port === null) throw new Error('runDriveThread runs in a worker thread');
  const to = port;
  const browser = createDriveBrowser(driveThreadDataSchema.parse(data));
  let looking = false;
  let timer: NodeJS.Timeout | null = null;
  /** The check under way; another one, or a stop, takes its place. */
  let current = 0;
  let last: { readonly located: Located; readonly outcome: CheckOutcome } | null = null;

  function say(message: FromDriveThread): void {
    const rows = message.type === 'checked' ? message.rows : null;
    to.postMessage(message, rows === null ? [] : [rows.buffer]);
  }

  function rest(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  async function look(): Promise<void> {
    rest();
    const listing = await browser.look();
    if (!looking) return;
    if (listing !== null) say({ type: 'listing', listing: structuredClone(listing) as Listing });
    // Two looks may have been under way: only one wait follows.
    rest();
    timer = setTimeout(() => void look(), DRIVE_DELAYS.look);
  }

  async function check(order: CheckOrder): Promise<void> {
    const { call } = order;
    current = call;
    last = null;
    const stopped = (): boolean => current !== call;
    const trouble = (code: Trouble['trouble'], places: readonly Trouble['places'][number][] = []): void => {
      if (!stopped()) say({ type: 'trouble', call, trouble: code, places: [...places] });
    };
    const located = browser.locate(order.entry);
    if (located === null) {
      trouble('drive-gone');
      return;
    }
    const tell = createTeller(call, say);
    const read = await readWhole(located.path, {
      device: located.device,
      mostBytes: REMITTANCE_FILE_LIMITS.megabytes * MEGABYTE,
      stopped,
      progress: (share) => tell({ done: Math.floor(share * READING_SHARE), rows: 0 }),
    });
    if (!read.ok) {
      trouble(read.code);
      return;
    }
    if (read.value === null) return;
    const { payer, today, id, data: reference, stored } = order;
    const given = order.rules ? await readRulesBeside(located, payer.account, stored, stopped) : null;
    if (given?.ok === false) {
      trouble(given.code, given.places);
      return;
    }
    const outcome = await checkBytes(read.value, {
      ...{ data: reference, payer, today, id, given: given?.value ?? null, stored, stopped },
      progress: ({ done, rows }) =>
        tell({ done: READING_SHARE + Math.floor((done / 100) * (100 - READING_SHARE)), rows }),
    });
    read.value.fill(0);
    if (outcome === 'stopped' || stopped()) return;
    if (outcome === 'too-many-rows') {
      trouble('too-many-rows');
      return;
    }
    last = { located, outcome };
    say({ type: 'checked', call, ...outcomeToSay(outcome) });
  }

  async function save({ call, locale, stamp }: SaveOrder): Promise<void> {
    if (last === null) {
      say({ type: 'saved', call, result: fail('drive-gone') });
      return;
    }
    const { located, outcome } = last;
    const { folder, device } = located;
    const { findings, lines } = outcome;
    const result = await saveProblemList({ folder, device, findings, lines, locale, stamp });
    say({ type: 'saved', call, result: result.ok ? result : fail(result.code) });
  }

  port.on('message', (message: unknown) => {
    const order = toDriveThreadSchema.parse(message);
    switch (order.type) {
      case 'browse':
        looking = true;
        browser.begin();
        void look();
        return;
      case 'browse-end':
        looking = false;
        rest();
        return;
      case 'open':
        browser.open(order.id);
        if (looking) void look();
        return;
      case 'up':
        browser.up();
        if (looking) void look();
        return;
      case 'check':
        void check(order);
        return;
      case 'stop-check':
        current = 0;
        return;
      case 'save':
        void save(order);
    }
  });
}

/** Per cent of the bar that reading takes; a drive is slow, checking is work. */
const READING_SHARE = 30;

type Progress = Pick<Extract<FromDriveThread, { type: 'progress' }>, 'done' | 'rows'>;

/** Tells progress, and not more often than a page can show. */
function createTeller(call: number, say: (message: FromDriveThread) => void): (progress: Progress) => void {
  let saidAt = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (now - saidAt < DRIVE_DELAYS.progress) return;
    saidAt = now;
    say({ type: 'progress', call, ...progress });
  };
}

/** Plain and writable, as a message carries it. */
function outcomeToSay({ findings, facts, rows }: CheckOutcome) {
  return {
    findings: structuredClone(findings) as Extract<FromDriveThread, { type: 'checked' }>['findings'],
    facts: facts === null ? null : structuredClone(facts),
    rows: rows as Uint8Array<ArrayBuffer> | null,
  };
}
