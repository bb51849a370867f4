import { WORDS } from './words.js';
import { ask, byId, h, problem, refusal, say, t } from './page.js';

let forms = [];
let chosen = 0;
let drawn = null;

/** What an agency may fill in; told when an entry was sent. */
export function offer(known, whenSent) {
  forms = known;
  chosen = 0;
  byId('form-card').hidden = known.length === 0;
  byId('entry').onsubmit = event => send(event).then(whenSent);
}

export function drawForms() {
  byId('forms').replaceChildren(
    ...forms.map((form, index) =>
      h(
        'button',
        { type: 'button', class: 'quiet', role: 'tab', 'aria-selected': String(index === chosen), onclick: () => { chosen = index; drawForms(); } },
        named(form.families.map(family => t(`family.${family}`)), form.type),
      )),
  );
  const form = forms[chosen];
  // Who changes the language goes on filling in.
  const kept = form === drawn ? inputs().map(input => [input.name, value(input)]) : [];
  drawn = form;
  byId('entry-result').replaceChildren();
  byId('entry').replaceChildren(
    ...(form
      ? [...form.fields.map(field), h('p', { class: 'muted whole' }, t('form.star')), h('button', { type: 'submit', class: 'main' }, t('form.send'))]
      : []),
  );
  kept.forEach(([name, was]) => fill(inputs().find(input => input.name === name), was));
}

function inputs() {
  return [...byId('entry').querySelectorAll('input, select')];
}

function fill(input, was) {
  if (input.multiple) [...input.options].forEach(option => (option.selected = was.includes(option.value)));
  else input.value = Array.isArray(was) ? was.join(', ') : was;
}

/** With the agency's own word for it, where that is another. */
function named(words, own) {
  const text = [...new Set(words)].join(' · ');
  return text.toLowerCase() === own.toLowerCase() ? text : `${text} (${own})`;
}

/** What the contracts call it, in the reader's language: `title.th`, `areas`, `key`. */
function label({ name, means }) {
  const words = means.map(path => {
    const key = `field.${path.replace(/\.(th|en)$/, '')}`;
    if (!WORDS[key]) return name;
    return path.endsWith('.en') ? t('english', { field: t(key) }) : t(key);
  });
  return [...new Set(words.length ? words : [name])].join(' · ');
}

function hints({ name, kind, several, choices, examples }, text) {
  return [
    examples.length ? t('such', { examples: examples.join(` ${t('or')} `) }) : WORDS[`hint.${kind}`] ? t(`hint.${kind}`) : '',
    several ? t(choices.length ? 'form.several' : 'form.separated') : '',
    text === name ? '' : t('form.named', { name }),
  ].filter(Boolean);
}

function field(one) {
  const { name, kind, required, several, choices } = one;
  const options = () => choices.map(choice => h('option', { value: choice.value }, say(choice.label)));
  const input = choices.length
    ? h('select', { name, multiple: several, required }, several ? [] : h('option', { value: '' }, ''), options())
    : h('input', { name, required, inputmode: ['money', 'quantity', 'fiscal-year'].includes(kind) ? 'decimal' : false, autocomplete: 'off', 'data-several': several });
  const text = label(one);
  return h(
    'label',
    {},
    h('span', {}, text, required ? h('span', { class: 'star' }, ' *') : ''),
    input,
    h('small', {}, hints(one, text).join(' · ')),
  );
}

/** What was filled in; a list where the property is one. */
function value(input) {
  if (input.multiple) return [...input.selectedOptions].map(option => option.value);
  const text = input.value.trim();
  return 'several' in input.dataset ? text.split(/[;,]/).map(part => part.trim()).filter(Boolean) : text;
}

/** A name is a JSON pointer without its first slash. */
function put(item, name, value) {
  const path = name.split('/').map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = path.pop();
  path.reduce((within, part) => (within[part] ??= {}), item)[last] = value;
}

function answer(...children) {
  byId('entry-result').replaceChildren(...children);
}

async function send(event) {
  event.preventDefault();
  const entry = byId('entry');
  const form = forms[chosen];
  const all = inputs();
  const mark = isWrong => all.forEach(input => input.closest('label').classList.toggle('wrong', isWrong(input)));
  const missing = all.filter(input => input.required && !value(input).length);
  mark(input => missing.includes(input));
  if (missing.length) {
    answer(h('p', { class: 'problem', role: 'alert' }, t('form.missing', { fields: missing.map(input => called(form, input.name)).join(', ') })));
    missing[0].focus();
    return;
  }
  const item = { type: form.type };
  all.filter(input => value(input).length).forEach(input => put(item, input.name, value(input)));
  const button = entry.querySelector('.main');
  button.disabled = true;
  try {
    const response = await ask('v1/events', { method: 'POST', body: JSON.stringify(item), headers: { 'Content-Type': 'application/json' } });
    const { outcome, refusals } = (await response.json()).results[0];
    const places = refusals.map(({ pointer }) => `${pointer.slice(1)}/`);
    mark(input => places.some(place => place.startsWith(`${input.name}/`)));
    answer(
      h('p', { class: outcome === 'refused' ? 'problem' : 'well' }, t(`form.${outcome}`)),
      h('ul', { class: 'refusals' }, refusals.map(one => refusal({ ...one, place: called(form, one.pointer.slice(1)) }))),
    );
  } catch (error) {
    answer(problem(error));
  }
  button.disabled = false;
}

/** What the field at such a place is called on the form. */
function called(form, place) {
  const one = form.fields.find(({ name }) => `${place}/`.startsWith(`${name}/`));
  return one ? label(one) : place || form.type;
}
