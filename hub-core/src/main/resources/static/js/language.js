import { WORDS } from './words.js';

const listeners = [];
const asked = new URLSearchParams(location.search).get('lang');
let current = isKnown(asked) ? asked : isKnown(localStorage.getItem('lang')) ? localStorage.getItem('lang') : 'th';

function isKnown(language) {
  return language === 'th' || language === 'en';
}

export function language() {
  return current;
}

/** The word for a key in the reader's language; `values` fill the {names}. */
export function t(key, values = {}) {
  const entry = WORDS[key];
  if (!entry) return key;
  return entry[current === 'th' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** Like `t`, but the values may be elements: returns a list of strings and elements. */
export function sentence(key, values) {
  return WORDS[key][current === 'th' ? 0 : 1].split(/\{(\w+)\}/).map((part, i) => (i % 2 ? values[part] : part));
}

/** The word for a member of an open set; the member itself where no word is known. */
export function term(family, member) {
  const key = `${family}.${member}`;
  return WORDS[key] ? t(key) : member;
}

/** Text that came as data: Thai always there, English where the source has it. */
export function text(localized) {
  if (!localized) return '';
  return current === 'en' && localized.en ? localized.en : localized.th;
}

/** The language `text` answers in, for the lang attribute. */
export function tongue(localized) {
  return current === 'en' && localized?.en ? 'en' : 'th';
}

export function onLanguage(listener) {
  listeners.push(listener);
}

export function speak(language) {
  if (!isKnown(language) || language === current) return;
  current = language;
  localStorage.setItem('lang', language);
  const url = new URL(location.href);
  url.searchParams.set('lang', language);
  history.replaceState(history.state, '', url);
  apply();
  listeners.forEach(listener => listener());
}

/** Puts the words of the static markup into the reader's language. */
export function apply() {
  document.documentElement.lang = current;
  document.title = t('title');
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = t(element.dataset.word);
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t(element.dataset.label));
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === current));
  }
}
