import { WORDS } from './words.js';

export const byId = id => document.getElementById(id);
export let language = localStorage.getItem('language') ?? 'th';
let token = sessionStorage.getItem('token') ?? '';

export function useToken(next) {
  token = next;
}

export function switchLanguage() {
  language = language === 'th' ? 'en' : 'th';
  localStorage.setItem('language', language);
  drawWords();
}

export function t(key, values = {}) {
  const text = WORDS[key]?.[language === 'th' ? 0 : 1] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** Text in the reader's language; Thai where there is no other. */
export const say = text => (language === 'en' && text.en) || text.th;

/** An element; texts become text nodes, never markup. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? '' : value);
  element.append(...children.flat().filter(child => child != null));
  return element;
}

export async function ask(path, options = {}) {
  const response = await fetch(path, { ...options, headers: { Authorization: `Bearer ${token}`, ...options.headers } });
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  const why = (language === 'th' && problem.titleTh) || problem.title || `HTTP ${response.status}`;
  throw Object.assign(new Error(response.status === 401 ? t('problem.401') : t('problem.any', { why })), { status: response.status });
}

export function drawWords() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = t(element.dataset.say);
  byId('language').textContent = language === 'th' ? 'English' : 'ไทย';
}

export const problem = error => h('p', { class: 'problem', role: 'alert' }, error.message);

export function refusal({ place, field, offered, reason, remedy }) {
  return h(
    'li',
    {},
    h('p', { class: 'where' }, h('code', {}, place), field ?? '', offered ? h('span', { class: 'value' }, `${t('value')}: ${offered}`) : null),
    h('p', {}, say(reason)),
    h('p', { class: 'remedy' }, say(remedy)),
  );
}

