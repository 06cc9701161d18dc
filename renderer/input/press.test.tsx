import { act, fireEvent, render } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Button } from '../components/controls/button.tsx';
import { pageChanged } from './press.ts';

function button(): { element: HTMLElement; pressed: () => number } {
  const onPress = vi.fn();
  const { container } = render(
    <Button action="continue" onPress={onPress}>
      Continue
    </Button>,
  );
  const element = container.querySelector('button');
  if (element === null) throw new Error('no button');
  element.getBoundingClientRect = () => new DOMRect(100, 100, 200, 100);
  return { element, pressed: () => onPress.mock.calls.length };
}

const touch = { pointerType: 'touch', button: 0, pointerId: 1 };

function tap(
  element: HTMLElement,
  down: readonly [number, number],
  up: readonly [number, number] = down,
): void {
  fireEvent.pointerDown(element, { ...touch, clientX: down[0], clientY: down[1] });
  fireEvent.pointerUp(element, { ...touch, clientX: up[0], clientY: up[1] });
}

it('a finger that drifts before it lifts still presses', () => {
  const { element, pressed } = button();
  tap(element, [150, 150], [290, 190]);
  expect(pressed()).toBe(1);
});

it('a finger that slides away takes the press back', () => {
  const { element, pressed } = button();
  tap(element, [150, 150], [500, 600]);
  expect(pressed()).toBe(0);
});

it('the button shows the press while the finger is down', () => {
  const { element } = button();
  fireEvent.pointerDown(element, { ...touch, clientX: 150, clientY: 150 });
  expect(element.dataset['pressed']).toBe('true');
  fireEvent.pointerUp(element, { ...touch, clientX: 150, clientY: 150 });
  expect(element.dataset['pressed']).toBeUndefined();
});

it('a key or a screen reader presses without a pointer', () => {
  const { element, pressed } = button();
  act(() => element.click());
  expect(pressed()).toBe(1);
});

it('the second half of a double tap does not answer the page that just appeared', () => {
  vi.useFakeTimers();
  const { element, pressed } = button();
  tap(element, [150, 150]);
  pageChanged(performance.now());
  tap(element, [155, 150]);
  expect(pressed()).toBe(1);
  vi.advanceTimersByTime(400);
  tap(element, [155, 150]);
  expect(pressed()).toBe(2);
  vi.useRealTimers();
});
