import { s } from './elements.js';

// One stroke style, 16 × 16.
const PATHS = {
  check: 'm3.500 8.500 3 3 6-7',
  pencil: 'm3 13 .8-3.200L10.500 3 13 5.500 6.200 12.200z',
  flag: 'M4 14V2.500h8L10 5.500l2 3H4',
  cross: 'm4 4 8 8m0-8-8 8',
  lock: 'M4 7.500h8v6H4zM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500',
  warning: 'M8 2.500 14.500 13.500h-13zM8 6.500v3.500m0 1.700v.1',
  eye: 'M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8zM8 6.200a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 1 0-3.600z',
  info: 'M8 1.800a6.200 6.200 0 1 1 0 12.400A6.200 6.200 0 0 1 8 1.800zM8 7.300v4m0-6.500v.1',
  down: 'm4 6 4 4 4-4',
  left: 'm10 4-4 4 4 4',
  right: 'm6 4 4 4-4 4',
  search: 'M7 2.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9zm3.500 8L14 14',
  pause: 'M5.500 3.500v9m5-9v9',
  moon: 'M12.500 10A5.500 5.500 0 0 1 6 3.500a5.500 5.500 0 1 0 6.500 6.500z',
  person: 'M8 2.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5zM3 13.500c.5-2.700 2.500-4 5-4s4.500 1.300 5 4',
  pulse: 'M1.500 8.500h3l2-5 3 9 2-4h3',
  question: 'M5.500 6a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.700m0 2.200v.1',
  sliders: 'M2 5h6m4 0h2M2 11h2m4 0h6M8 3.500v3M4 9.500v3',
};

/** A decorative icon; its meaning stands beside it in words. */
export function icon(name) {
  return s(
    'svg',
    { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    s('path', { d: PATHS[name] ?? PATHS.question }),
  );
}
