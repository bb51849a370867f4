import { count } from './baht.js';
import { monthName } from './calendar.js';
import { h } from './elements.js';
import { t, text } from './language.js';
import { say } from './marks.js';

/** Complaints counted: what was received and what became of it, per month, channel and province. */
export function complaints(counted) {
  const months = counted.months.filter(({ month }) => !month.ahead);
  const most = Math.max(1, ...months.map(({ figures }) => Math.max(figures.received, figures.resolved + figures.pending)));
  return h(
    'section',
    { class: 'complaints', 'aria-labelledby': 'complaints-title' },
    h('h3', { id: 'complaints-title' }, t('complaints.title')),
    h('p', { class: 'muted' }, t('complaints.lede')),
    counted.all.counts === 0
      ? h('p', { class: 'notice' }, t('complaints.empty'))
      : [
          h('p', { class: 'complaints-all' }, inWords(counted.all)),
          h(
            'ol',
            { class: 'complaint-months' },
            counted.months.map(({ month, figures }) =>
              h(
                'li',
                { class: month.ahead ? 'ahead' : null },
                month.ahead ? null : h('span', { class: 'sr' }, `${text(month.name)}: ${inWords(figures)}`),
                h(
                  'span',
                  { class: 'complaint-bar', 'aria-hidden': 'true' },
                  h('i', { class: 'pending', vars: { share: figures.pending / most } }),
                  h('i', { class: 'resolved', vars: { share: figures.resolved / most } }),
                ),
                numbers(figures),
                h('span', { class: 'month-name', 'aria-hidden': month.ahead ? null : 'true' }, monthName(month.from)),
              ),
            ),
          ),
          h(
            'ul',
            { class: 'legend' },
            h('li', {}, h('b', { 'aria-hidden': 'true' }, t('complaints.number')), t('complaints.received')),
            h('li', {}, h('i', { class: 'swatch resolved' }), t('complaints.resolved')),
            h('li', {}, h('i', { class: 'swatch pending' }), t('complaints.pending')),
          ),
          counted.severalMonths.counts
            ? h('p', { class: 'muted' }, t('complaints.several', { n: count(counted.severalMonths.received) }))
            : null,
          counted.all.overlapping
            ? h('p', { class: 'muted' }, t('complaints.overlapping', { n: count(counted.all.overlapping) }))
            : null,
          breakdown('complaints.by.channel', counted.channels),
          counted.provinces.length > 1 ? breakdown('complaints.by.province', counted.provinces) : null,
        ],
  );
}

/** Received, resolved and pending, in the colours of the legend; a reader hears them in words. */
function numbers(figures) {
  const some = figures.counts > 0;
  return h(
    'span',
    { class: 'complaint-numbers', 'aria-hidden': 'true' },
    h('b', {}, some ? count(figures.received) : ''),
    h('span', { class: 'of-resolved' }, some ? count(figures.resolved) : ''),
    h('span', { class: 'of-pending' }, some ? count(figures.pending) : ''),
  );
}

const inWords = figures =>
  t('complaints.figures', {
    received: count(figures.received),
    resolved: count(figures.resolved),
    pending: count(figures.pending),
  });

function breakdown(word, list) {
  return h(
    'dl',
    { class: 'breakdown' },
    h('dt', {}, t(word)),
    list.map(({ of, figures }) =>
      h(
        'dd',
        {},
        of ? say(of.name) : t('complaints.noTopic'),
        ' ',
        h('b', {}, count(figures.received)),
        h('small', {}, ` (${t('complaints.part', { resolved: count(figures.resolved), pending: count(figures.pending) })})`),
      ),
    ),
  );
}
