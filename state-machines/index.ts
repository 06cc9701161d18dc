export { createTerminal, type Terminal, type TerminalOptions } from './create-terminal.ts';
export { DEFAULT_DELAYS, type Delays } from './delays.ts';
export type { TerminalClock, TerminalConfig } from './outside.ts';
export { present } from './present/present.ts';
export { type PracticePort, withPractice } from './practice/with-practice.ts';
export { createUsabilityObserver, type UsabilityObserver } from './usability/observer.ts';
