import { z } from 'zod';

/** What a counter is called, as it is shown and called out: `3`, `B12`, or the terminal's name (`S0127`). */
export const counterSchema = z.string().regex(/^[A-Za-z0-9]{1,8}$/);
