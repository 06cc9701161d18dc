import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { COMPANY_LIST_LIMITS } from '../../domain/company-list/list.ts';
import { REMITTANCE_FILE_LIMITS } from '../../domain/remittance/limits.ts';
import { fail } from '../../domain/result.ts';
import { ROSTER_LIMITS } from '../../domain/roster/check-roster.ts';
import { createDriveBrowser, type Located } from './browser.ts';
import { checkBytes, type CheckOutcome } from './check-file.ts';
import { checkListBytes } from './check-list.ts';
import { checkRosterBytes } from './check-roster.ts';
import { DRIVE_DELAYS } from './delays.ts';
import {
  driveThreadDataSchema,
  type FromDriveThread,
  type ToDriveThread,
  toDriveThreadSchema,
} from './messages.ts';
import {
  companyProblems,
  type ProblemTable,
  remittanceProblems,
  rosterProblems,
  saveProblemTable,
} from './problem-list.ts';
import { readRulesBeside } from './read-rules.ts';
import { readWhole } from './read-file.ts';

type CheckOrder = Extract<ToDriveThread, { readonly type: 'check' }>;
type ListOrder = Extract<ToDriveThread, { readonly type: 'check-list' }>;
type RosterOrder = Extract<ToDriveThread, { readonly type: 'check-roster' }>;
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
  let last: { readonly located: Located; readonly problems: ProblemTable } | null = null;

  function say(message: FromDriveThread): void {
    const rows = message.type === 'checked' ? [message.rows, message.staying] : [];
    to.postMessage(
      message,
      rows.flatMap((bytes) => (bytes === null ? [] : [bytes.buffer])),
    );
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

  /** Takes the place of whatever check is under way. */
  function begun(call: number) {
    current = call;
    last = null;
    const stopped = (): boolean => current !== call;
    const trouble = (code: Trouble['trouble'], places: readonly Trouble['places'][number][] = []): void => {
      if (!stopped()) say({ type: 'trouble', call, trouble: code, places: [...places] });
    };
    return { stopped, trouble, tell: createTeller(call, say) };
  }

  /** The file of an entry, whole; null when it was stopped or its trouble was told. */
  async function fileOf(
    entry: string,
    megabytes: number,
    { stopped, trouble, tell }: ReturnType<typeof begun>,
  ): Promise<{ readonly located: Located; readonly bytes: Uint8Array } | null> {
    const located = browser.locate(entry);
    if (located === null) {
      trouble('drive-gone');
      return null;
    }
    const read = await readWhole(located.path, {
      device: located.device,
      mostBytes: megabytes * MEGABYTE,
      stopped,
      progress: (share) => tell({ done: Math.floor(share * READING_SHARE), rows: 0 }),
    });
    if (!read.ok) {
      trouble(read.code);
      return null;
    }
    return read.value === null ? null : { located, bytes: read.value };
  }

  async function checkList({ call, entry, standing, today }: ListOrder): Promise<void> {
    const under = begun(call);
    const file = await fileOf(entry, COMPANY_LIST_LIMITS.megabytes, under);
    if (file === null || under.stopped()) return;
    const { findings, list } = checkListBytes(file.bytes, { standing, today });
    file.bytes.fill(0);
    last = { located: file.located, problems: companyProblems(findings) };
    say({
      ...{ type: 'list-checked', call, list },
      findings: structuredClone(findings) as Extract<FromDriveThread, { type: 'list-checked' }>['findings'],
    });
  }

  async function checkRoster({ call, entry, key }: RosterOrder): Promise<void> {
    const under = begun(call);
    const file = await fileOf(entry, ROSTER_LIMITS.megabytes, under);
    if (file === null || under.stopped()) return;
    const checked = await checkRosterBytes(file.bytes, {
      ...{ key, stopped: under.stopped },
      progress: ({ done, rows }) => under.tell({ done: shareOfChecking(done), rows }),
    });
    file.bytes.fill(0);
    if (checked === null || under.stopped()) return;
    const { findings, digest, people } = checked;
    last = { located: file.located, problems: rosterProblems(findings) };
    say({
      ...{ type: 'roster-checked', call, digest },
      people: people as Extract<FromDriveThread, { type: 'roster-checked' }>['people'],
      findings: findings as Extract<FromDriveThread, { type: 'roster-checked' }>['findings'],
    });
  }

  async function check(order: CheckOrder): Promise<void> {
    const { call } = order;
    const under = begun(call);
    const { stopped, trouble, tell } = under;
    const file = await fileOf(order.entry, REMITTANCE_FILE_LIMITS.megabytes, under);
    if (file === null) return;
    const { located, bytes } = file;
    const { payer, today, id, data: reference, stored } = order;
    const given = order.rules ? await readRulesBeside(located, payer.account, stored, stopped) : null;
    if (given?.ok === false) {
      trouble(given.code, given.places);
      return;
    }
    const outcome = await checkBytes(bytes, {
      ...{ data: reference, payer, today, id, given: given?.value ?? null, stored, stopped },
      progress: ({ done, rows }) => tell({ done: shareOfChecking(done), rows }),
    });
    bytes.fill(0);
    if (outcome === 'stopped' || stopped()) return;
    if (outcome === 'too-many-rows') {
      trouble('too-many-rows');
      return;
    }
    last = { located, problems: remittanceProblems(outcome) };
    say({ type: 'checked', call, ...outcomeToSay(outcome) });
  }

  async function save({ call, locale, stamp, staying, mark }: SaveOrder): Promise<void> {
    if (last === null) {
      say({ type: 'saved', call, result: fail('drive-gone') });
      return;
    }
    const { located, problems } = last;
    const { folder, device } = located;
    const result = await saveProblemTable({ folder, device, problems, locale, stamp, staying, mark });
    staying?.fill(0);
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
      case 'check-list':
        void checkList(order);
        return;
      case 'check-roster':
        void checkRoster(order);
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

/** @param done per cent of the checking */
function shareOfChecking(done: number): number {
  return READING_SHARE + Math.floor((done / 100) * (100 - READING_SHARE));
}

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
function outcomeToSay({ findings, facts, rows, staying }: CheckOutcome) {
  return {
    findings: structuredClone(findings) as Extract<FromDriveThread, { type: 'checked' }>['findings'],
    facts: facts === null ? null : structuredClone(facts),
    rows: rows as Uint8Array<ArrayBuffer> | null,
    staying: staying as Uint8Array<ArrayBuffer> | null,
  };
}
