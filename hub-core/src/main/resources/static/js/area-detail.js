import { Problem, read } from './api.js';
import { areaName } from './areas.js';
import { count } from './baht.js';
import { day, period } from './calendar.js';
import { definitions, refreshed, show } from './dialog.js';
import { h } from './elements.js';
import { language, t, term, text } from './language.js';
import { itemLink, openActivity } from './item-detail.js';
import { say, statusMark } from './marks.js';
import { moneyTable } from './money-table.js';
import { openPlan } from './plan-detail.js';

/** The programme areas of a province by name: what the map shows, for those who don't use the map. */
export function openAreaList(province, stageOf, open) {
  show(() => ({
    title: t('province.list'),
    subtitle: areaName(province),
    content: province.children
      .map(amphoe => [amphoe, amphoe.children.filter(stageOf)])
      .filter(([, tambons]) => tambons.length)
      .map(([amphoe, tambons]) => [
        h('h3', {}, areaName(amphoe)),
        h(
          'ul',
          { class: 'area-list' },
          tambons
            .sort((a, b) => text(a.name).localeCompare(text(b.name), language()))
            .map(tambon =>
              h(
                'li',
                {},
                h('button', { type: 'button', class: 'link', onclick: () => open(tambon) }, areaName(tambon)),
                h('span', { class: 'stage' }, h('i', { 'data-step': stageOf(tambon).step }), text(stageOf(tambon).name)),
              ),
            ),
        ),
      ]),
  }));
}

/** What the view knows of one tambon. */
export function openArea(area, stages) {
  let known = null,
    items = null,
    reached = [],
    problem = null;
  const build = () => ({
    title: areaName(area),
    subtitle: known?.parent ? areaName(known.parent) : area.amphoe ? areaName(area.amphoe) : '',
    content: problem
      ? h('p', { class: 'notice' }, problem.words ? text(problem.words) : t('state.error'))
      : known
        ? about(known, items, stages, reached)
        : h('p', { class: 'muted' }, t('state.loading')),
  });
  show(build);
  Promise.all([read(`/areas/${area.code}`), read('/action-plan', { area: area.code, size: 100 }), read(`/areas/${area.code}/rollout`)])
    .then(([view, list, rollout]) => {
      reached = rollout.tambons.find(tambon => tambon.area.code === area.code)?.stages ?? [];
      known = view;
      items = list.items;
    })
    .catch(failure => {
      if (!(failure instanceof Problem)) throw failure;
      problem = failure;
    })
    .finally(() => refreshed(build));
}

function about(area, items, stages, reached) {
  const stage = stages.get(area.stage);
  return [
    definitions([
      [
        t('area.stage'),
        stage ? h('span', { class: 'stage' }, h('i', { 'data-step': stage.step }), text(stage.name)) : t('province.outside'),
      ],
      [t('area.plans'), count(area.plans)],
      [
        t('province.activities'),
        area.activities
          .filter(a => a.count > 0)
          .map(a => h('span', { class: 'spaced' }, statusMark(a.status), ' ', count(a.count))),
      ],
      [
        t('area.participants'),
        area.participants || area.participantsTarget
          ? t('detail.participants.value', { n: count(area.participants ?? 0), target: count(area.participantsTarget ?? 0) })
          : null,
      ],
    ]),
    reached.length ? [h('h3', {}, t('area.reached')), h('ol', { class: 'reached' }, reached.map(one => step(one, stages)))] : null,
    moneyTable(area.money, area.blocked),
    items.length
      ? [
          h('h3', {}, t('area.inPlan')),
          h(
            'ul',
            { class: 'links' },
            items.map(item => h('li', {}, itemLink(item))),
          ),
        ]
      : null,
  ];
}

function step(one, stages) {
  const shown = { DAY: day, UNKNOWN: date => t('area.reached.by', { day: day(date) }) }[one.datePrecision];
  const open = () => (one.shownBy === 'ACTIVITY' ? openActivity(one.subject) : openPlan(one.subject));
  return h(
    'li',
    {},
    h('span', { class: 'stage' }, h('i', { 'data-step': stages.get(one.stage)?.step }), say(one.name)),
    h(
      'span',
      {},
      one.reachedBy
        ? shown
          ? shown(one.reachedBy)
          : period(one.reachedBy, one.reachedBy, one.datePrecision)
        : t('area.reached.untold'),
    ),
    h('button', { type: 'button', class: 'link', onclick: open }, term('shownBy', one.shownBy)),
  );
}
