import { contextBridge, ipcRenderer } from 'electron';
import type { DisplayFacts, TerminalBridge } from '../../domain/terminal/bridge.ts';
import type { IntentAnswer } from '../../domain/terminal/intent/intent.ts';
import type { ViewUpdate } from '../../domain/terminal/view/view.ts';
import { CHANNELS } from '../ipc/channels.ts';

/** A short list of verbs: no channel name and no Electron event reaches the page. */
const bridge: TerminalBridge = {
  current: async () => (await ipcRenderer.invoke(CHANNELS.current)) as ViewUpdate,
  send: async (intent) => (await ipcRenderer.invoke(CHANNELS.intent, intent)) as IntentAnswer,
  display: async () => (await ipcRenderer.invoke(CHANNELS.display)) as DisplayFacts,
  onUpdate: (listener) => {
    const handler = (_event: unknown, update: ViewUpdate): void => {
      listener(update);
    };
    ipcRenderer.on(CHANNELS.view, handler);
    return () => {
      ipcRenderer.off(CHANNELS.view, handler);
    };
  },
  painted: (stepId) => {
    ipcRenderer.send(CHANNELS.painted, stepId);
  },
  alive: () => {
    ipcRenderer.send(CHANNELS.alive);
  },
};

contextBridge.exposeInMainWorld('terminal', bridge);
