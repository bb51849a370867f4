const ROUND = 28;

/** Points (lat, lon) on a plane, north up: adds x and y, in degrees of latitude. */
export function project(points) {
  const middle = ((points.reduce((sum, p) => sum + p.lat, 0) / points.length) * Math.PI) / 180;
  return points.map(p => ({ ...p, x: p.lon * Math.cos(middle), y: -p.lat }));
}

/** Scales cells to fit a box, in the middle of it. */
export function fit(shapes, width, height, margin) {
  const corners = shapes.flatMap(shape => shape.cell);
  const [left, right] = range(corners.map(([x]) => x)),
    [top, bottom] = range(corners.map(([, y]) => y));
  const scale = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top));
  const place = (x, y) => [width / 2 + (x - (left + right) / 2) * scale, height / 2 + (y - (top + bottom) / 2) * scale];
  return shapes.map(shape => {
    const [x, y] = place(shape.x, shape.y);
    return { ...shape, x, y, cell: shape.cell.map(corner => place(...corner)) };
  });
}

const range = numbers => [Math.min(...numbers), Math.max(...numbers)];

/** The Voronoi cell of each point, cut to a circle whose size follows how close its neighbours are. */
export function cells(points) {
  const near = points.map(p =>
    points
      .filter(q => q !== p)
      .map(q => Math.hypot(p.x - q.x, p.y - q.y))
      .sort((a, b) => a - b)
      .slice(0, 3),
  );
  const typical = median(near.map(d => d[0] ?? 10));
  return points.map((p, i) => {
    const reach = Math.min(Math.max(1.25 * mean(near[i], typical), 0.9 * typical), 2.1 * typical);
    let cell = circle(p, reach);
    for (const q of points) if (q !== p && Math.hypot(p.x - q.x, p.y - q.y) < 2 * reach) cell = nearer(cell, p, q);
    return { ...p, cell };
  });
}

const mean = (list, other) => (list.length ? list.reduce((a, b) => a + b, 0) / list.length : other);
const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

function circle({ x, y }, radius) {
  return Array.from({ length: ROUND }, (_, i) => {
    const angle = (i / ROUND) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** The part of a convex polygon that is nearer to p than to q (Sutherland–Hodgman against their bisector). */
function nearer(polygon, p, q) {
  const dx = q.x - p.x,
    dy = q.y - p.y,
    limit = (q.x * q.x + q.y * q.y - p.x * p.x - p.y * p.y) / 2;
  const side = ([x, y]) => x * dx + y * dy - limit;
  const kept = [];
  polygon.forEach((here, i) => {
    const before = polygon[(i + polygon.length - 1) % polygon.length],
      a = side(before),
      b = side(here);
    if (a < 0 !== b < 0) {
      const share = a / (a - b);
      kept.push([before[0] + (here[0] - before[0]) * share, before[1] + (here[1] - before[1]) * share]);
    }
    if (b < 0) kept.push(here);
  });
  return kept;
}

export function outline(cell) {
  return `M${cell.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}
