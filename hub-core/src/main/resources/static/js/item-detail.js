import { Problem, read, segment } from './api.js';
import { areaName } from './areas.js';
import { count } from './baht.js';
import { day, period } from './calendar.js';
import { definitions, refreshed, show } from './dialog.js';
import { h } from './elements.js';
import { contradictions } from './joint-detail.js';
import { t, term, text } from './language.js';
import { lineage } from './lineage.js';
import { basisMark, filledMark, say, stanceIcon, statusMark } from './marks.js';
import { moneyTable } from './money-table.js';
import { agencyTag, names, shortName } from './organisations.js';
import { openPlan } from './plan-detail.js';

/** A link that opens an item of the action plan. */
export function itemLink(item) {
  return h(
    'button',
    { type: 'button', class: 'link', onclick: () => openItem(item) },
    say(item.what),
    ' ',
    h('small', {}, period(item.startsOn, item.endsOn, item.datePrecision)),
  );
}

/** Everything about one item of the action plan, down to the event it came from. */
export function openItem(item) {
  let more = null;
  const build = () => ({
    title: say(item.what),
    subtitle: [say(item.kind.name), basisMark(item.basis, item.filledIn)],
    content: [about(item, more), contradictions(more?.joint), moneyTable(item.money, item.blocked), agreement(item), source(item)],
  });
  show(build);
  if (item.type !== 'ACTIVITY') return;
  read(`/activities/${segment(item.id)}`).then(
    activity => {
      more = activity;
      refreshed(build);
    },
    failure => {
      if (!(failure instanceof Problem)) throw failure;
    },
  );
}

/** Opens an activity of which only the id is known. */
export function openActivity(id) {
  return read(`/activities/${segment(id)}`).then(a =>
    openItem({
      id: a.id,
      type: 'ACTIVITY',
      what: a.title,
      kind: a.kind,
      who: { agency: a.agency, organiser: a.organiser, partners: a.partners },
      where: a.areas,
      startsOn: a.startsOn,
      endsOn: a.endsOn,
      datePrecision: a.datePrecision,
      status: a.status,
      money: a.money,
      blocked: a.blocked,
      plan: a.plan,
      agreedBy: [],
      basis: a.basis,
      filledIn: a.filledIn,
      lineage: a.lineage,
    }),
  );
}

function about(item, more) {
  const { organiser, partners, agency } = item.who;
  return definitions([
    [t('detail.status'), statusMark(item.status, item.type)],
    [t('detail.when'), [period(item.startsOn, item.endsOn, item.datePrecision), filledMark(item, 'startsOn', 'endsOn')]],
    [t('detail.organiser'), [say(organiser.name), filledMark(item, 'organiser')]],
    [t('detail.partners'), names(partners)],
    [t('detail.where'), [item.where.map(areaName).join(' · '), filledMark(item, 'areas')]],
    [t('detail.venue'), more?.venue && [more.venue, filledMark(item, 'venue')]],
    [
      t('detail.participants'),
      participants(more) && [participants(more), filledMark(item, 'participants', 'participantsTarget')],
    ],
    [t('detail.result'), more?.result && say(more.result)],
    [t('detail.note'), more?.note && say(more.note)],
    [
      t('detail.plan'),
      item.plan &&
        h(
          'button',
          { type: 'button', class: 'link', onclick: () => openPlan(item.plan.id) },
          say(item.plan.title),
          item.plan.joint ? h('small', {}, ` ${t('detail.joint')}`) : null,
        ),
    ],
    [t('detail.publisher'), [agencyTag(agency), more ? h('small', {}, ` ${t('detail.revision', { n: more.revision })}`) : null]],
    [
      t('detail.basis'),
      h(
        'span',
        {},
        term('basis', item.basis),
        ['RECORDED', 'ILLUSTRATIVE'].includes(item.basis) ? h('small', {}, ` – ${t(`basis.${item.basis}.long`)}`) : null,
      ),
    ],
  ]);
}

function participants(activity) {
  if (!activity || (activity.participants == null && activity.participantsTarget == null)) return null;
  if (activity.participants == null) return t('detail.participants.target', { target: count(activity.participantsTarget) });
  return t('detail.participants.value', {
    n: count(activity.participants),
    target: activity.participantsTarget == null ? '–' : count(activity.participantsTarget),
  });
}

function agreement(item) {
  return item.plan?.joint ? [h('h3', {}, t('detail.agreed')), stances(item.agreedBy)] : null;
}

/** Who said what to a joint plan, and when. */
export function stances(list) {
  if (!list?.length) return h('p', { class: 'muted' }, t('stance.none'));
  return h(
    'ul',
    { class: 'stances' },
    list.map(stance =>
      h(
        'li',
        {},
        stanceIcon(stance.stance),
        h('b', {}, term('stance', stance.stance)),
        h('span', {}, text(stance.party.name), speaksFor(stance)),
        h('small', {}, day(stance.statedOn), stance.planRevision ? ` · ${t('detail.revision', { n: stance.planRevision })}` : ''),
      ),
    ),
  );
}

/** Who said it, where that is not the party itself. */
function speaksFor({ party, statedBy }) {
  return statedBy && statedBy.code !== party.code
    ? h('small', { class: 'stated-by' }, t('stance.statedBy', { agency: shortName(statedBy) }))
    : null;
}

function source(item) {
  return item.lineage ? [h('h3', {}, t('detail.source')), lineage(item.lineage)] : null;
}
