import { Problem } from './api.js';
import { areaName } from './areas.js';
import { baht, count } from './baht.js';
import { day, moment } from './calendar.js';
import { definitions, show } from './dialog.js';
import { h, match } from './elements.js';
import { icon } from './icons.js';
import { openActivity, openItem } from './item-detail.js';
import { language, t, term, text } from './language.js';
import { lineage } from './lineage.js';
import { say } from './marks.js';
import { agencyTag } from './organisations.js';
import { openPlan } from './plan-detail.js';

const SIGNS = { INFO: 'info', NOTICE: 'eye', WARNING: 'warning' };
const ORDER = ['WARNING', 'NOTICE', 'INFO', 'UNKNOWN'];
const FEW = 6;
let whole = false,
  history = false,
  drawn = null;

/** What stands; what is resolved only where it is asked for. */
export function drawFindings(body, data, { live }) {
  drawn = { body, data };
  const found = [...data.found].sort(byUrgency),
    standing = found.filter(finding => !over(finding));
  const shown = [...(whole ? standing : standing.slice(0, FEW)), ...(history ? found.filter(over) : [])];
  const shell =
    body.querySelector('.found') ??
    body.appendChild(
      h('div', { class: 'found' }, h('p', { class: 'tally' }), h('ul', { class: 'findings' }), h('p', { class: 'tools' })),
    );
  const [tally, list, tools] = shell.children;
  tally.replaceChildren(...summary(data.totals));
  match(
    list,
    shown.map(finding => ({ key: finding.id, sign: [language(), finding], build: () => card(finding, data) })),
    live,
  );
  match(tools, [
    ...(standing.length > FEW
      ? [toggle('whole', whole ? t('plan.fewer') : t('findings.more', { n: count(standing.length - FEW) }), () => (whole = !whole))]
      : []),
    ...(data.totals.resolved + data.totals.dismissed > 0
      ? [toggle('history', t(history ? 'findings.standing' : 'findings.resolved'), () => (history = !history))]
      : []),
  ]);
}

function summary(totals) {
  const words = Object.entries(totals)
    .filter(([, number]) => number > 0)
    .map(([status, number]) => `${term('findingStatus', status.toUpperCase())} ${count(number)}`);
  return words.length === 0 ? [icon('check'), t('findings.empty')] : [words.join(' · ')];
}

function toggle(name, word, turn) {
  const again = () => {
    turn();
    drawFindings(drawn.body, drawn.data, { live: false });
  };
  const build = () => h('button', { type: 'button', class: 'quiet more', 'data-focus': name, onclick: again }, word);
  return { key: name, sign: word, build };
}

const over = finding => ['RESOLVED', 'DISMISSED'].includes(finding.status);

/** What still stands first, then by severity, then the newest. */
function byUrgency(a, b) {
  return (
    over(a) - over(b) ||
    ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
    b.since.localeCompare(a.since) ||
    a.id.localeCompare(b.id)
  );
}

function card(finding, data) {
  return h(
    'li',
    { class: `finding severity-${finding.severity.toLowerCase()}` },
    h(
      'p',
      { class: 'severity' },
      icon(SIGNS[finding.severity]),
      term('severity', finding.severity),
      finding.status === 'OPEN' ? null : h('span', { class: 'answered' }, term('findingStatus', finding.status)),
    ),
    h('h3', {}, h('button', { type: 'button', class: 'title', onclick: () => open(finding, data) }, say(finding.title))),
    say(finding.text, 'p'),
    lastAct(finding),
    finding.computable === false ? h('p', { class: 'notice' }, t('findings.notComputable')) : null,
    h(
      'p',
      { class: 'meta' },
      finding.agencies.map(agencyTag),
      finding.areas.length
        ? h(
            'span',
            {},
            finding.areas.slice(0, 3).map(areaName).join(' · '),
            finding.areas.length > 3 ? ` +${finding.areas.length - 3}` : '',
          )
        : null,
    ),
    h(
      'p',
      { class: 'stakes' },
      finding.amountSatang != null ? h('b', {}, baht(finding.amountSatang)) : null,
      finding.people != null ? h('span', {}, t('findings.people', { n: count(finding.people) })) : null,
      finding.dueOn
        ? h('span', {}, t('findings.due', { day: day(finding.dueOn) }))
        : finding.since
          ? h('span', {}, t('findings.since', { day: day(finding.since) }))
          : null,
    ),
  );
}

/** Who said what puts it where it stands, or what was said of it before its records changed. */
function lastAct({ acts, status }) {
  const [act] = acts ?? [];
  if (!act || status === 'ANSWERED') return null;
  return h('p', { class: 'meta' }, told(act), act.reason ? say(act.reason) : null);
}

function told({ kind, actor, at, holds }) {
  return h('span', {}, t(holds ? 'findings.act' : 'findings.act.before', { kind: text(kind.name), actor, at: moment(at) }));
}

function acts({ acts: done }) {
  if (!done?.length) return null;
  return [
    h('h3', {}, t('findings.acts')),
    done.map(act => h('blockquote', {}, told(act), act.reason ? say(act.reason, 'p') : null, lineage(act.lineage))),
  ];
}

function open(finding, { rules, items }) {
  const rule = rules.find(r => r.id === finding.rule);
  const known = new Map(items.map(item => [item.id, () => openItem(item)]));
  const titles = new Map(items.map(item => [item.id, item.what]));
  for (const { plan } of items) {
    if (!plan) continue;
    known.set(plan.id, () => openPlan(plan.id));
    titles.set(plan.id, plan.title);
  }
  show(() => ({
    title: say(finding.title),
    subtitle: term('severity', finding.severity),
    content: [
      say(finding.text, 'p', { class: 'large' }),
      definitions([
        [t('detail.status'), term('findingStatus', finding.status)],
        [t('plan.group.agency'), finding.agencies.map(a => text(a.name)).join(' · ')],
        [t('money.area'), finding.areas.map(areaName).join(' · ')],
        [t('detail.money'), finding.amountSatang != null ? baht(finding.amountSatang) : null],
        [t('detail.participants'), finding.people != null ? t('findings.people', { n: count(finding.people) }) : null],
        [t('findings.method'), rule && words(rule.method)],
        [t('findings.threshold'), rule && words(rule.threshold)],
        [t('findings.suspect'), rule?.suspect ? t('findings.suspect.why', { n: count(Math.round(rule.share * 100)) }) : null],
      ]),
      finding.subjects.length
        ? [
            h('h3', {}, t('findings.subjects')),
            h(
              'ul',
              { class: 'links' },
              finding.subjects.map(id => h('li', {}, subject(id, titles.get(id), known.get(id)))),
            ),
          ]
        : null,
      finding.answers?.length
        ? [
            h('h3', {}, t('findings.answers')),
            finding.answers.map(answer => h('blockquote', {}, agencyTag(answer.agency), say(answer.text, 'p'))),
          ]
        : null,
      acts(finding),
      finding.evidence.length ? [h('h3', {}, t('findings.evidence')), finding.evidence.map(lineage)] : null,
    ],
  }));
}

const words = value => (typeof value === 'object' && value !== null ? text(value) : value);

/** A subject is an activity or a plan; which, its id alone does not say. */
function subject(id, title, known) {
  return h(
    'button',
    {
      type: 'button',
      class: 'link',
      onclick: () =>
        known
          ? known()
          : openActivity(id).catch(problem => {
              if (!(problem instanceof Problem)) throw problem;
              openPlan(id);
            }),
    },
    title ? say(title) : h('code', {}, id),
  );
}
