import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Implementation } from './implementation.ts';

const BYTES = 512;

export const append: Implementation = {
  name: 'append',
  fill: null,
  settle: null,
  mostRows: Infinity,
  open(folder) {
    const handle = openSync(join(folder, 'append'), 'a');
    const bytes = Buffer.alloc(BYTES, 'x');
    return {
      add() {
        writeSync(handle, bytes);
        fdatasyncSync(handle);
      },
      claim: null,
      claimsMany: false,
      close: () => closeSync(handle),
    };
  },
};
