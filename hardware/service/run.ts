import { startHardwareService } from './hardware-service.ts';
import { type FromService, serviceSettingsSchema } from './messages.ts';

/** Electron's utility process port, as far as it is needed; its module must not be imported here. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

interface Parent {
  readonly post: (message: FromService) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** The parent is gone: nobody is left to work for. */
  onGone(listener: () => void): void;
}

/**
 * Runs the hardware service in this process, as the child of whoever started it: Electron's main process
 * (utilityProcess) or plain Node (child_process.fork). The last argument is ServiceSettings as JSON. A mistake of
 * set-up (no parent, other arguments, the socket's path taken) ends the process with a line on standard error.
 */
export function runHardwareProcess(): void {
  run().catch((error: unknown) => {
    console.error(`hardware service: ${error instanceof Error ? error.message : 'could not start'}`);
    process.exit(1);
  });
}

async function run(): Promise<void> {
  const settings = serviceSettingsSchema.parse(JSON.parse(process.argv.at(-1) ?? ''));
  const parent = findParent();
  parent.onGone(() => process.exit(0));
  await startHardwareService({
    ...settings,
    post: (message) => {
      parent.post(message);
      // A native handle may keep the process alive for ever; after `stopped` nothing is held any more.
      if (message.type === 'stopped') setImmediate(() => process.exit(0));
    },
    onMessage: parent.onMessage,
  });
}

function findParent(): Parent {
  const { parentPort } = process as { readonly parentPort?: ParentPort };
  if (parentPort !== undefined) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', (event) => listener(event.data)),
      // Electron ends utility processes with their parent.
      onGone: () => undefined,
    };
  }
  if (process.send === undefined) throw new Error('the hardware service runs as a child of the terminal');
  return {
    post: (message) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) => process.on('message', listener),
    onGone: (listener) => process.on('disconnect', listener),
  };
}
