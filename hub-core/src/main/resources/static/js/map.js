import { areaName } from './areas.js';
import { h, s } from './elements.js';
import { t, text } from './language.js';
import { cells, fit, outline, project } from './tessellation.js';

const WIDTH = 300,
  HEIGHT = 210;
const shapes = new Map();

/**
 * A schematic map of a province: one cell per tambon around its point, shaded by programme stage. `stageOf` gives a tambon's
 * stage ({stage, name, step 0..1}) or nothing outside the programme.
 */
export function provinceMap(province, stageOf, running, open) {
  const tambons = province.children.flatMap(amphoe => amphoe.children.map(tambon => ({ ...tambon, amphoe })));
  const located = tambons.filter(tambon => tambon.lat != null && tambon.lon != null);
  if (located.length < 3) return null;
  const inProgramme = tambons.filter(tambon => stageOf(tambon));
  const lost = inProgramme.filter(tambon => tambon.lat == null);
  const mark = tambon => {
    const stage = stageOf(tambon);
    return {
      stage,
      label: `${areaName(tambon)} ${areaName(tambon.amphoe)} – ${stage ? text(stage.name) : t('province.outside')}`,
    };
  };
  const paths = shape(province.code, located)
    .sort((a, b) => Boolean(stageOf(a)) - Boolean(stageOf(b)))
    .map(tambon => {
      const { stage, label } = mark(tambon);
      return s(
        'g',
        { class: stage ? 'cell in' : 'cell', 'data-step': stage?.step, onclick: stage ? () => open(tambon) : null },
        s('title', {}, label),
        s('path', { d: outline(tambon.cell) }),
        stage && running.has(stage.stage) ? s('circle', { cx: tambon.x.toFixed(1), cy: tambon.y.toFixed(1), r: 2.6 }) : null,
      );
    });
  return h(
    'div',
    { class: 'map' },
    s(
      'svg',
      {
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        role: 'img',
        'aria-label': t('province.map', { name: text(province.name), n: inProgramme.length }),
      },
      paths,
    ),
    h(
      'p',
      { class: 'off-map' },
      lost.length
        ? [
            h('span', {}, t('province.offMap'), ' '),
            lost.map(tambon =>
              h(
                'button',
                {
                  type: 'button',
                  class: 'cell-button',
                  'data-step': stageOf(tambon).step,
                  title: mark(tambon).label,
                  onclick: () => open(tambon),
                },
                areaName(tambon),
              ),
            ),
          ]
        : null,
    ),
  );
}

function shape(code, located) {
  if (!shapes.has(code)) {
    shapes.set(code, fit(cells(project(located)), WIDTH, HEIGHT, 4));
  }
  const drawn = new Map(shapes.get(code).map(cell => [cell.code, cell]));
  return located.map(tambon => ({ ...tambon, ...pick(drawn.get(tambon.code)) }));
}

const pick = ({ x, y, cell }) => ({ x, y, cell });
