import type { EventObject } from 'xstate';
import type { ReaderTrouble } from '../domain/codes.ts';
import type { DeviceStatus, HardwareEvent } from '../domain/terminal/ports/hardware.ts';

/** Where the reader stands; kept by the session across visits. */
export interface ReaderFacts {
  readonly status: DeviceStatus;
  readonly cardPresent: boolean;
  /** The card has lain there since before this visit: it is somebody else's until it is lifted and laid again. */
  readonly leftBehind: boolean;
}

export const UNKNOWN_READER: ReaderFacts = { status: 'absent', cardPresent: false, leftBehind: false };

/** The reader as the next visit finds it. */
export function readerForNextVisit(reader: ReaderFacts): ReaderFacts {
  return { ...reader, leftBehind: reader.cardPresent };
}

export function readerUsable(reader: ReaderFacts): boolean {
  return reader.status === 'ready' || reader.status === 'busy';
}

/** The reader's part of a hardware event, applied to what is known. A reader that is gone holds no card. */
export function readerAfter(reader: ReaderFacts, event: EventObject): ReaderFacts {
  // Whatever is not from the hardware falls through: the type says only that it has one.
  const hardware = event as HardwareEvent;
  switch (hardware.type) {
    case 'DEVICE_STATE': {
      if (hardware.device !== 'id-reader') return reader;
      const present = hardware.status === 'ready' || hardware.status === 'busy';
      return {
        status: hardware.status,
        cardPresent: present && reader.cardPresent,
        leftBehind: present && reader.leftBehind,
      };
    }
    case 'CARD_PRESENT':
      return { ...reader, cardPresent: true, leftBehind: false };
    case 'CARD_REMOVED':
      return { ...reader, cardPresent: false, leftBehind: false };
    case 'HARDWARE_DOWN':
      return { status: 'faulted', cardPresent: false, leftBehind: false };
    default:
      return reader;
  }
}

/** How a reader that cannot be used is described. `connecting` is left to become ready by itself. */
export function troubleOf(status: DeviceStatus): ReaderTrouble | null {
  if (status === 'absent') return 'absent';
  return status === 'faulted' ? 'faulted' : null;
}
