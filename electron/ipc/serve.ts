import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { intentSchema, type IntentAnswer } from '../../domain/terminal/intent/intent.ts';
import type { Intent } from '../../domain/terminal/intent/intent.ts';
import type { ViewUpdate } from '../../domain/terminal/view/view.ts';
import type { DisplayFacts } from '../../domain/terminal/bridge.ts';
import { z } from 'zod';
import { ORIGIN } from '../shell/protocol.ts';
import { CHANNELS } from './channels.ts';
import type { Surface } from '../../domain/terminal/surface.ts';
import { mayAsk } from './surfaces.ts';

export interface PageServices {
  current(surface: Surface): ViewUpdate;
  intent(intent: Intent, surface: Surface): IntentAnswer;
  display(sender: WebContents): DisplayFacts;
  painted(stepId: string): void;
  alive(sender: WebContents): void;
  /** The surface of a window of ours, or null for any other sender. */
  surfaceOf(sender: WebContents): Surface | null;
  refused(channel: string, reason: string): void;
}

const stepIdSchema = z.string().max(64);

/**
 * Answers the pages. Each message is accepted only from the top frame of a window of ours that shows our own origin,
 * and only when it has the shape of the contract; what is refused is logged by channel and reason, without content.
 */
export function servePages(services: PageServices): () => void {
  const senderSurface = (event: IpcMainEvent | IpcMainInvokeEvent, channel: string): Surface | null => {
    const frame = event.senderFrame;
    const surface = services.surfaceOf(event.sender);
    if (frame === null || frame.parent !== null || frame.origin !== ORIGIN || surface === null) {
      services.refused(channel, 'sender');
      return null;
    }
    return surface;
  };

  ipcMain.handle(CHANNELS.current, (event) => {
    const surface = senderSurface(event, CHANNELS.current);
    return surface === null ? null : services.current(surface);
  });
  ipcMain.handle(CHANNELS.display, (event) =>
    senderSurface(event, CHANNELS.display) ? services.display(event.sender) : null,
  );
  ipcMain.handle(CHANNELS.intent, (event, raw: unknown): IntentAnswer => {
    const surface = senderSurface(event, CHANNELS.intent);
    if (surface === null) return { accepted: false, reason: 'not-allowed' };
    const parsed = intentSchema.safeParse(raw);
    if (!parsed.success) {
      services.refused(CHANNELS.intent, 'malformed');
      return { accepted: false, reason: 'malformed' };
    }
    if (!mayAsk(surface, parsed.data.type)) return { accepted: false, reason: 'not-allowed' };
    return services.intent(parsed.data, surface);
  });
  const onPainted = (event: IpcMainEvent, raw: unknown): void => {
    const stepId = stepIdSchema.safeParse(raw);
    if (senderSurface(event, CHANNELS.painted) !== null && stepId.success) services.painted(stepId.data);
  };
  const onAlive = (event: IpcMainEvent): void => {
    if (senderSurface(event, CHANNELS.alive) !== null) services.alive(event.sender);
  };
  ipcMain.on(CHANNELS.painted, onPainted);
  ipcMain.on(CHANNELS.alive, onAlive);
  return () => {
    for (const channel of [CHANNELS.current, CHANNELS.display, CHANNELS.intent])
      ipcMain.removeHandler(channel);
    ipcMain.off(CHANNELS.painted, onPainted);
    ipcMain.off(CHANNELS.alive, onAlive);
  };
}
