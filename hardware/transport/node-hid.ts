import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { Device as HidDevice, HIDAsync } from 'node-hid';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { type Clock, systemClock, withDeadline } from '../clock.ts';
import { watchPresence } from './presence-watch.ts';
import type { Channel, LostReason, Presence, Selector, Transport, TransportFault } from './transport.ts';

/** The library's own calls have no deadlines: listing is milliseconds, opening too, unless a driver hangs. */
const LIST_DEADLINE = 2_000;
const OPEN_DEADLINE = 2_000;
/** `close` of a handle whose device is mute stays pending for ever (facts/hardware.md §1.4). */
const CLOSE_DEADLINE = 800;

type Library = typeof import('node-hid');

/**
 * HID devices of this computer, by node-hid: the only file that knows it. What it does about the library's habits
 * (facts/hardware.md §1.4): loaded at first use and probed, because its binary needs system libraries that may be
 * missing; the error listener is there before anything is awaited and the single data listener is enforced, because
 * either mistake ends the process; errors come as strings or as Errors and carry no code, so the operating system is
 * asked instead; every call has a deadline of ours; nothing here ever calls `read` or `pause`.
 */
export function createNodeHidTransport(
  options: {
    readonly clock?: Clock;
    /** Milliseconds between two looks for a device that is missing; longer for one that is rarely fitted at all. */
    readonly safetyPoll?: number;
  } = {},
): Transport {
  const clock = options.clock ?? systemClock;
  return {
    simulated: false,
    open: (selector, signal) => open(selector, signal, clock),
    openAll: (selector, signal) => openAll(selector, signal, clock),
    watch: (selector, onPresence) =>
      watchPresence(() => look(selector, clock), onPresence, clock, options.safetyPoll),
  };
}

async function load(): Promise<Library | null> {
  try {
    const library = await import('node-hid');
    // Loads the binary, which importing alone does not.
    library.getHidapiVersion();
    return library;
  } catch {
    return null;
  }
}

async function list(
  selector: Selector,
  clock: Clock,
): Promise<Result<readonly string[], Failure<TransportFault>>> {
  const library = await load();
  if (library === null) return fail('native-missing');
  try {
    const { vendorId, productId } = selector;
    const listing =
      vendorId === undefined || productId === undefined
        ? library.devicesAsync()
        : library.devicesAsync(vendorId, productId);
    const found = await withDeadline(listing, LIST_DEADLINE, clock);
    if (found === 'timed-out') return fail('timed-out');
    const paths = found.filter((device) => matches(device, selector)).flatMap(({ path }) => path ?? []);
    // A device with two collections is listed twice under one path.
    return ok([...new Set(paths)]);
  } catch {
    return fail('io');
  }
}

function matches(device: HidDevice, selector: Selector): boolean {
  return (
    (selector.vendorId === undefined || device.vendorId === selector.vendorId) &&
    (selector.productId === undefined || device.productId === selector.productId) &&
    (selector.usagePage === undefined || device.usagePage === selector.usagePage) &&
    (selector.usage === undefined || device.usage === selector.usage) &&
    (selector.serialNumber === undefined || device.serialNumber === selector.serialNumber)
  );
}

async function look(selector: Selector, clock: Clock): Promise<Result<Presence, Failure<TransportFault>>> {
  const paths = await list(selector, clock);
  if (!paths.ok) return paths;
  if (paths.value.length === 0) return ok('none');
  return ok(paths.value.length === 1 ? 'one' : 'several');
}

async function open(
  selector: Selector,
  signal: AbortSignal,
  clock: Clock,
): Promise<Result<Channel, Failure<TransportFault>>> {
  const paths = await list(selector, clock);
  if (!paths.ok) return paths;
  const [path, another] = paths.value;
  if (path === undefined) return fail('absent');
  if (another !== undefined) return fail('ambiguous');
  return openPath(path, signal, clock);
}

