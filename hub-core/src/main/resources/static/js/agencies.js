import { count } from './baht.js';
import { ago, moment } from './calendar.js';
import { h, match } from './elements.js';
import { chosen } from './filters.js';
import { icon } from './icons.js';
import { language, t, term } from './language.js';
import { say } from './marks.js';
import { openRefusals } from './refusals.js';
import { maySeeRefused, person, signIn } from './session.js';

const SIGNS = { RUNNING: 'pulse', PARKED: 'pause', SILENT: 'moon' };
const OUTCOMES = ['applied', 'stale', 'rejected'];

/** Each agency's freshness, what became of its events, and what awaits correction. */
export function drawAgencies(body, agencies, { live }) {
  const list = body.querySelector('.agencies') ?? body.appendChild(h('ul', { class: 'agencies' }));
  const minute = Math.floor(Date.now() / 60000);
  const own = person()?.agency;
  const ordered = agencies.toSorted((a, b) => (b.id === own) - (a.id === own));
  match(
    list,
    [
      ...ordered.map(agency => ({
        key: agency.id,
        sign: [language(), agency, chosen().agency, person()],
        build: () => card(agency),
      })),
      { key: 'how-to-read', sign: language(), build: howToRead },
    ],
    live,
  );
  for (const stamp of list.querySelectorAll('time'))
    if (stamp.dataset.minute !== String(minute)) {
      stamp.dataset.minute = minute;
      stamp.textContent = ago(stamp.dateTime);
    }
}

function card(agency) {
  const { received } = agency.events,
    selected = chosen().agency;
  return h(
    'li',
    { class: `agency${selected && selected !== agency.id ? ' aside' : ''}` },
    h('p', { class: `state state-${agency.state.toLowerCase()}` }, icon(SIGNS[agency.state]), term('agency.state', agency.state)),
    say(agency.name, 'h3'),
    h(
      'p',
      { class: 'heard' },
      agency.lastHeardAt
        ? [
            t('agency.heard'),
            ' ',
            h(
              'time',
              { datetime: agency.lastHeardAt, title: moment(agency.lastHeardAt), 'data-minute': '' },
              ago(agency.lastHeardAt),
            ),
          ]
        : t('agency.never'),
      agency.cadenceDays ? h('small', { class: 'cadence' }, ` · ${cadence(agency.cadenceDays)}`) : null,
    ),
    h('div', { class: 'outcomes' }, h('p', {}, t('agency.received', { n: count(received) })), outcomeBar(agency.events)),
    h(
      'p',
      { class: 'actions' },
      agency.refusals > 0
        ? attention(
            agency,
            'attention',
            'refusals',
            icon('pencil'),
            t(agency.refusals === 1 ? 'agency.refusal' : 'agency.refusals', { n: count(agency.refusals) }),
          )
        : h('span', { class: 'clean' }, icon('check'), t('agency.clean')),
      agency.events.rejected > 0
        ? attention(agency, 'quiet', 'rejections', t('agency.rejections', { n: count(agency.events.rejected) }))
        : null,
    ),
  );
}

/** Whoever has signed in is shown the rows of the own agency or of all; others how many, and how to sign in. */
function attention(agency, kind, focus, ...words) {
  if (person() && !maySeeRefused(agency)) return h('span', { class: 'muted' }, words);
  const open = () => (person() ? openRefusals(agency) : signIn());
  return h('button', { type: 'button', class: kind, 'data-focus': focus, onclick: open }, words);
}

function cadence(days) {
  return days === 1 ? t('agency.cadence.day') : t('agency.cadence', { n: count(days) });
}

function outcomeBar(events) {
  const present = OUTCOMES.filter(outcome => events[outcome] > 0);
  return [
    h(
      'div',
      { class: 'outcome-bar', 'aria-hidden': 'true' },
      present.map(outcome => h('span', { class: outcome, vars: { share: events[outcome] } })),
    ),
    h(
      'ul',
      {},
      OUTCOMES.map(outcome =>
        h('li', { class: outcome }, h('i', { 'aria-hidden': 'true' }), t(`agency.${outcome}`, { n: count(events[outcome]) })),
      ),
    ),
  ];
}

function howToRead() {
  return h('li', { class: 'agency note' }, h('h3', {}, t('agency.account.title')), h('p', {}, t('agency.account')));
}
