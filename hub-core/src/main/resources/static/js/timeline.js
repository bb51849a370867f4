import { count } from './baht.js';
import { monthsInto, yearLabel } from './calendar.js';
import { downloads } from './downloads.js';
import { h, match } from './elements.js';
import { choose, chosen, filtered } from './filters.js';
import { grouped } from './groups.js';
import { icon } from './icons.js';
import { language, t } from './language.js';
import { axis, legend } from './timeline-axis.js';
import { row } from './timeline-row.js';

const FEW = 8;
const closed = new Set(),
  whole = new Set();
let drawn = null;

/** The action plan as a timeline over one fiscal year, in groups. */
export function drawTimeline(body, data, { live }) {
  drawn = { body, data };
  const { list, clock, provinces, agencies } = data;
  const year = Number(chosen().year) || clock.fiscalYear;
  const shell =
    body.querySelector('.plan-shell') ??
    body.appendChild(
      h(
        'div',
        { class: 'plan-shell' },
        h('div', { class: 'plan-tools' }),
        h('div', { class: 'legend-holder' }),
        h('div', { class: 'gantt' }),
        h('p', { class: 'notice' }),
      ),
    );
  const [tools, legendHolder, gantt, notice] = shell.children;
  match(tools, [{ key: 'tools', sign: [language(), list.total, year, chosen()], build: () => toolbar(list.total, year) }]);
  match(legendHolder, [{ key: 'legend', sign: language(), build: legend }]);
  const groups = grouped(list.items, chosen().group || 'province', provinces, agencies);
  const today = monthsInto(clock.businessDate, year, true) / 12;
  gantt.style.setProperty('--today', today);
  gantt.classList.toggle('past', today < 0 || today > 1);
  match(gantt, [
    { key: 'axis', sign: [language(), year, today], build: () => axis(year, today) },
    { key: 'today', sign: 'today', build: () => h('div', { class: 'today', 'aria-hidden': 'true' }) },
    ...groups.map(group => ({
      key: group.code,
      sign: [language(), year, group.name, group.tally, group.hint, closed.has(group.code), whole.has(group.code)],
      build: old => lane(group, year, old),
    })),
  ]);
  for (const group of groups) fill(gantt.querySelector(`[data-key="${CSS.escape(group.code)}"] ol`), group, year, live);
  notice.hidden = list.items.length > 0 && list.items.length === list.total;
  notice.textContent =
    list.items.length === 0
      ? t(filtered() ? 'state.empty.plan' : 'state.empty.start')
      : t('plan.cut', { n: count(list.items.length), total: count(list.total) });
}

function again() {
  drawTimeline(drawn.body, drawn.data, { live: false });
}

function toolbar(total, year) {
  const group = chosen().group || 'province';
  const by = name =>
    h(
      'button',
      {
        type: 'button',
        'data-focus': `by-${name}`,
        'aria-pressed': String(group === name),
        onclick: () => choose({ group: name === 'province' ? '' : name }),
      },
      t(`plan.group.${name}`),
    );
  const to = (target, word, sign) =>
    h(
      'button',
      {
        type: 'button',
        class: 'round',
        'data-focus': word,
        'aria-label': t(word),
        onclick: () => choose({ year: String(target) }),
      },
      icon(sign),
    );
  return h(
    'div',
    { class: 'tools' },
    h(
      'p',
      { class: 'year' },
      to(year - 1, 'plan.year.before', 'left'),
      h('strong', {}, t('plan.year', { year: yearLabel(year) })),
      to(year + 1, 'plan.year.after', 'right'),
    ),
    h('p', { class: 'total' }, items(total)),
    downloads(year),
    h(
      'div',
      { class: 'switch', role: 'group', 'aria-label': t('plan.group') },
      h('span', { 'aria-hidden': 'true' }, t('plan.group')),
      by('province'),
      by('agency'),
    ),
  );
}

const items = n => (n === 1 ? t('plan.one') : t('plan.count', { n: count(n) }));

function lane(group, year, old) {
  const open = !closed.has(group.code),
    rows = old?.querySelector('ol') ?? h('ol', {}),
    hidden = group.items.length - FEW;
  rows.hidden = !open;
  const toggle = (set, value) => {
    set.has(value) ? set.delete(value) : set.add(value);
    again();
  };
  return h(
    'section',
    { class: 'lane' },
    h(
      'h3',
      {},
      h(
        'button',
        { type: 'button', 'data-focus': 'toggle', 'aria-expanded': String(open), onclick: () => toggle(closed, group.code) },
        icon('down'),
        h('span', {}, group.name),
        h('small', {}, group.tally),
      ),
      group.hint ? h('small', { class: 'hint' }, group.hint) : null,
    ),
    rows,
    open && hidden > 1
      ? h(
          'button',
          { type: 'button', class: 'quiet more', 'data-focus': 'more', onclick: () => toggle(whole, group.code) },
          whole.has(group.code) ? t('plan.fewer') : t('plan.more', { n: count(hidden) }),
        )
      : null,
  );
}

function fill(rows, group, year, live) {
  const byProvince = chosen().group !== 'agency';
  const shown = closed.has(group.code)
    ? []
    : whole.has(group.code) || group.items.length - FEW <= 1
      ? group.items
      : near(group.items);
  match(
    rows,
    shown.map(item => ({ key: item.id, sign: [language(), item, year, byProvince], build: () => row(item, year, byProvince) })),
    live,
  );
}

/** The few that matter now: what is not over first, in the order of time. */
function near(list) {
  const over = item => ['DONE', 'CANCELLED', 'WITHDRAWN'].includes(item.status);
  const kept = new Set([...list.filter(item => !over(item)), ...list.filter(over).reverse()].slice(0, FEW));
  return list.filter(item => kept.has(item));
}
