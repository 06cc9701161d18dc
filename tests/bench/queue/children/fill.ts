import { mkdirSync } from 'node:fs';
import { answer, requestOf } from '../child.ts';
import { IMPLEMENTATIONS } from '../implementations/index.ts';
import { fillRequestSchema } from '../messages.ts';

const { implementation, folder, rows, stored } = requestOf(fillRequestSchema);
mkdirSync(folder, { recursive: true });
await IMPLEMENTATIONS[implementation].fill?.(folder, rows);
if (stored === 'accepted') IMPLEMENTATIONS[implementation].settle?.(folder);
answer({ done: true });
