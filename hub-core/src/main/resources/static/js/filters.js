import { h } from './elements.js';
import { icon } from './icons.js';
import { onLanguage, t, text } from './language.js';
import { shortName } from './organisations.js';

const NAMES = ['province', 'agency', 'kind', 'q', 'year', 'group'];
const listeners = [];
const choices = { provinces: [], agencies: [], kinds: new Map() };
const state = Object.fromEntries(NAMES.map(name => [name, new URLSearchParams(location.search).get(name) ?? '']));

export function chosen() {
  return { ...state };
}

/** The listener is told which names changed. */
export function onFilters(listener) {
  listeners.push(listener);
}

export function choose(changes) {
  const changed = Object.keys(changes).filter(name => state[name] !== changes[name]);
  if (changed.length === 0) return;
  Object.assign(state, changes);
  const url = new URL(location.href);
  for (const name of NAMES) state[name] ? url.searchParams.set(name, state[name]) : url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
  draw();
  listeners.forEach(listener => listener(changed));
}

/** What can be chosen; kinds gather as items show them. */
export function offer({ provinces, agencies, kinds }) {
  if (provinces) choices.provinces = provinces;
  if (agencies) choices.agencies = agencies;
  for (const kind of kinds ?? []) choices.kinds.set(kind.code, kind);
  draw();
}

const form = document.getElementById('filters');
let typed;

function draw() {
  const focused = form.contains(document.activeElement) ? document.activeElement.id : null;
  const selection = document.activeElement?.selectionStart;
  form.replaceChildren(
    h(
      'div',
      { class: 'wrap filter-row' },
      provinceChips(),
      picker(
        'agency',
        choices.agencies.map(a => [a.id, shortName(a)]),
      ),
      picker(
        'kind',
        [...choices.kinds.values()].map(k => [k.code, text(k.name)]).sort((a, b) => a[1].localeCompare(b[1], 'th')),
      ),
      searchBox(),
      h(
        'button',
        {
          type: 'button',
          id: 'filter-clear',
          class: 'quiet clear',
          disabled: !filtered(),
          onclick: () => choose({ province: '', agency: '', kind: '', q: '' }),
        },
        t('filters.clear'),
      ),
    ),
  );
  if (!focused) return;
  const again = document.getElementById(focused);
  again?.focus({ preventScroll: true });
  if (again?.type === 'search') again.setSelectionRange(selection, selection);
}

export function filtered() {
  return Boolean(state.province || state.agency || state.kind || state.q);
}

function provinceChips() {
  const chip = (value, label) =>
    h(
      'label',
      { class: 'chip' },
      h('input', {
        type: 'radio',
        name: 'province',
        id: `province-${value || 'all'}`,
        value,
        checked: state.province === value,
        onchange: () => choose({ province: value }),
      }),
      h('span', {}, label),
    );
  return h(
    'fieldset',
    { class: 'chips' },
    h('legend', { class: 'sr' }, t('filters.province')),
    chip('', t('filters.all.province')),
    choices.provinces.map(p => chip(p.code, text(p.name))),
  );
}

function picker(name, options) {
  return h(
    'label',
    { class: 'picker' },
    h('span', { class: 'sr' }, t(`filters.${name}`)),
    h(
      'select',
      { id: `filter-${name}`, onchange: event => choose({ [name]: event.target.value }) },
      h('option', { value: '' }, t(`filters.all.${name}`)),
      options.map(([value, label]) => h('option', { value, selected: state[name] === value }, label)),
    ),
    icon('down'),
  );
}

function searchBox() {
  const box = h('input', {
    type: 'search',
    id: 'filter-q',
    placeholder: t('filters.q.hint'),
    autocomplete: 'off',
    enterkeyhint: 'search',
    oninput: event => {
      clearTimeout(typed);
      typed = setTimeout(() => choose({ q: event.target.value.normalize('NFKC').trim() }), 300);
    },
  });
  box.value = document.activeElement?.id === 'filter-q' ? document.activeElement.value : state.q;
  return h('label', { class: 'search' }, h('span', { class: 'sr' }, t('filters.q')), icon('search'), box);
}

form.addEventListener('submit', event => event.preventDefault());
onLanguage(draw);
draw();
