/** Every channel between page and main. Nothing else may call `ipcMain` or `ipcRenderer` (eslint). */
export const CHANNELS = {
  /** invoke -> ViewUpdate */
  current: 'terminal:current',
  /** invoke(Intent) -> IntentAnswer */
  intent: 'terminal:intent',
  /** invoke -> DisplayFacts */
  display: 'terminal:display',
  /** send: the page painted a step */
  painted: 'terminal:painted',
  /** send: heartbeat */
  alive: 'terminal:alive',
  /** main -> page: ViewUpdate */
  view: 'terminal:view',
} as const;
