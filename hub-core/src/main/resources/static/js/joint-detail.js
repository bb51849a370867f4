import { areaName } from './areas.js';
import { count } from './baht.js';
import { period } from './calendar.js';
import { h } from './elements.js';
import { t, term, text } from './language.js';
import { lineage } from './lineage.js';
import { agencyTag } from './organisations.js';

const SHAPES = {
  kind: value => text(value.name),
  organiser: value => text(value.name),
  areas: value => value.map(areaName).join(' · '),
  dates: value => period(value.startsOn, value.endsOn, value.datePrecision),
  status: value => term('status', value),
};

/** What the reports of one activity contradict each other in: the value that is believed, and what each of them says. */
export function contradictions(joint) {
  const differing = joint?.fields.filter(field => field.decision !== 'AGREED') ?? [];
  if (differing.length === 0) return null;
  return [h('h3', {}, t('joint.title')), h('p', { class: 'muted' }, t('joint.lede')), differing.map(contradiction)];
}

function contradiction({ field, decision, by, value, said }) {
  const shown = SHAPES[field.code] ?? count;
  return h(
    'details',
    { class: 'line contradiction' },
    h(
      'summary',
      {},
      h('b', {}, text(field.name)),
      ': ',
      decision === 'BELIEVED' ? shown(value) : t('joint.undecided'),
      h('small', {}, decision === 'BELIEVED' ? t('joint.by', { role: t(`joint.role.${by}`) }) : said.map(one => shown(one.value)).join(' / ')),
    ),
    said.map(one =>
      h(
        'blockquote',
        {},
        h('p', {}, agencyTag(one.agency), ' ', one.believed ? h('b', {}, shown(one.value)) : shown(one.value)),
        lineage(one.lineage),
      ),
    ),
  );
}
