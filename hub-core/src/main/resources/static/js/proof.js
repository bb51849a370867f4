import { Problem, read, renew } from './api.js';
import { count } from './baht.js';
import { time } from './calendar.js';
import { h } from './elements.js';
import { onLanguage, t, text } from './language.js';

/**
 * Offers the fingerprint of the view and what it stands at. The hub reads every row for it, so it is taken when somebody
 * asks and stays what it was at that time.
 */
export function offerProof(body) {
  let state = {};
  const draw = change => {
    state = { ...state, ...change };
    const asked = document.activeElement === body.querySelector('button');
    const button = h('button', { type: 'button', class: 'quiet', disabled: state.busy, onclick: check }, t('proof.check'));
    body.replaceChildren(h('p', { class: 'proof' }, h('span', {}, t('proof.title')), ' ', button, answer(state)));
    if (asked) button.focus();
  };
  const check = async () => {
    draw({ busy: true, problem: null });
    renew();
    try {
      draw({ busy: false, fingerprint: await read('/fingerprint'), at: Date.now() });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      draw({ busy: false, problem });
    }
  };
  onLanguage(draw);
  draw();
}

function answer({ busy, problem, fingerprint, at }) {
  if (busy) return h('span', { role: 'status' }, ' ', t('proof.busy'));
  if (problem) return h('span', { role: 'alert' }, ' ', problem.words ? text(problem.words) : t('state.offline'));
  if (!fingerprint) return null;
  return h(
    'span',
    { role: 'status' },
    ' ',
    h('code', { title: fingerprint.sha256 }, fingerprint.sha256.slice(0, 16), '…'),
    ' ',
    t('proof.text', { rows: count(fingerprint.rows), logs: count(fingerprint.positions.length), time: time(at) }),
    ' · ',
    t(fingerprint.drained ? 'proof.drained' : 'proof.pending'),
  );
}
