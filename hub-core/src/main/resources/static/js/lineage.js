import { count } from './baht.js';
import { h } from './elements.js';
import { t } from './language.js';

/** The record of the log that something rests on. */
export function lineage(position) {
  return h(
    'dl',
    { class: 'lineage' },
    h('div', {}, h('dt', {}, t('detail.topic')), h('dd', {}, h('code', {}, position.topic))),
    h('div', {}, h('dt', {}, t('detail.offset')), h('dd', {}, h('code', {}, count(position.offset)))),
    position.eventId ? h('div', {}, h('dt', {}, t('detail.event')), h('dd', {}, h('code', {}, position.eventId))) : null,
  );
}
