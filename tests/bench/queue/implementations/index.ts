import { append } from './append.ts';
import type { Implementation, ImplementationName } from './implementation.ts';
import { liteque } from './liteque.ts';
import { ours } from './ours.ts';
import { plainjob } from './plainjob.ts';
import { raw, rawAudited } from './raw.ts';

export const IMPLEMENTATIONS: Readonly<Record<ImplementationName, Implementation>> = {
  append,
  raw,
  'raw-audited': rawAudited,
  ours,
  plainjob,
  liteque,
};
