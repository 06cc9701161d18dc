import { mkdirSync } from 'node:fs';
import { answer, requestOf } from '../child.ts';
import { IMPLEMENTATIONS } from '../implementations/index.ts';
import { fillRequestSchema } from '../messages.ts';

const { implementation, folder, rows } = requestOf(fillRequestSchema);
mkdirSync(folder, { recursive: true });
await IMPLEMENTATIONS[implementation].fill?.(folder, rows);
answer({ done: true });
