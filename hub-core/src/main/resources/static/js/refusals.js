import { Problem, readAll } from './api.js';
import { count } from './baht.js';
import { moment } from './calendar.js';
import { definitions, refreshed, show } from './dialog.js';
import { h } from './elements.js';
import { icon } from './icons.js';
import { t, text } from './language.js';
import { lineage } from './lineage.js';
import { say } from './marks.js';

/** The officer's view: what of an agency could not be taken, where it stands, why, and what to do about it. */
export function openRefusals(agency) {
  let found = null,
    problem = null;
  const build = () => ({
    title: t('refusal.title'),
    subtitle: text(agency.name),
    content: problem
      ? h('p', { class: 'notice' }, problem.words ? text(problem.words) : t('state.error'))
      : !found
        ? h('p', { class: 'muted' }, t('state.loading'))
        : lists(found),
  });
  show(build);
  Promise.all([readAll('/refusals', { agency: agency.id }, 500), readAll('/rejections', { agency: agency.id }, 500)])
    .then(
      ([refusals, rejections]) => {
        found = { refusals, rejections };
      },
      failure => {
        if (!(failure instanceof Problem)) throw failure;
        problem = failure;
      },
    )
    .finally(() => refreshed(build));
}

function lists({ refusals, rejections }) {
  return [
    refusals.items.length ? refusals.items.map(refusal) : h('p', { class: 'notice calm' }, icon('check'), t('refusal.none')),
    rejections.items.length
      ? [h('h3', {}, t('rejection.title'), ' ', h('small', {}, count(rejections.total))), rejections.items.map(rejection)]
      : null,
  ];
}

function refusal(row) {
  return h(
    'article',
    { class: 'refusal' },
    h('h4', {}, icon('pencil'), say(row.reason)),
    h('p', { class: 'remedy' }, h('b', {}, t('refusal.remedy')), say(row.remedy)),
    definitions([
      [t('refusal.place'), [h('span', {}, row.system), h('br'), h('code', {}, row.container), h('br'), h('span', {}, row.place)]],
      [t('refusal.field'), row.field],
      [t('refusal.at'), moment(row.at)],
      [t('refusal.code'), h('code', {}, row.code)],
    ]),
  );
}

function rejection(row) {
  return h(
    'article',
    { class: 'refusal' },
    h('h4', {}, icon('cross'), say(row.reason)),
    h('p', { class: 'remedy' }, h('b', {}, t('refusal.remedy')), say(row.remedy)),
    definitions([
      [t('refusal.place'), row.entityId && h('code', {}, row.entityId)],
      [t('refusal.at'), moment(row.at)],
      [t('refusal.code'), h('code', {}, row.code)],
    ]),
    lineage(row.position),
  );
}
