import type { Chrome } from '../../domain/terminal/view/chrome.ts';
import type { PracticeView } from '../../domain/terminal/view/practice-view.ts';
import { type Fixture, later, outside, step } from './fixture-parts.ts';

const practice: PracticeView = {
  endsAt: later(2_400),
  waiting: 2,
  cardIn: false,
  exercise: null,
  ending: false,
};
const chrome = (change: Partial<PracticeView>, more: Partial<Chrome> = {}) => ({
  chrome: { ...more, practice: { ...practice, ...change } },
});
const atStep = (name: 'with-card' | 'leaves-halfway', at: number): Partial<PracticeView> => ({
  exercise: { name, step: at, of: 4 },
});

/** Pages in practice: the watermark, the line above them, an exercise under way and done. */
export const PRACTICE_FIXTURES: readonly Fixture[] = [
  ['practice-attract', { id: 'attract' }, { ...chrome({}, outside), session: false }],
  ['practice-panel', { id: 'attract' }, { ...chrome({}, outside), session: false }],
  [
    'practice-panel-exercise',
    { id: 'identify', liftFirst: false },
    chrome({ ...atStep('leaves-halfway', 2), cardIn: true }, step(2, 'identity')),
  ],
  [
    'practice-reader',
    { id: 'identify', liftFirst: false },
    chrome(atStep('with-card', 0), step(2, 'identity')),
  ],
  [
    'practice-question',
    { id: 'question', step: 'email', value: '', error: null, changing: false },
    chrome(atStep('leaves-halfway', 3), step(3, 'details')),
  ],
  [
    'practice-done',
    { id: 'ended', how: 'submitted', feedback: null },
    { ...chrome(atStep('with-card', 4), outside), session: false },
  ],
];
