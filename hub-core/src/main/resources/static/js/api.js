const BASE = 'api/v1';
const LARGEST_PAGE = 500;
const underWay = new Map();
let generation = 0;

/** What the hub answered instead of data (RFC 9457), or that it could not be reached. */
export class Problem extends Error {
  constructor(status, { title, titleTh, detail, detailTh, code } = {}) {
    super(detail ?? title ?? `HTTP ${status}`);
    this.status = status;
    this.code = code ?? null;
    this.words = title ? { th: titleTh ?? title, en: title } : null;
    this.advice = detailTh ? { th: detailTh, en: detail } : null;
  }
}

/** From now on requests are asked anew even where the same one is under way: its answer may be older than a change. */
export function renew() {
  generation++;
}

export function address(path, parameters = {}) {
  const query = new URLSearchParams(
    Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
  return query.size ? `${BASE}${path}?${query}` : BASE + path;
}

/** One resource. Identical requests under way share one answer. */
export function read(path, parameters) {
  const url = address(path, parameters),
    key = `${generation} ${url}`;
  if (!underWay.has(key))
    underWay.set(
      key,
      ask(url).finally(() => underWay.delete(key)),
    );
  return underWay.get(key);
}

/** Has something changed: what the hub answers, or null where it says nothing more. */
export function send(method, path, body) {
  return ask(BASE + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

async function ask(url, how = {}) {
  const headers = { accept: 'application/json, application/problem+json', 'x-requested-with': 'page' };
  if (how.body) headers['content-type'] = 'application/json';
  let response;
  try {
    response = await fetch(url, { ...how, headers });
  } catch (unreachable) {
    throw new Problem(0, { detail: unreachable.message });
  }
  if (response.status === 204) return null;
  if (response.ok) return response.json();
  throw new Problem(response.status, await response.json().catch(() => ({})));
}

/** A whole list, page after page, up to `most` items; `total` says how many there are. */
export async function readAll(path, parameters, most = 2000) {
  const first = await read(path, { ...parameters, size: LARGEST_PAGE });
  const items = [...first.items];
  for (let page = 1; items.length < Math.min(first.total, most); page++) {
    const next = await read(path, { ...parameters, size: LARGEST_PAGE, page });
    if (!next.items.length) break;
    items.push(...next.items);
  }
  return { ...first, items };
}

export const segment = encodeURIComponent;
