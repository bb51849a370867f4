import { Problem } from './api.js';
import { areaName } from './areas.js';
import { baht, count } from './baht.js';
import { day } from './calendar.js';
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
  drawn = null;

export function drawFindings(body, data, { live }) {
  drawn = { body, data };
  const found = [...data.list.items].sort(byUrgency);
  const shown = whole ? found : found.slice(0, FEW);
  const list = body.querySelector('.findings') ?? body.appendChild(h('ul', { class: 'findings' }));
  match(
    list,
    shown.map(finding => ({ key: finding.id, sign: [language(), finding], build: () => card(finding, data) })),
    live,
  );
  body.querySelector(':scope > .more, :scope > .notice')?.remove();
  if (found.length === 0) body.append(h('p', { class: 'notice calm' }, icon('check'), t('findings.empty')));
  else if (found.length > FEW)
    body.append(
      h(
        'button',
        {
          type: 'button',
          class: 'quiet more',
          onclick: () => {
            whole = !whole;
            drawFindings(drawn.body, drawn.data, { live: false });
          },
        },
        whole ? t('plan.fewer') : t('findings.more', { n: count(found.length - FEW) }),
      ),
    );
}

/** What still stands first, then by severity, then the newest. */
function byUrgency(a, b) {
  const over = finding => (['RESOLVED', 'DISMISSED'].includes(finding.status) ? 1 : 0);
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
        [t('plan.group.agency'), finding.agencies.map(a => text(a.name)).join(' · ')],
        [t('money.area'), finding.areas.map(areaName).join(' · ')],
        [t('detail.money'), finding.amountSatang != null ? baht(finding.amountSatang) : null],
        [t('detail.participants'), finding.people != null ? t('findings.people', { n: count(finding.people) }) : null],
        [t('findings.method'), rule && words(rule.method)],
        [t('findings.threshold'), rule && words(rule.threshold)],
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
