// The least that Electron can show: the reference for the terminal's own start.
import { app, BrowserWindow, screen } from 'electron';
import { join } from 'node:path';

void app.whenReady().then(() => {
  const window = new BrowserWindow({ kiosk: true, frame: false, webPreferences: { sandbox: true } });
  window.setBounds(screen.getPrimaryDisplay().bounds);
  window.webContents.on('page-title-updated', (_event, title) => {
    if (title !== 'painted') return;
    console.log(`EMPF_READY ${JSON.stringify({ screen: 'bare', t: Date.now() })}`);
  });
  void window.loadFile(join(import.meta.dirname, 'index.html'));
});
