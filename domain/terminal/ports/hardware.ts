import type { ReaderTrouble } from '../../codes.ts';
import type { IdentityDocument } from '../../identity/document/document.ts';
import type { Failure, Result } from '../../result.ts';
import type { FormCode, FormCodeFault } from '../../roster/form-code.ts';
import type { LightPattern } from './light.ts';
import type { ScannedTicket } from '../../tickets/ticket-code.ts';

export const DEVICES = ['id-reader', 'badge-reader', 'light'] as const;
export type DeviceName = (typeof DEVICES)[number];

export type DeviceStatus = 'absent' | 'connecting' | 'ready' | 'busy' | 'faulted';

/** What the hardware process tells the terminal. A closed list; none of it can be sent by a page. */
export type HardwareEvent =
  | {
      readonly type: 'DEVICE_STATE';
      readonly device: DeviceName;
      readonly status: DeviceStatus;
      readonly simulated: boolean;
      /** Redacted detail for logs only, never shown. */
      readonly detail?: string;
    }
  | { readonly type: 'CARD_PRESENT'; readonly device: 'id-reader' }
  | { readonly type: 'CARD_REMOVED'; readonly device: 'id-reader' }
  | { readonly type: 'DOCUMENT_READ'; readonly readId: string; readonly document: IdentityDocument }
  | { readonly type: 'READ_FAILED'; readonly readId: string; readonly trouble: ReaderTrouble }
  | { readonly type: 'BADGE_SCANNED'; readonly text: string }
  /** A resume slip was held before the scanner; null: it is one, and cannot be read. */
  | { readonly type: 'SLIP_SCANNED'; readonly code: string | null }
  /** The QR code of a queue ticket or of an appointment; null: it is one, and cannot be read. */
  | { readonly type: 'TICKET_SCANNED'; readonly scanned: ScannedTicket | null }
  /** The QR code of a partner's registration form, or one that is nothing we know; whoever awaits none ignores it. */
  | { readonly type: 'FORM_SCANNED'; readonly scanned: Result<FormCode, Failure<FormCodeFault>> }
  /** The hardware process itself died or came back; its supervisor in main sends these. */
  | { readonly type: 'HARDWARE_DOWN' }
  | { readonly type: 'HARDWARE_UP' };

/** What the terminal asks of the hardware process. A read is armed by id; a document nobody asked for is dropped. */
export type HardwareCommand =
  | { readonly type: 'ARM_READ'; readonly readId: string }
  | { readonly type: 'DISARM_READ' }
  | { readonly type: 'LIGHT'; readonly pattern: LightPattern }
  /** Session ended: every codec and driver forgets what it holds. */
  | { readonly type: 'FORGET' };

export interface HardwarePort {
  command(command: HardwareCommand): void;
  /** Returns the function that ends the subscription. On subscribing, the current DEVICE_STATE of each device is sent. */
  subscribe(listener: (event: HardwareEvent) => void): () => void;
}
