import { address } from './api.js';

const PATIENCE = [1000, 2000, 5000, 10000, 20000];

/**
 * Follows the hub's changes. The browser resumes a broken stream by its last event id; where it gave up, the stream is opened
 * anew, and changes may have been missed: `opened` is told whether this is a resumption.
 */
export function follow({ changed, opened, reset, state }) {
  let attempts = 0,
    source,
    resumed = false;
  const open = () => {
    state('connecting');
    source = new EventSource(address('/stream'));
    source.onopen = () => {
      attempts = 0;
      state('live');
      opened(resumed);
      resumed = true;
    };
    source.addEventListener('change', event => changed(JSON.parse(event.data)));
    source.addEventListener('reset', reset);
    source.onerror = () => {
      state('waiting');
      if (source.readyState !== EventSource.CLOSED) return;
      source.close();
      resumed = false;
      setTimeout(open, PATIENCE[Math.min(attempts++, PATIENCE.length - 1)]);
    };
  };
  open();
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', event => {
    if (event.persisted) {
      resumed = false;
      open();
    }
  });
}

/** Gathers calls: runs once things are quiet for `quiet` ms, and at least every `longest` ms. */
export function gathered(action, quiet = 350, longest = 1500) {
  let timer,
    first = 0;
  const gatheredItems = new Set();
  return items => {
    for (const item of items) gatheredItems.add(item);
    const now = performance.now();
    first ||= now;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        const all = [...gatheredItems];
        gatheredItems.clear();
        first = 0;
        action(all);
      },
      Math.max(0, Math.min(quiet, first + longest - now)),
    );
  };
}
