import { join } from 'node:path';
import { projectRoot } from './paths.ts';

/**
 * Lets every Node process and thread that is started from now on keep what it compiled in `node_modules/.cache`
 * (https://nodejs.org/api/module.html#module-compile-cache). Without it each of the queue's threads that a test starts
 * takes the types out of some 200 files anew, by a WebAssembly program of its own: twice the time, and the one place
 * where Node 24 was seen to abort under load (nodejs/node 64500). Entries go by the content of the file.
 */
export function rememberCompiled(): void {
  process.env['NODE_COMPILE_CACHE'] ??= join(projectRoot, 'node_modules', '.cache', 'node-compile');
}
