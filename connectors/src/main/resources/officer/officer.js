import { WORDS } from './words.js';

const byId = id => document.getElementById(id);
let language = localStorage.getItem('language') ?? 'th';
let token = sessionStorage.getItem('token') ?? '';

function t(key, values = {}) {
  const text = WORDS[key]?.[language === 'th' ? 0 : 1] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** Text in the reader's language; Thai where there is no other. */
const say = text => (language === 'en' && text.en) || text.th;

/** An element; texts become text nodes, never markup. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? '' : value);
  element.append(...children.flat().filter(child => child != null));
  return element;
}

async function ask(path, options = {}) {
  const response = await fetch(path, { ...options, headers: { Authorization: `Bearer ${token}`, ...options.headers } });
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  const why = (language === 'th' && problem.titleTh) || problem.title || `HTTP ${response.status}`;
  throw Object.assign(new Error(response.status === 401 ? t('problem.401') : t('problem.any', { why })), { status: response.status });
}

function drawWords() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = t(element.dataset.say);
  byId('language').textContent = language === 'th' ? 'English' : 'ไทย';
}

const problem = error => h('p', { class: 'problem', role: 'alert' }, error.message);

function refusal({ place, field, offered, reason, remedy }) {
  return h(
    'li',
    {},
    h('p', { class: 'where' }, h('code', {}, place), field ?? '', offered ? h('span', { class: 'value' }, `${t('value')}: ${offered}`) : null),
    h('p', {}, say(reason)),
    h('p', { class: 'remedy' }, say(remedy)),
  );
}

async function drawOpen() {
  try {
    const { items } = await (await ask('v1/refusals')).json();
    byId('open').replaceChildren(items.length ? h('ul', { class: 'refusals' }, items.map(refusal)) : h('p', { class: 'well' }, t('open.none')));
  } catch (error) {
    byId('open').replaceChildren(problem(error));
  }
}

/** What waits is told while it waits; files that are just being read are no news. */
async function drawState() {
  const state = byId('state');
  try {
    const { waiting, reachable, hindrances } = await (await ask('v1/state')).json();
    state.hidden = reachable && !hindrances.length;
    state.textContent = [reachable ? '' : t('state.away'), ...hindrances.map(say), waiting ? t('state.waiting', { n: waiting.toLocaleString(language) }) : ''].filter(Boolean).join(' ');
  } catch {
    state.hidden = true;
  }
}

// Files

const SHOWN = 200;
let lastFile = null;
let lastResult = null;
let turn = Promise.resolve();

/** One after the other: what is handed in while a file is read has its turn after it. */
function inTurn(work) {
  turn = turn.then(work);
}

/** Reads the answer line by line: progress first, the result last. */
async function handIn(file) {
  byId('progress').hidden = false;
  byId('bar').removeAttribute('value');
  byId('progress-text').textContent = '';
  byId('result').replaceChildren();
  lastFile = file;
  try {
    const response = await ask(`v1/files?name=${encodeURIComponent(file.name)}`, {
      method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream', Accept: 'application/x-ndjson' },
    });
    lastResult = null;
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines.filter(Boolean)) hear(JSON.parse(line));
    }
    if (!lastResult) throw new Error(t('problem.any', { why: '' }));
    drawResult();
  } catch (error) {
    byId('result').replaceChildren(problem(error));
  }
  byId('progress').hidden = true;
  drawOpen();
}

function hear(line) {
  if (line.titleTh) throw new Error(t('problem.any', { why: language === 'th' ? line.titleTh : line.title }));
  if ('rows' in line) byId('progress-text').textContent = t('file.reading', { rows: line.rows.toLocaleString(language) });
  else lastResult = line;
}

function drawResult() {
  const result = lastResult;
  if (!result) return;
  const file = lastFile;
  const count = (name, bad) => h('div', { class: bad ? 'bad' : null }, h('dt', {}, t(`file.${name}`)), h('dd', {}, result[name].toLocaleString(language)));
  byId('result').replaceChildren(
    h('dl', { class: 'counts' }, count('applied'), count('unchanged'), count('refused', result.refused > 0), count('events')),
    ...(result.vanished.withdrawn ? [h('p', {}, t('file.withdrawn', { n: result.vanished.withdrawn.toLocaleString(language) }))] : []),
    ...result.vanished.staying.map(({ why }) => h('p', { class: 'problem', role: 'alert' }, say(why))),
    ...(result.ignoredSheets.length ? [h('p', { class: 'muted' }, t('file.ignored', { sheets: result.ignoredSheets.join(', ') }))] : []),
    ...(Object.values(result.layout).some(count => count > 0) ? [h('p', { class: 'muted' }, t('file.layout', result.layout))] : []),
    ...(result.layout.hiddenSheets.length ? [h('p', { class: 'muted' }, t('file.hidden', { sheets: result.layout.hiddenSheets.join(', ') }))] : []),
    ...(result.refused || result.refusals.length
      ? [
          h('p', {}, h('button', { type: 'button', class: 'main', id: 'marked', onclick: () => inTurn(() => download(file)) }, t('file.marked'))),
          h('ul', { class: 'refusals' }, result.refusals.slice(0, SHOWN).map(refusal)),
          ...(result.refusals.length > SHOWN ? [h('p', {}, t('file.more', { n: result.refusals.length - SHOWN }))] : []),
        ...(result.unlisted > 0 ? [h('p', {}, t('file.unlisted', { n: result.unlisted }))] : []),
        ]
      : [h('p', { class: 'well' }, t('file.well'))]),
  );
}

