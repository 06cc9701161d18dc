import { expect, it } from 'vitest';
import { fixture, standBefore } from '../../testing/fake-terminal.tsx';

it('whoever must go elsewhere sees three places at first, the nearest first, and the rest on asking', async () => {
  const at = await standBefore({ ...fixture('prepared-offline'), locale: 'en' });
  const places = (): (string | null)[] =>
    [...at.page.container.querySelectorAll('[data-place]')].map((one) => one.getAttribute('data-place'));
  expect(places()).toHaveLength(3);
  expect(places()[0]).toBe('station-kwun-tong');
  at.press('[data-action="more-places"]');
  expect(places().length).toBeGreaterThan(3);
  expect(at.page.container.querySelector('[data-action="more-places"]')).toBeNull();
});

it('each says when somebody is there next, and what of it is only a sample', async () => {
  const at = await standBefore({ ...fixture('prepared-offline'), locale: 'en' });
  const nearest = at.find('[data-place="station-kwun-tong"]').textContent;
  expect(nearest).toContain('Open next on Mon 23 Nov, 10:00 to 17:00');
  expect(nearest).toContain('Sample data');
});

it('what only a service centre can finish names service centres alone', async () => {
  const at = await standBefore({ ...fixture('prepared-assurance'), locale: 'zh-Hant' });
  const names = [...at.page.container.querySelectorAll('[data-place]')].map((one) => one.textContent);
  expect(names.length).toBeGreaterThan(0);
  expect(names.every((name) => name.includes('服務中心'))).toBe(true);
});

it.each(['not-today-too-many-pending', 'out-of-service-disk-full'])(
  '%s names the nearest place in both languages',
  async (name) => {
    const at = await standBefore(fixture(name));
    const text = at.page.container.textContent;
    expect(text).toContain('觀塘區支援站');
    expect(text).toContain('Kwun Tong support station');
  },
);

it('the notice shows what the platform wants people to read', async () => {
  const at = await standBefore({ ...fixture('notice-texts'), locale: 'en' });
  expect(at.page.container.textContent).toContain('special arrangements for gale');
});
