import { Problem } from './api.js';
import { h } from './elements.js';
import { t, text } from './language.js';

/** A labelled input; its label is the word for `key`. */
export function field(key, properties) {
  return h('label', { class: 'field' }, h('span', {}, t(key)), h('input', properties));
}

/** A labelled choice of [value, label]. */
export function choice(key, properties, options, chosen) {
  return h(
    'label',
    { class: 'field' },
    h('span', {}, t(key)),
    h(
      'select',
      properties,
      options.map(([value, label]) => h('option', { value, selected: value === chosen }, label)),
    ),
  );
}

/**
 * A form whose button says `key`. `act` is given the values; what it cannot do (a Problem) is said above the button, and
 * nothing that was typed is lost.
 */
export function form(key, fields, act) {
  const said = h('p', { class: 'problem', role: 'alert', hidden: true });
  const button = h('button', { type: 'submit', class: 'main' }, t(key));
  return h(
    'form',
    {
      class: 'fields',
      onsubmit: async event => {
        event.preventDefault();
        const values = Object.fromEntries(new FormData(event.target));
        button.disabled = true;
        said.hidden = true;
        try {
          await act(values);
        } catch (problem) {
          if (!(problem instanceof Problem)) throw problem;
          said.textContent =
            problem.status === 0 ? t('state.offline') : [problem.words, problem.advice].filter(Boolean).map(text).join(' · ');
          said.hidden = false;
        } finally {
          button.disabled = false;
        }
      },
    },
    fields,
    said,
    button,
  );
}
