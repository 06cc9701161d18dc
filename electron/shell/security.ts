import { app, type Session, type WebContents } from 'electron';
import { isTextInput } from './keyboard.ts';
import { ORIGIN } from './protocol.ts';

/** Rules for every web-contents of the program, whoever makes it (hardening.md §1 rows 5, 11 to 15, §3). */
export function lockDownContents(onRefused: (what: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuse = (what: string) => (event: { preventDefault(): void }) => {
      event.preventDefault();
      onRefused(what);
    };
    contents.setWindowOpenHandler(() => {
      onRefused('window-open');
      return { action: 'deny' };
    });
    contents.on('will-navigate', refuse('navigate'));
    contents.on('will-frame-navigate', refuse('frame-navigate'));
    contents.on('will-redirect', refuse('redirect'));
    contents.on('will-attach-webview', refuse('webview'));
    contents.on('will-prevent-unload', (event) => {
      event.preventDefault();
    });
    contents.on('devtools-opened', () => {
      contents.closeDevTools();
      onRefused('devtools');
    });
    contents.on('context-menu', refuse('context-menu'));
    contents.on('before-input-event', (event, input) => {
      if (!isTextInput(input)) event.preventDefault();
    });
    contents.on('zoom-changed', () => {
      contents.setZoomLevel(0);
    });
    contents.on('did-finish-load', () => {
      void contents.setVisualZoomLevelLimits(1, 1);
    });
  });
  app.on('login', (event) => {
    event.preventDefault();
    onRefused('login');
  });
}

/** Denies every permission, device, download and foreign request of a session; both handlers are needed (docs/api/session.md). */
export function lockDownSession(session: Session, onRefused: (what: string) => void, origin = ORIGIN): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    onRefused(`permission ${permission}`);
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback({});
  });
  session.setUSBProtectedClassesHandler(() => []);
  session.setBluetoothPairingHandler((_details, callback) => {
    callback({ confirmed: false });
  });
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    (session as NodeJS.EventEmitter).on(event, (selection: { preventDefault(): void }) => {
      selection.preventDefault();
    });
  }
  session.on('will-download', (event) => {
    event.preventDefault();
    onRefused('download');
  });
  session.webRequest.onBeforeRequest((details, callback) => {
    const ours = details.url.startsWith(`${origin}/`) || details.url.startsWith('data:image/');
    if (!ours) onRefused('request');
    callback({ cancel: !ours });
  });
}

/** After each member nothing of the last one may be left in the page's world. */
export async function forgetBrowsing(session: Session, contents: WebContents): Promise<void> {
  contents.navigationHistory.clear();
  await session.clearStorageData();
  await session.clearCache();
}
