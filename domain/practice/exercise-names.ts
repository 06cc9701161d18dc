/** In the order in which new staff do them; message `practice.exercise.<name>`. */
export const EXERCISE_NAMES = [
  'with-card',
  'typed-number',
  'leaves-halfway',
  'offline',
  'remittance-file',
  'hand-over',
] as const;
export type ExerciseName = (typeof EXERCISE_NAMES)[number];
