import { h } from './elements.js';
import { icon } from './icons.js';
import { onLanguage, t } from './language.js';

const dialog = document.getElementById('dialog');
let again = null;

/** Shows a dialog that `build` fills ({title, subtitle, content}); built anew when the language changes. */
export function show(build) {
  again = build;
  draw();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('.dialog-body').scrollTop = 0;
}

/** Closes the dialog. */
export function shut() {
  dialog.close();
}

/** Draws the open dialog again, if it is still the one that `build` fills. */
export function refreshed(build) {
  if (dialog.open && again === build) draw();
}

function draw() {
  const { title, subtitle, content } = again();
  const scroll = dialog.querySelector('.dialog-body')?.scrollTop ?? 0;
  const hadFocus = dialog.contains(document.activeElement);
  dialog.replaceChildren(
    h(
      'header',
      {},
      h('div', {}, subtitle ? h('p', { class: 'subtitle' }, subtitle) : null, h('h2', { id: 'dialog-title' }, title)),
      h(
        'button',
        { type: 'button', class: 'close', 'aria-label': t('detail.close'), onclick: () => dialog.close() },
        icon('cross'),
      ),
    ),
    h('div', { class: 'dialog-body', tabindex: '0' }, content),
  );
  dialog.querySelector('.dialog-body').scrollTop = scroll;
  if (hadFocus) dialog.querySelector('.close').focus();
}

/** A list of names and values; empty values are left out. */
export function definitions(pairs) {
  return h(
    'dl',
    { class: 'definitions' },
    pairs
      .filter(
        ([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
      )
      .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}

dialog.addEventListener('click', event => {
  if (event.target === dialog) dialog.close();
});
dialog.addEventListener('close', () => {
  again = null;
});
onLanguage(() => {
  if (dialog.open) draw();
});