/** Handing in the same file again publishes nothing, and brings it back marked. */
async function download(file) {
  try {
    const response = await ask(`v1/files?name=${encodeURIComponent(file.name)}`, {
      method: 'POST', body: file,
      headers: { 'Content-Type': 'application/octet-stream', Accept: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, text/csv' },
    });
    if (response.headers.get('Content-Type')?.startsWith('application/json')) {
      // Nothing is refused any more, so there is nothing to mark.
      lastResult = await response.json();
      drawResult();
      drawOpen();
      return;
    }
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
    const link = h('a', { href: URL.createObjectURL(await response.blob()), download: name ? decodeURIComponent(name) : file.name });
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (error) {
    byId('result').append(problem(error));
  }
}

// Forms

let forms = [];
let chosen = 0;

function drawForms() {
  byId('forms').replaceChildren(
    ...forms.map((form, index) =>
      h('button', { type: 'button', class: 'quiet', role: 'tab', 'aria-selected': String(index === chosen), onclick: () => { chosen = index; drawForms(); } }, form.type)),
  );
  const form = forms[chosen];
  byId('entry-result').replaceChildren();
  byId('entry').replaceChildren(
    ...(form
      ? [...form.fields.map(field), h('button', { type: 'submit', class: 'main' }, t('form.send'))]
      : []),
  );
}

function field({ name, kind, required, several, choices }) {
  const input = choices.length && !several
    ? h('select', { name }, h('option', { value: '' }, ''), choices.map(choice => h('option', { value: choice }, choice)))
    : h('input', { name, inputmode: ['money', 'quantity', 'fiscal-year'].includes(kind) ? 'decimal' : false, autocomplete: 'off', 'data-several': several });
  return h('label', {}, h('span', {}, name, required ? h('span', { class: 'star' }, ' *') : ''), input, WORDS[`hint.${kind}`] ? h('small', {}, t(`hint.${kind}`)) : null);
}

/** A name is a JSON pointer without its first slash. */
function put(item, name, value) {
  const path = name.split('/').map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = path.pop();
  path.reduce((within, part) => (within[part] ??= {}), item)[last] = value;
}

async function send(event) {
  event.preventDefault();
  const entry = byId('entry');
  const item = { type: forms[chosen].type };
  for (const input of entry.querySelectorAll('input, select')) if (input.value.trim()) put(item, input.name, input.dataset.several ? input.value.split(/[;,]/).map(text => text.trim()).filter(Boolean) : input.value);
  const button = entry.querySelector('.main');
  button.disabled = true;
  try {
    const response = await ask('v1/events', { method: 'POST', body: JSON.stringify(item), headers: { 'Content-Type': 'application/json' } });
    const { outcome, refusals } = (await response.json()).results[0];
    const wrong = new Set(refusals.map(({ pointer }) => pointer.slice(1)));
    for (const label of entry.querySelectorAll('label')) label.classList.toggle('wrong', wrong.has(label.querySelector('input, select').name));
    byId('entry-result').replaceChildren(
      h('p', { class: outcome === 'refused' ? 'problem' : 'well' }, t(`form.${outcome}`)),
      h('ul', { class: 'refusals' }, refusals.map(one => refusal({ ...one, place: one.pointer.slice(1) || item.type }))),
    );
  } catch (error) {
    byId('entry-result').replaceChildren(problem(error));
  }
  button.disabled = false;
  drawOpen();
}

// Who is here

async function enter() {
  const { agency, system, forms: known } = await (await ask('v1/forms')).json();
  forms = known;
  byId('form-card').hidden = known.length === 0;
  byId('who').title = system;
  sessionStorage.setItem('token', token);
  byId('who').textContent = agency;
  byId('enter').hidden = true;
  byId('work').hidden = byId('leave').hidden = false;
  drawForms();
  drawOpen();
  drawState();
}

setInterval(() => byId('work').hidden || drawState(), 5000);

byId('token-form').addEventListener('submit', async event => {
  event.preventDefault();
  token = byId('token').value.trim();
  try {
    await enter();
    byId('token-problem').hidden = true;
  } catch (error) {
    byId('token-problem').textContent = error.message;
    byId('token-problem').hidden = false;
  }
});
byId('leave').addEventListener('click', () => {
  sessionStorage.removeItem('token');
  location.reload();
});
byId('language').addEventListener('click', () => {
  language = language === 'th' ? 'en' : 'th';
  localStorage.setItem('language', language);
  drawWords();
  if (!byId('work').hidden) {
    drawForms();
    drawResult();
    drawOpen();
  }
});
byId('entry').addEventListener('submit', send);
byId('file').addEventListener('change', event => {
  const [file] = event.target.files;
  if (file) inTurn(() => handIn(file));
  event.target.value = '';
});
const drop = byId('drop');
for (const kind of ['dragenter', 'dragover'])
  drop.addEventListener(kind, event => {
    event.preventDefault();
    drop.classList.add('over');
  });
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', event => {
  event.preventDefault();
  drop.classList.remove('over');
  const [file] = event.dataTransfer.files;
  if (file) inTurn(() => handIn(file));
});

drawWords();
if (token) enter().catch(() => sessionStorage.removeItem('token'));
