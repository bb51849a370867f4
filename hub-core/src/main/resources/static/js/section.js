import { h } from './elements.js';
import { icon } from './icons.js';
import { onLanguage, t, text } from './language.js';

/**
 * A part of the page with its own data: loads them, shows that it loads, what went wrong, or the data, and draws again
 * when the language changes. What is shown stays until its
 * successor is there. To ask again is the event `again`.
 */
export class Section {
  #body;
  #load;
  #draw;
  #data;
  #turn = 0;

  constructor(body, { families, load, draw, skeleton = 3 }) {
    this.#body = body;
    this.#load = load;
    this.#draw = draw;
    this.families = new Set(families);
    body.classList.add('loading');
    body.append(
      h(
        'div',
        { class: 'skeletons', 'aria-hidden': 'true' },
        Array.from({ length: skeleton }, () => h('div', { class: 'skeleton' })),
      ),
    );
    onLanguage(() => this.redraw());
  }

  async refresh({ live = false } = {}) {
    const turn = ++this.#turn;
    this.#body.setAttribute('aria-busy', 'true');
    try {
      const data = await this.#load();
      if (turn !== this.#turn) return;
      this.#clear();
      this.#data = data;
      this.#draw(this.#body, data, { live });
    } catch (problem) {
      if (turn === this.#turn) this.#fail(problem);
    } finally {
      if (turn === this.#turn) this.#body.removeAttribute('aria-busy');
    }
  }

  redraw() {
    if (this.#data !== undefined && !this.failed) this.#draw(this.#body, this.#data, { live: false });
  }

  get failed() {
    return this.#body.querySelector(':scope > .failure') !== null;
  }

  #clear() {
    this.#body.classList.remove('loading');
    this.#body.querySelector(':scope > .skeletons')?.remove();
    this.#body.querySelector(':scope > .failure')?.remove();
  }

  #fail(problem) {
    this.#clear();
    if (!('status' in problem)) console.error(problem);
    const reason = problem.status === 0 ? t('state.offline') : problem.words ? text(problem.words) : problem.message;
    this.#body.prepend(
      h(
        'div',
        { class: 'failure', role: 'alert' },
        icon('warning'),
        h('div', {}, h('strong', {}, t('state.error')), h('p', {}, reason)),
        h(
          'button',
          {
            type: 'button',
            class: 'quiet',
            onclick: event => event.target.dispatchEvent(new CustomEvent('again', { bubbles: true })),
          },
          t('state.retry'),
        ),
      ),
    );
  }
}
