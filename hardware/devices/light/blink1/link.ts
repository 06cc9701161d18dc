import { fromCallback } from 'xstate';
import { type Failure, fail, type Result } from '../../../../domain/result.ts';
import type { LightPattern } from '../../../../domain/terminal/ports/light.ts';
import type { Clock } from '../../../clock.ts';
import type {
  Channel,
  LostReason,
  Selector,
  Transport,
  TransportFault,
} from '../../../transport/transport.ts';
import { decodeVersion, encodeCommand, type LampCommand, REPORT_ID, REPORT_LENGTH } from './codec.ts';
import { commandFor, TABLE_OF_LINES, watchdog } from './patterns.ts';

export type LinkEvent =
  /** So many lamps answered and have their table. */
  | { readonly type: 'LINK_UP'; readonly lamps: number; readonly firmware: string }
  | { readonly type: 'LINK_FAILED'; readonly fault: TransportFault | 'protocol' | 'stuck' }
  /** One of several is gone; the others go on. */
  | { readonly type: 'LAMP_LOST'; readonly lamps: number }
  | { readonly type: 'LINK_LOST'; readonly why: LostReason };

export type LinkCommand =
  | { readonly type: 'SHOW'; readonly pattern: LightPattern }
  | { readonly type: 'TICKLE' }
  /** The program ends as it should: dark, and no watchdog. */
  | { readonly type: 'LEAVE' };

/** Waits of a connection, in milliseconds. */
export interface LinkDelays {
  /** A lamp takes a report within milliseconds; one that does not has stopped working. */
  readonly reportDeadline: number;
  /** Not told anything for this long, the lamp shows a fault by itself. */
  readonly watchdog: number;
}

export const LINK_DELAYS: LinkDelays = { reportDeadline: 1_000, watchdog: 8_000 };

interface LinkDependencies {
  readonly transport: Transport;
  readonly selector: Selector;
  readonly clock: Clock;
  readonly delays: LinkDelays;
}

interface Lamp {
  readonly channel: Channel;
  lost: LostReason | null;
}

/** Asked anew each time: a lamp goes while something else is waited for. */
function isLost({ lost }: Lamp): boolean {
  return lost !== null;
}

type GreetFault = LostReason | 'protocol';

/**
 * One connection to every lamp that is plugged in, from open to lost: all show the same. An actor of the driver machine;
 * it decides nothing. Old handles are closed before new ones are opened (facts/hardware.md §1.4).
 */
export function createLampLink({ transport, selector, delays }: LinkDependencies) {
  const within = { timeoutMs: delays.reportDeadline };
  let closed: Promise<unknown> = Promise.resolve();

  const actor = fromCallback<LinkCommand>(({ sendBack, receive }) => {
    const abort = new AbortController();
    let lamps: readonly Lamp[] = [];
    let over = false;
    let up = false;
    let working: Promise<unknown> = Promise.resolve();

    const say = (event: LinkEvent): void => {
      if (!over) sendBack(event);
    };
    const lose = (lamp: Lamp, why: LostReason): void => {
      if (lamp.lost !== null) return;
      lamp.lost = why;
      void lamp.channel.close();
      lamps = lamps.filter((other) => other !== lamp);
      if (!up) return;
      if (lamps.length > 0) say({ type: 'LAMP_LOST', lamps: lamps.length });
      else say({ type: 'LINK_LOST', why });
    };
    const tell = async (lamp: Lamp, command: LampCommand): Promise<void> => {
      if (lamp.lost !== null) return;
      const sent = await lamp.channel.sendFeature(encodeCommand(command), within);
      if (!sent.ok) lose(lamp, sent.code === 'timed-out' ? 'stuck' : 'io');
    };
    /** One report after the other: a lamp has room for one. */
    const later = (work: () => Promise<unknown>): void => {
      working = working.then(work);
    };
    const tellAll = (command: LampCommand): void =>
      later(() => Promise.all(lamps.map((lamp) => tell(lamp, command))));

    /** The lamp's version, once it has its table. */
    const greet = async (lamp: Lamp): Promise<Result<string, Failure<GreetFault>>> => {
      await tell(lamp, { type: 'version' });
      if (isLost(lamp)) return fail(lamp.lost ?? 'io');
      const answer = await lamp.channel.readFeature(REPORT_ID, REPORT_LENGTH, within);
      const version = answer.ok ? decodeVersion(answer.value) : answer;
      if (!version.ok) {
        lose(lamp, version.code === 'timed-out' ? 'stuck' : 'io');
        return fail(version.code === 'timed-out' ? 'stuck' : version.code);
      }
      await tell(lamp, { type: 'every-diode' });
      for (const [position, line] of TABLE_OF_LINES.entries()) {
        await tell(lamp, { type: 'line', position, line });
      }
      await tell(lamp, watchdog(delays.watchdog));
      return isLost(lamp) ? fail(lamp.lost ?? 'io') : version;
    };

    const open = async (): Promise<void> => {
      if (over) return;
      const opened = await transport.openAll(selector, abort.signal);
      if (!opened.ok) {
        say({ type: 'LINK_FAILED', fault: opened.code });
        return;
      }
      const found = opened.value.map((channel): Lamp => ({ channel, lost: null }));
      lamps = found;
      for (const lamp of found) lamp.channel.onLost((why) => lose(lamp, why));
      const greeted = await Promise.all(found.map(greet));
      const firmware = greeted.find((answer) => answer.ok)?.value;
      if (firmware === undefined || lamps.length === 0) {
        const fault = greeted.find((answer) => !answer.ok)?.code ?? 'io';
        say({ type: 'LINK_FAILED', fault: fault === 'unplugged' ? 'absent' : fault });
        return;
      }
      up = true;
      say({ type: 'LINK_UP', lamps: lamps.length, firmware });
    };

    receive((command) => {
      if (command.type === 'SHOW') tellAll(commandFor(command.pattern));
      else if (command.type === 'TICKLE') tellAll(watchdog(delays.watchdog));
      else {
        tellAll(commandFor('off'));
        tellAll({ type: 'rest' });
      }
    });
    const before = closed;
    later(() => before.then(open));

    return () => {
      over = true;
      abort.abort();
      closed = working.then(() => Promise.all(lamps.map(({ channel }) => channel.close())));
    };
  });

  return {
    actor,
    /** Settles when the last connection has let go of its handles. */
    released: (): Promise<unknown> => closed,
  };
}
