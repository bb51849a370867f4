import { ask, byId, drawWords, h, language, problem, refusal, say, switchLanguage, t, useToken } from './page.js';
import { drawForms, offer } from './forms.js';

/** A file that is refused as a whole, which no mended row ends. */
function aside(item) {
  const shown = refusal(item);
  shown.append(h('button', { type: 'button', class: 'quiet', onclick: () => setAside(item.file) }, t('file.aside')));
  return shown;
}

async function setAside(file) {
  try {
    await ask(`v1/files?name=${encodeURIComponent(file)}`, { method: 'DELETE' });
  } catch (error) {
    // Where it is mended meanwhile there is none to set aside.
    if (error.status !== 404) {
      byId('open').prepend(problem(error));
      return;
    }
  }
  drawOpen();
}

async function drawOpen() {
  try {
    const { items } = await (await ask('v1/refusals')).json();
    byId('open').replaceChildren(items.length ? h('ul', { class: 'refusals' }, items.map(item => (item.file ? aside(item) : refusal(item)))) : h('p', { class: 'well' }, t('open.none')));
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

// Who is here

let agency = null;

function drawWho() {
  if (agency) byId('who').textContent = agency.name.th === agency.id ? agency.id : `${say(agency.name)} · ${agency.id}`;
}

async function enter() {
  const known = await (await ask('v1/forms')).json();
  agency = { id: known.agency, name: known.name };
  byId('file-card').hidden = !known.files;
  byId('database').hidden = known.files || known.forms.length > 0;
  offer(known.forms, drawOpen);
  byId('who').title = known.system;
  byId('enter').hidden = true;
  byId('work').hidden = byId('leave').hidden = false;
  drawWho();
  drawForms();
  drawOpen();
  drawState();
}

setInterval(() => byId('work').hidden || drawState(), 5000);

byId('token-form').addEventListener('submit', async event => {
  event.preventDefault();
  const token = byId('token').value.trim();
  useToken(token);
  try {
    await enter();
    sessionStorage.setItem('token', token);
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
  switchLanguage();
  drawWho();
  if (!byId('work').hidden) {
    drawForms();
    drawResult();
    drawOpen();
  }
});
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
if (sessionStorage.getItem('token')) enter().catch(() => sessionStorage.removeItem('token'));
