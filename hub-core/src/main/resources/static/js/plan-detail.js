import { Problem, read, segment } from './api.js';
import { areaName } from './areas.js';
import { day } from './calendar.js';
import { definitions, refreshed, show } from './dialog.js';
import { h } from './elements.js';
import { stances } from './item-detail.js';
import { t, term, text } from './language.js';
import { lineage } from './lineage.js';
import { basisMark, filledMark, say, statusMark } from './marks.js';
import { names } from './organisations.js';

/** Everything about one plan. */
export function openPlan(id) {
  let plan = null,
    problem = null;
  const build = () =>
    plan
      ? {
          title: say(plan.title),
          subtitle: [plan.joint ? t('detail.joint') : say(plan.programme.name), ' ', basisMark(plan.basis, plan.filledIn)],
          content: about(plan),
        }
      : {
          title: t('plan.title'),
          content: h(
            'p',
            { class: 'muted' },
            problem ? (problem.words ? text(problem.words) : t('state.error')) : t('state.loading'),
          ),
        };
  show(build);
  read(`/plans/${segment(id)}`)
    .then(
      found => {
        plan = found;
      },
      failure => {
        if (!(failure instanceof Problem)) throw failure;
        problem = failure;
      },
    )
    .finally(() => refreshed(build));
}

function about(plan) {
  const memo = plan.memorandum;
  return [
    definitions([
      [t('detail.status'), term('planStatus', plan.status)],
      [t('detail.objective'), plan.objective && say(plan.objective)],
      [t('detail.lead'), say(plan.lead.name)],
      [t('detail.partners'), names(plan.partners)],
      [t('detail.where'), [plan.areas.map(a => areaName(a.area)).join(' · '), filledMark(plan, 'areas')]],
      [
        t('detail.memorandum'),
        memo && [
          names(memo.parties),
          h('br'),
          memo.signedOn
            ? t('detail.memorandum.signed', { day: day(memo.signedOn) })
            : memo.dueOn
              ? t('detail.memorandum.due', { day: day(memo.dueOn) })
              : '',
        ],
      ],
      [t('detail.note'), plan.note && say(plan.note)],
      [t('detail.publisher'), [text(plan.agency.name), h('small', {}, ` ${t('detail.revision', { n: plan.revision })}`)]],
    ]),
    plan.milestones.length
      ? [
          h('h3', {}, t('detail.milestones'), filledMark(plan, 'milestones')),
          h(
            'ul',
            { class: 'milestones' },
            plan.milestones.map(milestone =>
              h(
                'li',
                {},
                statusMark(milestone.status, 'MILESTONE'),
                say(milestone.title),
                h('small', {}, day(milestone.doneOn ?? milestone.dueOn)),
              ),
            ),
          ),
        ]
      : null,
    plan.joint ? [h('h3', {}, t('detail.agreed')), stances(plan.stances), disregarded(plan.disregarded)] : null,
    plan.lineage ? [h('h3', {}, t('detail.source')), lineage(plan.lineage)] : null,
  ];
}

function disregarded(list) {
  return list?.length ? [h('p', { class: 'muted' }, t('stance.disregarded')), stances(list)] : null;
}
