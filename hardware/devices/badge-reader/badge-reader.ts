import { codeInQrText, isResumeText } from '../../../domain/parking/resume-code.ts';
import { FORM_CODE_CHARACTERS, formInQrText, isFormText } from '../../../domain/roster/form-code.ts';
import { fail } from '../../../domain/result.ts';
import type { DeviceStatus } from '../../../domain/terminal/ports/hardware.ts';
import { isTicketText, ticketInQrText } from '../../../domain/tickets/ticket-code.ts';
import { type Clock, systemClock, withDeadline } from '../../clock.ts';
import { createEmitter, type Device, STOP_DEADLINE } from '../../device.ts';

/** Where scans come from: a scanner's driver, or the simulator. */
export interface ScanSource {
  readonly simulated: boolean;
  /**
   * @param onStatus called at once where the source can say how it is, and with every change; otherwise it counts as ready
   * @returns lets go of the device; settles when it is let go
   */
  subscribe(
    listener: (text: string) => void,
    onStatus?: (status: DeviceStatus, fault: string | null) => void,
  ): () => void | Promise<void>;
}

/** One badge held before a scanner is read several times; people take it away within this. Milliseconds. */
const SAME_BADGE_WINDOW = 1_500;
/** A badge is printable ASCII: anything else is a QR code of something else, or an attempt to type into us. */
const BADGE_TEXT = /^[\x21-\x7e]{4,128}$/;
/** Codes that people carry and that no badge begins like: links, and payment codes (EMVCo, merchant presented). */
const ELSEWHERE = /^(?:https?:\/\/|000201)/i;

const nothing = (): void => undefined;

/**
 * The scanner: QR text in, BADGE_SCANNED out; or SLIP_SCANNED where the text says that it is a resume slip's,
 * TICKET_SCANNED where it says that it is a queue ticket's or an appointment's, and FORM_SCANNED where it says that it is a
 * registration form's, or can be nothing of ours at all. Whose badge it is, and whether anybody
 * wanted a badge now, is the terminal's to judge; the text is only kept to know a repetition, until `forget`. Without a
 * source the device is absent.
 */
export function createBadgeReader(options: {
  readonly source: ScanSource | null;
  readonly clock?: Clock;
}): Device {
  const { source, clock = systemClock } = options;
  const emitter = createEmitter();
  const simulated = source?.simulated ?? false;
  let status: DeviceStatus = source === null ? 'absent' : 'ready';
  let told: DeviceStatus | null = null;
  let fault: string | null = null;
  let unsubscribe: (() => void | Promise<void>) | null = null;
  let last: { readonly text: string; readonly at: number } | null = null;
  let dropped = 0;

  const take = (scanned: string): void => {
    const text = scanned.trim();
    const repeated = last?.text === text && clock.now() - last.at < SAME_BADGE_WINDOW;
    if (repeated) {
      dropped += 1;
      return;
    }
    if (isFormText(text)) {
      last = { text, at: clock.now() };
      emitter.emit({ type: 'FORM_SCANNED', scanned: formInQrText(text) });
      return;
    }
    if (!BADGE_TEXT.test(text) || ELSEWHERE.test(text)) {
      dropped += 1;
      if (text === '') return;
      const code = text.length > FORM_CODE_CHARACTERS ? 'too-long' : 'other-code';
      emitter.emit({ type: 'FORM_SCANNED', scanned: fail(code) });
      return;
    }
    last = { text, at: clock.now() };
    // A slip is never offered as a badge, nor a badge as a slip.
    if (isResumeText(text)) emitter.emit({ type: 'SLIP_SCANNED', code: codeInQrText(text) });
    else if (isTicketText(text)) emitter.emit({ type: 'TICKET_SCANNED', scanned: ticketInQrText(text) });
    else emitter.emit({ type: 'BADGE_SCANNED', text });
  };

  const tell = (): void => {
    if (told === status) return;
    told = status;
    const detail = fault === null ? {} : { detail: fault };
    emitter.emit({ type: 'DEVICE_STATE', device: 'badge-reader', status, simulated, ...detail });
  };
  const stands = (now: DeviceStatus, why: string | null): void => {
    [status, fault] = [now, why];
    tell();
  };

  return {
    name: 'badge-reader',
    simulated,
    start: () => {
      if (unsubscribe !== null) return;
      unsubscribe = source?.subscribe(take, stands) ?? nothing;
      tell();
    },
    stop: async () => {
      const letGo = unsubscribe?.();
      unsubscribe = nothing;
      last = null;
      if (letGo !== undefined) await withDeadline(letGo, STOP_DEADLINE, clock);
    },
    forget: () => {
      last = null;
    },
    subscribe: emitter.subscribe,
    health: () => ({
      device: 'badge-reader',
      status,
      simulated,
      fault,
      serial: null,
      firmware: null,
      reconnects: 0,
      dropped,
      problems: {},
    }),
  };
}
