import { count } from './baht.js';
import { day, monthName } from './calendar.js';
import { h } from './elements.js';
import { t, text } from './language.js';
import { say } from './marks.js';
import { ladder } from './stages.js';

/** The programme's tambons by the furthest stage that they had reached, month by month: the whole, then each province. */
export function rolloutCharts(rollout, old) {
  const stages = [...ladder([rollout]).values()];
  const places = rollout.provinces.length === 1 ? rollout.provinces : [rollout.whole, ...rollout.provinces];
  if (!rollout.whole.tambons) return h('div', { class: 'rollout' }, h('p', { class: 'notice' }, t('rollout.empty')));
  return h(
    'section',
    { class: 'rollout', 'aria-labelledby': 'rollout-title' },
    h('h3', { id: 'rollout-title' }, t('rollout.title')),
    h('p', { class: 'muted' }, t('rollout.lede')),
    legend(stages, rollout),
    h(
      'div',
      { class: 'columns-of-places' },
      places.map(place => chart(place, stages, rollout)),
    ),
    table(rollout, stages, old?.querySelector('details')?.open),
  );
}

const nameOf = place => (place.area ? text(place.area.name) : t('rollout.whole'));

function legend(stages, rollout) {
  const used = i => [rollout.whole, ...rollout.provinces].some(p => [...p.months, p.now].some(point => point.furthest[i] > 0));
  const anyNone = rollout.whole.months.some(point => point.none > 0);
  return h(
    'ul',
    { class: 'legend stage-legend' },
    anyNone ? h('li', {}, h('i', { class: 'no-stage' }), t('rollout.none')) : null,
    stages.map((stage, i) => (used(i) ? h('li', {}, h('i', { 'data-step': stage.step }), say(stage.name)) : null)),
  );
}

function chart(place, stages, rollout) {
  const last = place.months.length - 1;
  return h(
    'figure',
    { class: `rollout-chart${place.area ? '' : ' of-all'}` },
    h('figcaption', {}, h('b', {}, nameOf(place)), ' ', h('span', {}, t('rollout.tambons', { n: count(place.tambons) }))),
    h(
      'div',
      { class: 'rollout-columns', role: 'img', 'aria-label': inWords(place, stages, rollout) },
      rollout.months.map((month, i) => {
        const point = place.months[i];
        return h(
          'div',
          { class: `rollout-column${i === last ? ' latest' : ''}`, title: point ? tip(month, point, stages) : text(month.name) },
          h('span', { class: `stack${point ? '' : ' ahead'}` }, point ? blocks(point, stages) : null),
          h('span', { class: 'month-name' }, monthName(month.from)),
        );
      }),
    ),
    h('p', { class: 'rollout-now' }, now(place, stages, rollout)),
  );
}

/** From the lowest stage below to the highest above; what no stage is shown of stands on top. */
function blocks(point, stages) {
  const part = (n, properties) => (n > 0 ? h('i', { ...properties, vars: { share: n } }, h('b', {}, count(n))) : null);
  return [
    ...[...stages.keys()].reverse().map(i => part(point.furthest[i], { 'data-step': stages[i].step })),
    part(point.none, { class: 'no-stage' }),
  ];
}

const list = (point, stages) =>
  [
    ...stages.map((stage, i) => [point.furthest[i], text(stage.name)]),
    [point.none, t('rollout.none')],
  ]
    .filter(([n]) => n > 0)
    .map(([n, name]) => `${name} ${count(n)}`)
    .join(' · ');

const tip = (month, point, stages) => `${text(month.name)}: ${list(point, stages)}`;

function now(place, stages, rollout) {
  const untold = place.untold.reduce((all, n) => all + n, 0);
  return [
    rollout.businessDate ? h('b', {}, t('rollout.now', { day: day(rollout.businessDate) }), ' ') : null,
    list(place.now, stages),
    untold ? h('small', {}, ' ', t('rollout.untold', { n: count(untold) })) : null,
  ];
}

function inWords(place, stages, rollout) {
  const months = place.months.map((point, i) => tip(rollout.months[i], point, stages));
  return t('rollout.words', { name: nameOf(place), n: place.tambons, months: months.join('; ') });
}

/** The same in numbers, and one question more: how many had reached a stage at all. */
function table(rollout, stages, open) {
  return h(
    'details',
    { class: 'as-table', open: Boolean(open) },
    h('summary', {}, t('rollout.table')),
    h('p', { class: 'muted' }, t('rollout.table.lede')),
    h(
      'div',
      { class: 'scrolling', tabindex: 0, role: 'region', 'aria-label': t('rollout.table') },
      h(
        'table',
        { class: 'stage-table' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, t('rollout.stage')),
            rollout.months.map(month => h('th', { scope: 'col' }, text(month.name))),
          ),
        ),
        h(
          'tbody',
          {},
          stages.map((stage, i) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, h('i', { 'data-step': stage.step }), say(stage.name)),
              rollout.months.map((month, m) =>
                h('td', {}, rollout.whole.months[m] ? count(rollout.whole.months[m].reached[i]) : '–'),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
