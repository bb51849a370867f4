import { count } from './baht.js';
import { day, monthName } from './calendar.js';
import { h } from './elements.js';
import { t, term, text } from './language.js';
import { basisMark, say } from './marks.js';
import { agencyTag } from './organisations.js';
import { openPlan } from './plan-detail.js';

const KINDS = { DONE: 'done', LATE: 'late', DUE: 'due', AHEAD: 'ahead', CANCELLED: 'cancelled', CANNOT_BE_TOLD: 'cannotBeTold' };
/** Signs in one month; beyond that a number says it. */
const MOST_SIGNS = 12;

/** The milestones of a fiscal year in its calendar; what is late or due this month is named below. */
export function milestoneCalendar(sheet, old) {
  const all = sheet.months.reduce((sum, month) => sum + Object.values(KINDS).reduce((n, kind) => n + month[kind], 0), 0);
  return h(
    'section',
    { class: 'milestone-calendar', 'aria-labelledby': 'milestones-title' },
    h('h3', { id: 'milestones-title' }, t('milestones.title')),
    h('p', { class: 'muted' }, t('milestones.lede')),
    all === 0
      ? h('p', { class: 'notice' }, t('milestones.empty'))
      : [
          h(
            'ul',
            { class: 'legend' },
            Object.keys(KINDS)
              .filter(standing => sheet.months.some(month => month[KINDS[standing]] > 0))
              .map(standing => h('li', {}, sign(standing), term('standing', standing))),
          ),
          h(
            'ol',
            { class: 'month-strip' },
            sheet.months.map(month => monthCell(month, sheet)),
          ),
          named(sheet, 'late', old),
          named(sheet, 'due', old),
        ],
  );
}

const sum = (sheet, kind) => sheet.months.reduce((all, month) => all + month[kind], 0);

function sign(standing) {
  return h('i', { class: `sign standing-${standing.toLowerCase()}`, 'aria-hidden': 'true' });
}

function monthCell({ month, ...counts }, sheet) {
  const items = sheet.items.filter(item => item.dueOn >= month.from && item.dueOn <= month.to);
  const total = Object.values(KINDS).reduce((n, kind) => n + counts[kind], 0);
  const today = sheet.businessDate && month.from <= sheet.businessDate && sheet.businessDate <= month.to;
  return h(
    'li',
    { class: `${month.ahead ? 'ahead' : ''}${today ? ' this-month' : ''}` },
    h('b', { class: 'month-name', title: text(month.name) }, monthName(month.from)),
    h(
      'span',
      { class: 'signs' },
      items.slice(0, MOST_SIGNS).map(item =>
        h(
          'button',
          {
            type: 'button',
            class: `sign standing-${item.standing.toLowerCase()}`,
            title: about(item),
            'aria-label': about(item),
            'data-focus': item.id,
            onclick: () => openPlan(item.plan.id),
          },
        ),
      ),
      total > Math.min(items.length, MOST_SIGNS) ? h('small', {}, `+${count(total - Math.min(items.length, MOST_SIGNS))}`) : null,
    ),
    h(
      'small',
      { class: 'month-says' },
      counts.late ? h('span', { class: 'late' }, t('milestones.n.late', { n: count(counts.late) })) : null,
      counts.due ? h('span', { class: 'due' }, t('milestones.n.due', { n: count(counts.due) })) : null,
      today ? h('span', { class: 'today-mark' }, t('plan.today')) : null,
    ),
  );
}

const about = item =>
  `${text(item.title)} – ${term('standing', item.standing)} – ${t('milestones.dueOn', { day: day(item.dueOn) })} (${text(item.plan.title)})`;

function named(sheet, key, old) {
  const items = sheet[key],
    all = sum(sheet, key);
  if (!items.length) return null;
  return h(
    'details',
    { class: 'named', 'data-list': key, open: old?.querySelector(`details[data-list=${key}]`)?.open ?? key === 'late' },
    h('summary', {}, t(`milestones.${key}`, { n: count(all) })),
    h(
      'ul',
      {},
      items.map(item =>
        h(
          'li',
          {},
          sign(item.standing),
          h(
            'span',
            { class: 'named-what' },
            h('button', { type: 'button', class: 'link', onclick: () => openPlan(item.plan.id) }, say(item.title)),
            h('small', {}, say(item.plan.title)),
          ),
          h('span', { class: 'named-marks' }, agencyTag(item.agency), ' ', basisMark(item.basis, item.filledIn)),
          h(
            'span',
            { class: 'named-when' },
            day(item.dueOn),
            item.standing === 'LATE' ? h('b', { class: 'late' }, t('milestones.daysLate', { n: count(item.daysLate) })) : null,
          ),
        ),
      ),
    ),
    all > items.length ? h('p', { class: 'muted' }, t('milestones.first', { n: count(items.length) })) : null,
  );
}
