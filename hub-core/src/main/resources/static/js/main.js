import { drawAgencies } from './agencies.js';
import { read, readAll, renew } from './api.js';
import { time } from './calendar.js';
import { chosen, offer, onFilters } from './filters.js';
import { drawFindings } from './findings.js';
import { h } from './elements.js';
import { apply, onLanguage, speak, t } from './language.js';
import { drawMoney, readMoney } from './money.js';
import { meet } from './organisations.js';
import { drawProgress, readProgress } from './progress.js';
import { offerProof } from './proof.js';
import { drawProvinces } from './provinces.js';
import { Section } from './section.js';
import { meetPerson, onPerson } from './session.js';
import { readProvinces } from './stages.js';
import { follow, gathered } from './stream.js';
import { drawSummary } from './summary.js';
import { drawTimeline } from './timeline.js';

const bodyOf = id => document.querySelector(`#${id} > .body`);

async function year() {
  return Number(chosen().year) || (await read('/clock')).fiscalYear;
}

async function readAgencies() {
  const agencies = await read('/agencies');
  meet(agencies);
  offer({ agencies });
  return agencies;
}

async function readPlan() {
  const { province, agency, kind, q } = chosen();
  const [clock, provinces, fiscalYear, agencies] = await Promise.all([
    read('/clock'),
    read('/areas', { depth: 3 }),
    year(),
    readAgencies(),
  ]);
  const list = await readAll('/action-plan', { province, agency, kind, q, fiscalYear });
  offer({ provinces, kinds: list.items.filter(item => item.type === 'ACTIVITY').map(item => item.kind) });
  return { list, clock, provinces, agencies };
}

async function readSummary() {
  const [clock, agencies, { provinces }] = await Promise.all([read('/clock'), readAgencies(), readProvinces()]);
  const [items, budget, findings] = await Promise.all([
    read('/action-plan', { fiscalYear: clock.fiscalYear, size: 1 }),
    read('/budget', { fiscalYear: clock.fiscalYear, size: 1 }),
    read('/findings', { status: 'OPEN', size: 1 }),
  ]);
  return { clock, agencies, provinces, items, budget, findings };
}

async function readFindings() {
  const { province, agency } = chosen(),
    fiscalYear = await year();
  const found = status => readAll('/findings', { province, agency, status }, 500);
  const [open, answered, acknowledged, dismissed, resolved, rules, items] = await Promise.all([
    found('OPEN'),
    found('ANSWERED'),
    found('ACKNOWLEDGED'),
    found('DISMISSED'),
    found('RESOLVED'),
    read('/findings/rules'),
    readAll('/action-plan', { fiscalYear }),
  ]);
  offer({ kinds: items.items.filter(item => item.type === 'ACTIVITY').map(item => item.kind) });
  return {
    found: [open, answered, acknowledged, dismissed, resolved].flatMap(list => list.items),
    totals: {
      open: open.total,
      answered: answered.total,
      acknowledged: acknowledged.total,
      dismissed: dismissed.total,
      resolved: resolved.total,
    },
    rules,
    items: items.items,
  };
}

const everything = [
  'plan',
  'activity',
  'budget',
  'complaint',
  'agreement',
  'answer',
  'act',
  'area',
  'finding',
  'agency',
  'reference',
  'clock',
];
const sections = {
  summary: new Section(document.getElementById('summary'), {
    families: ['plan', 'activity', 'budget', 'area', 'finding', 'answer', 'act', 'agency', 'clock'],
    load: readSummary,
    draw: drawSummary,
    skeleton: 2,
  }),
  provinces: new Section(bodyOf('provinces'), {
    families: ['plan', 'activity', 'budget', 'complaint', 'area', 'clock'],
    load: readProvinces,
    draw: drawProvinces,
    skeleton: 4,
  }),
  progress: new Section(bodyOf('progress'), {
    families: ['plan', 'activity', 'complaint', 'area', 'rollout', 'reference', 'clock'],
    load: async () => readProgress(await year()),
    draw: drawProgress,
    skeleton: 3,
  }),
  plan: new Section(bodyOf('plan'), {
    families: ['plan', 'activity', 'budget', 'agreement', 'clock'],
    load: readPlan,
    draw: drawTimeline,
    skeleton: 9,
  }),
  findings: new Section(bodyOf('findings'), {
    families: ['finding', 'answer', 'act', 'reference', 'clock'],
    load: readFindings,
    draw: drawFindings,
    skeleton: 3,
  }),
  money: new Section(bodyOf('money'), {
    families: ['budget', 'reference'],
    load: async () => readMoney(await read('/areas', { depth: 3 }), await readAgencies(), await year()),
    draw: drawMoney,
    skeleton: 4,
  }),
  agencies: new Section(bodyOf('agencies'), { families: ['agency'], load: readAgencies, draw: drawAgencies, skeleton: 4 }),
};

const linkState = document.getElementById('link-state');
let link = { state: 'connecting', updated: null };

function drawLink(change = {}) {
  link = { ...link, ...change };
  linkState.dataset.state = link.state;
  linkState.replaceChildren(
    h('i', { 'aria-hidden': 'true' }),
    h(
      'span',
      {},
      link.state === 'live' && link.updated ? t('link.updated', { time: time(link.updated) }) : t(`link.${link.state}`),
    ),
  );
}

const reload = gathered(async families => {
  renew();
  const touched = Object.entries(sections).filter(([, section]) =>
    families.some(family => family === 'reference' || section.families.has(family)),
  );
  await Promise.all(touched.map(([, section]) => section.refresh({ live: true })));
  drawLink({ updated: Date.now() });
});

onFilters(changed => {
  sections.provinces.redraw();
  sections.agencies.redraw();
  sections.plan.refresh();
  if (changed.some(name => ['province', 'agency', 'kind', 'year'].includes(name))) sections.progress.refresh();
  if (changed.some(name => ['province', 'agency', 'year'].includes(name))) {
    sections.money.refresh();
    sections.findings.refresh();
  }
});

document
  .querySelectorAll('[data-language]')
  .forEach(button => button.addEventListener('click', () => speak(button.dataset.language)));
document.addEventListener('again', () => {
  renew();
  Object.values(sections)
    .filter(section => section.failed)
    .forEach(section => section.refresh());
});
onLanguage(() => drawLink());
setInterval(() => sections.agencies.redraw(), 60_000);

apply();
drawLink();
offerProof(document.getElementById('proof'));
onPerson(() => sections.agencies.redraw());
meetPerson();

// The stream is opened first: what changes while the page loads is then not missed.
const PATIENCE = 1500;
let loaded = false;

function load() {
  loaded = true;
  Object.values(sections).forEach(section => section.refresh());
}

const unheard = setTimeout(load, PATIENCE);
follow({
  changed: change => reload([change.family]),
  reset: () => reload(everything),
  opened: resumed => {
    clearTimeout(unheard);
    if (!loaded) load();
    else if (!resumed) reload(everything);
  },
  state: state => drawLink({ state }),
});
