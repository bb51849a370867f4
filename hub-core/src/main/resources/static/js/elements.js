const SVG = 'http://www.w3.org/2000/svg';

function dress(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'vars') for (const [property, v] of Object.entries(value)) element.style.setProperty(`--${property}`, v);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** An HTML element; text children stay text, so data never becomes markup. `vars` sets CSS variables. */
export function h(tag, properties, ...children) {
  return dress(document.createElement(tag), properties, children);
}

/** An SVG element. */
export function s(tag, properties, ...children) {
  return dress(document.createElementNS(SVG, tag), properties, children);
}

/**
 * Makes the children of a parent match `entries` ({key, sign, build}) and keeps each child whose sign is the same,
 * so that focus, scroll and open details survive a reload. With `mark`, new and changed children are shown as fresh.
 */
export function match(parent, entries, mark = false) {
  const held = new Map([...parent.children].map(child => [child.dataset.key, child]));
  let place = parent.firstElementChild;
  for (const { key, sign, build } of entries) {
    const old = held.get(String(key));
    held.delete(String(key));
    if (old && old.dataset.sign === digest(sign)) {
      if (old === place) place = place.nextElementSibling;
      else parent.insertBefore(old, place);
      continue;
    }
    const fresh = build(old);
    fresh.dataset.key = key;
    fresh.dataset.sign = digest(sign);
    if (mark) fresh.classList.add('fresh');
    const focused = old?.contains(document.activeElement) ? (document.activeElement.dataset.focus ?? 'first') : null;
    if (old) {
      if (old === place) place = place.nextElementSibling;
      old.replaceWith(fresh);
      if (fresh.nextElementSibling !== place) parent.insertBefore(fresh, place);
    } else parent.insertBefore(fresh, place);
    if (focused)
      (fresh.querySelector(`[data-focus="${CSS.escape(focused)}"]`) ?? fresh.querySelector('button, a'))?.focus({ preventScroll: true });
  }
  for (const gone of held.values()) gone.remove();
}

/** A short digest of a value (FNV-1a over its JSON), enough to see that it changed. */
function digest(value) {
  const json = JSON.stringify(value);
  let hash = 0x811c9dc5;
  for (let i = 0; i < json.length; i++) hash = Math.imul(hash ^ json.charCodeAt(i), 0x01000193);
  return `${(hash >>> 0).toString(36)}.${json.length}`;
}
