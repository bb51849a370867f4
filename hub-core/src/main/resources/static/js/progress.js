import { read } from './api.js';
import { h, match } from './elements.js';
import { chosen } from './filters.js';
import { language } from './language.js';
import { complaints } from './complaints.js';
import { milestoneCalendar } from './milestones.js';
import { results } from './results.js';
import { rolloutCharts } from './rollout.js';

const MOST_NAMED = 200;

/** How far the programme has come in a fiscal year. */
export async function readProgress(fiscalYear) {
  const { province, agency, kind } = chosen();
  const [rollout, milestones, achieved, counted] = await Promise.all([
    read('/rollout', { province, fiscalYear }),
    read('/milestones', { province, agency, fiscalYear, size: MOST_NAMED }),
    read('/results', { province, agency, kind, fiscalYear }),
    read('/complaints', { province, agency, fiscalYear }),
  ]);
  return { rollout, milestones, achieved, counted };
}

export function drawProgress(body, { rollout, milestones, achieved, counted }, { live }) {
  match(
    body,
    [
      { key: 'rollout', sign: [language(), rollout], build: old => rolloutCharts(rollout, old) },
      { key: 'milestones', sign: [language(), milestones], build: old => milestoneCalendar(milestones, old) },
      {
        key: 'outcome',
        sign: [language(), achieved, counted],
        build: () => h('div', { class: 'outcome' }, results(achieved), complaints(counted)),
      },
    ],
    live,
  );
}
