import { read } from './api.js';

// The stages at which a programme area counts as running: the contract of /areas/{code}.
export const RUNNING = new Set(['running', 'done']);

const STEPS = 7;

/** The programme stages in their order, with a step 1..7 for shading. */
export function ladder(provinces) {
  const seen = new Map();
  for (const province of provinces) for (const stage of province.stages) if (!seen.has(stage.stage)) seen.set(stage.stage, stage);
  const list = [...seen.values()];
  return new Map(
    list.map((stage, i) => [
      stage.stage,
      {
        stage: stage.stage,
        name: stage.name,
        step: list.length < 2 ? STEPS : 1 + Math.round((i * (STEPS - 1)) / (list.length - 1)),
      },
    ]),
  );
}

/** The provinces with what the view knows of them, and the tree of their areas. */
export async function readProvinces() {
  const tree = await read('/areas', { depth: 3 });
  const provinces = await Promise.all(tree.map(province => read(`/areas/${province.code}`)));
  return { tree, provinces };
}
