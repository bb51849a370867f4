import { fiscalMonths } from './calendar.js';
import { h } from './elements.js';
import { icon } from './icons.js';
import { t } from './language.js';
import { basisMark, statusSwatch } from './marks.js';

/** What the signs of the timeline mean. */
export function legend() {
  const sample = (status, type) => h('li', {}, statusSwatch(status, type), t(type ? 'plan.milestone' : `status.${status}`));
  return h(
    'ul',
    { class: 'legend', 'aria-label': t('plan.legend') },
    ['PLANNED', 'ONGOING', 'DONE', 'POSTPONED', 'CANCELLED'].map(status => sample(status)),
    sample('PLANNED', 'MILESTONE'),
    h('li', {}, h('span', { class: 'bar sample soft status-ongoing', 'aria-hidden': 'true' }), t('plan.soft')),
    h('li', { class: 'blocked' }, icon('lock'), t('summary.blocked')),
    h('li', {}, basisMark('RECORDED'), t('basis.RECORDED.long')),
    h('li', {}, basisMark('ILLUSTRATIVE'), t('basis.ILLUSTRATIVE.long')),
  );
}

/** The months of a fiscal year, and where the business date stands in it (0..1 when inside). */
export function axis(year, today) {
  return h(
    'div',
    { class: 'axis', 'aria-hidden': 'true' },
    h(
      'div',
      { class: 'months' },
      fiscalMonths(year).map((month, i) =>
        h(
          'span',
          { class: i % 3 === 0 ? 'quarter' : null },
          h('b', {}, month.name),
          i === 0 || i === 3 ? h('small', {}, month.year) : null,
        ),
      ),
      today >= 0 && today <= 1 ? h('em', { class: 'now' }, t('plan.today')) : null,
    ),
  );
}
