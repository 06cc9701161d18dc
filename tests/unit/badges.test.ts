import { expect, it } from 'vitest';
import { DEMO_BADGES } from '../../gateway/index.ts';
import { FIXTURE_BADGES } from '../../hardware/index.ts';

it('the badges a simulated scanner knows by name are those of the staff that the gateway enrols', () => {
  expect(FIXTURE_BADGES).toEqual(DEMO_BADGES);
});