async function openAll(
  selector: Selector,
  signal: AbortSignal,
  clock: Clock,
): Promise<Result<readonly Channel[], Failure<TransportFault>>> {
  const paths = await list(selector, clock);
  if (!paths.ok) return paths;
  const channels: Channel[] = [];
  let fault: TransportFault = 'absent';
  for (const path of paths.value) {
    const opened = await openPath(path, signal, clock);
    if (opened.ok) channels.push(opened.value);
    else if (fault === 'absent') fault = opened.code;
  }
  return channels.length > 0 ? ok(channels) : fail(fault);
}

async function openPath(
  path: string,
  signal: AbortSignal,
  clock: Clock,
): Promise<Result<Channel, Failure<TransportFault>>> {
  if (signal.aborted) return fail('io');
  const library = await load();
  if (library === null) return fail('native-missing');
  const opening = library.HIDAsync.open(path).then((handle) => {
    const channel = channelOf(handle, path, clock);
    if (signal.aborted) void channel.close();
    return channel;
  });
  try {
    const channel = await withDeadline(opening, OPEN_DEADLINE, clock);
    if (channel !== 'timed-out') return ok(channel);
    // Should it open after all, nobody would ever close it.
    void opening.then((late) => late.close()).catch(() => undefined);
    return fail('timed-out');
  } catch {
    return fail(await whyNotOpen(path));
  }
}

async function whyNotOpen(path: string): Promise<TransportFault> {
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return 'io';
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) return 'io';
    if (error.code === 'ENOENT') return 'absent';
    return error.code === 'EACCES' || error.code === 'EPERM' ? 'permission' : 'io';
  }
}

function channelOf(handle: HIDAsync, path: string, clock: Clock): Channel {
  let lostListener: ((why: LostReason) => void) | null = null;
  let lostAs: LostReason | null = null;
  let listening = false;
  let closing: Promise<void> | null = null;

  const lose = (why: LostReason): void => {
    if (lostAs !== null || closing !== null) return;
    lostAs = why;
    lostListener?.(why);
  };
  const loseAfter = async (error: unknown): Promise<void> => {
    lose((await isGone(error, path)) ? 'unplugged' : 'io');
  };
  handle.on('error', (error: unknown) => void loseAfter(error));

  const attempt = async <T>(
    call: () => Promise<T>,
    timeoutMs: number,
  ): Promise<Result<T, Failure<'timed-out' | 'io'>>> => {
    if (closing !== null || lostAs !== null) return fail('io');
    try {
      const answer = await withDeadline(call(), timeoutMs, clock);
      return answer === 'timed-out' ? fail('timed-out') : ok(answer);
    } catch (error) {
      await loseAfter(error);
      return fail('io');
    }
  };

  return {
    async send(report, { timeoutMs }) {
      const written = await attempt(() => handle.write(Buffer.from(report)), timeoutMs);
      if (!written.ok) return written;
      return written.value === report.length ? ok(null) : fail('io');
    },
    async sendFeature(report, { timeoutMs }) {
      const written = await attempt(() => handle.sendFeatureReport(Buffer.from(report)), timeoutMs);
      // The number that comes back counts differently on each operating system; a failure rejects.
      return written.ok ? ok(null) : written;
    },
    readFeature: (reportId, length, { timeoutMs }) =>
      attempt(() => handle.getFeatureReport(reportId, length), timeoutMs),
    onReport(listener) {
      if (listening) throw new Error('a channel has one report listener');
      listening = true;
      handle.on('data', (bytes: Buffer) => {
        if (closing !== null) return;
        try {
          listener(bytes);
        } catch {
          // node-hid would report it as an error of the device; it is a bug of ours, and the handle is made anew.
          lose('io');
        }
      });
    },
    onLost(listener) {
      lostListener = listener;
      if (lostAs !== null) listener(lostAs);
    },
    close() {
      closing ??= withDeadline(handle.close(), CLOSE_DEADLINE, clock).then(
        () => undefined,
        // Already closed, or the device is gone: either way there is nothing left to close.
        () => undefined,
      );
      return closing;
    },
  };
}

/** True when the device is not there any more. The text decides only where the path still exists. */
async function isGone(error: unknown, path: string): Promise<boolean> {
  const text = error instanceof Error ? error.message : String(error);
  if (/disconnected|no such device/i.test(text)) return true;
  try {
    await access(path, constants.F_OK);
    return false;
  } catch {
    return true;
  }
}
