import { enquiry } from './enquiry.ts';
import { finish } from './finish.ts';
import { frame } from './frame.ts';
import { identity } from './identity.ts';
import { questions } from './questions.ts';
import { service } from './service.ts';
import { staff } from './staff.ts';
import { troubles } from './troubles.ts';

export const zhHant = {
  ...frame,
  ...identity,
  ...questions,
  ...staff,
  ...finish,
  ...enquiry,
  ...service,
  ...troubles,
} as const;
