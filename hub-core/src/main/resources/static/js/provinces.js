import { amount, count, roundBaht, total } from './baht.js';
import { openArea, openAreaList } from './area-detail.js';
import { h, match } from './elements.js';
import { choose, chosen } from './filters.js';
import { icon } from './icons.js';
import { language, t, term, text } from './language.js';
import { provinceMap } from './map.js';
import { say, statusSwatch } from './marks.js';
import { RUNNING, ladder } from './stages.js';

export function drawProvinces(body, { tree, provinces }, { live }) {
  const stages = ladder(provinces);
  const list = body.querySelector('.provinces') ?? body.appendChild(h('ul', { class: 'provinces' }));
  match(
    list,
    provinces.map(province => {
      const branch = tree.find(node => node.code === province.code);
      return {
        key: province.code,
        sign: [language(), province, branch, chosen().province],
        build: () => card(province, branch, stages),
      };
    }),
    live,
  );
}

function card(province, branch, stages) {
  const focused = chosen().province === province.code;
  const stageOf = tambon => stages.get(tambon.stage);
  const open = area => openArea(area, stages);
  return h(
    'li',
    { class: `province${focused ? ' focused' : ''}${chosen().province && !focused ? ' aside' : ''}` },
    h('h3', {}, text(province.name)),
    h(
      'p',
      { class: 'headline' },
      h('span', { class: 'figure' }, count(province.programmeAreas)),
      h(
        'span',
        {},
        t('province.areas'),
        h(
          'small',
          {},
          province.runningAreas > 0 ? t('province.running', { n: count(province.runningAreas) }) : t('province.none'),
        ),
      ),
    ),
    provinceMap(branch, stageOf, RUNNING, open),
    stageBar(province, stages),
    h('dl', { class: 'facts' }, facts(province)),
    h(
      'p',
      { class: 'actions' },
      h(
        'button',
        {
          type: 'button',
          class: 'quiet',
          'data-focus': 'focus',
          'aria-pressed': String(focused),
          onclick: () => choose({ province: focused ? '' : province.code }),
        },
        t(focused ? 'province.unfocus' : 'province.focus'),
      ),
      h(
        'button',
        { type: 'button', class: 'quiet', 'data-focus': 'list', onclick: () => openAreaList(branch, stageOf, open) },
        t('province.list'),
      ),
    ),
  );
}

function stageBar(province, stages) {
  const held = province.stages.filter(stage => stage.count > 0);
  return h(
    'figure',
    { class: 'stages' },
    h('figcaption', { class: 'sr' }, t('province.stages')),
    h(
      'div',
      { class: 'stage-bar', 'aria-hidden': 'true' },
      held.map(stage => h('span', { 'data-step': stages.get(stage.stage).step, vars: { share: stage.count } })),
    ),
    h(
      'ul',
      {},
      held.map(stage =>
        h('li', {}, h('i', { 'data-step': stages.get(stage.stage).step }), say(stage.name), ' ', h('b', {}, count(stage.count))),
      ),
    ),
  );
}

function facts(province) {
  const activities = inOrder(province.activities);
  const blocked = total(province.blocked),
    { received, resolved } = province.complaints ?? { received: 0 };
  return [
    fact(
      t('province.activities'),
      activities.length === 0
        ? '–'
        : activities.map(a =>
            h(
              'span',
              { class: 'status', title: term('status', a.status) },
              statusSwatch(a.status),
              h('span', { class: 'sr' }, term('status', a.status)),
              count(a.count),
            ),
          ),
    ),
    fact(t('province.allotted'), roundBaht(amount(province.money, 'ALLOTTED'))),
    fact(t('province.blocked'), blocked ? [icon('lock'), roundBaht(blocked)] : '–', blocked ? 'blocked' : ''),
    fact(t('province.leftOut'), province.leftOut ? count(province.leftOut) : '–'),
    fact(
      t('province.complaints'),
      received ? t('province.complaints.value', { received: count(received), resolved: count(resolved ?? 0) }) : '–',
    ),
  ];
}

const STATUSES = ['DONE', 'ONGOING', 'PLANNED', 'POSTPONED', 'CANCELLED'];

/** What is done first, then what runs, then what is to come; withdrawn ones are no more in the plan either. */
function inOrder(activities) {
  return activities
    .filter(a => a.count > 0 && a.status !== 'WITHDRAWN')
    .sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
}

function fact(name, value, tint = '') {
  return h('div', {}, h('dt', {}, name), h('dd', { class: tint }, value));
}
