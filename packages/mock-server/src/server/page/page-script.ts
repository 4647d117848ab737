/* The functions of this file are sent to the browser as text, so each may use only the names listed in `pageScript`. */
import type { JournalEntry, PictureSummary } from '../../record/journal-entry.ts';
import type { InstanceView } from '../../session/instance-registry.ts';
import type { PageTexts } from './page-texts.ts';

interface PageState {
  readonly sessions: readonly string[];
  readonly pending: readonly {
    readonly scenario: string;
    readonly times: number | 'all';
    readonly operation: string;
  }[];
  readonly instances: readonly InstanceView[];
  readonly chaos: {
    readonly errorRate?: number;
    readonly latency?: unknown;
    readonly faultRates?: Record<string, number>;
  } | null;
  readonly signature: string;
}

/** State shared by the functions, set on `window` by `startPage`. */
interface Page {
  readonly texts: Readonly<Record<'en' | 'zh', PageTexts>>;
  language: 'en' | 'zh';
  session: string;
  open: number | undefined;
  seen: string;
}

declare const page: Page;

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`There is no #${id}.`);
  return element;
}

function text(name: string): string {
  return page.texts[page.language][name] ?? name;
}

/** Makes an element. Content is inserted as text, never as markup, because names and codes come from callers. */
function make(tag: string, content: string | readonly Node[] = '', className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  if (typeof content === 'string') element.textContent = content;
  else element.append(...content);
  return element;
}

async function ask(path: string, method = 'GET', body?: unknown): Promise<unknown> {
  const query = new URLSearchParams(page.session === '' || path === 'reset' ? {} : { session: page.session });
  if (path === 'use') query.set('replace', 'yes');
  const init =
    method === 'GET'
      ? {}
      : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) };
  const response = await fetch(`api/${path}?${query}`, init);
  const answer = (await response.json()) as { readonly error?: string };
  if (!response.ok) throw new Error(answer.error ?? String(response.status));
  return answer;
}

async function act(path: string, method: string, body?: unknown): Promise<void> {
  try {
    await ask(path, method, body);
    byId('problem').textContent = '';
  } catch (error) {
    byId('problem').textContent = error instanceof Error ? error.message : String(error);
  }
  await refresh();
}

async function refresh(): Promise<void> {
  try {
    const [state, entries] = await Promise.all([ask('state'), ask('journal')]);
    const seen = JSON.stringify([state, entries, page.language, page.open]);
    byId('lost').textContent = '';
    if (seen === page.seen) return;
    page.seen = seen;
    showState(state as PageState);
    showJournal(entries as readonly JournalEntry[]);
  } catch {
    byId('lost').textContent = text('lost');
  }
}

function showState(state: PageState): void {
  byId('signature').textContent = state.signature;
  const steps = state.pending.map((step) =>
    make('li', [
      make('code', step.scenario),
      make('span', step.times === 'all' ? text('all') : `${text('times')} ${step.times}`, 'sub'),
    ]),
  );
  byId('pending').replaceChildren(...(steps.length === 0 ? [make('li', text('nothing'), 'sub')] : steps));
  const instances = state.instances.map(showInstance);
  byId('instances').replaceChildren(...(instances.length === 0 ? [make('li', text('anyInstance'), 'sub')] : instances));
  const select = byId('session') as HTMLSelectElement;
  if (document.activeElement !== select) {
    select.replaceChildren(
      ...state.sessions.map(
        (name) => new Option(name === '' ? text('default') : name, name, false, name === page.session),
      ),
    );
  }
  showChaos(state.chaos);
}

function showInstance({ name, status }: InstanceView): HTMLElement {
  const select = document.createElement('select');
  for (const value of ['running', 'loading', 'suspended', 'expired', 'draining'])
    select.append(new Option(value, value, false, value === status));
  select.setAttribute('aria-label', name);
  select.addEventListener('change', () => {
    void act(`instances/${encodeURIComponent(name)}`, 'PUT', { status: select.value, lifecycle: null });
  });
  return make('li', [make('code', name), select]);
}

function showChaos(chaos: PageState['chaos']): void {
  const values: Record<string, number> = {
    errorRate: chaos?.errorRate ?? 0,
    resets: chaos?.faultRates?.['connection-reset'] ?? 0,
    latency: typeof chaos?.latency === 'number' ? chaos.latency : 0,
  };
  for (const [id, value] of Object.entries(values)) {
    const input = byId(id) as HTMLInputElement;
    if (document.activeElement !== input) input.value = String(value);
    const shown = id === 'latency' ? `${input.value}` : `${Math.round(Number(input.value) * 100)} %`;
    byId(`${id}-value`).textContent = shown;
  }
}

function sendChaos(): void {
  const value = (id: string): number => Number((byId(id) as HTMLInputElement).value);
  void act('chaos', 'PUT', {
    errorRate: value('errorRate'),
    latency: value('latency'),
    faultRates: { 'connection-reset': value('resets') },
  });
}

function showJournal(entries: readonly JournalEntry[]): void {
  const rows = entries.toReversed().flatMap(showEntry);
  byId('entries').replaceChildren(...rows);
  byId('empty').hidden = rows.length > 0;
  byId('table').hidden = rows.length === 0;
}

function showEntry(entry: JournalEntry): HTMLElement[] {
  const { reply } = entry;
  const row = make('tr', '', 'entry');
  row.tabIndex = 0;
  const tags = [...new Set([reply.scenario, reply.fault])]
    .filter((tag) => tag !== undefined)
    .map((tag) => make('span', tag, 'tag'));
  const unanswered = reply.fault === 'connection-reset' || reply.fault === 'never-answers';
  const status = unanswered ? '—' : String(reply.status);
  const outcome = unanswered ? '' : reply.code === 0 ? `${text('score')} ${reply.score}` : String(reply.code ?? '');
  row.append(
    make('td', String(entry.number)),
    make('td', new Date(entry.receivedAtMs).toLocaleTimeString(), 'time'),
    make('td', [make('div', `${entry.method} ${entry.action ?? ''}`), make('div', entry.instanceName ?? '', 'sub')]),
    make('td', [make('div', showPicture(entry.primary)), make('div', showPicture(entry.secondary))], 'sub'),
    make('td', [
      make('b', status, unanswered ? 's5' : `s${Math.floor(reply.status / 100)}`),
      make('span', ` ${outcome}`),
      ...tags,
    ]),
  );
  const toggle = (): void => {
    page.open = page.open === entry.number ? undefined : entry.number;
    void refresh();
  };
  row.addEventListener('click', toggle);
  row.addEventListener('keydown', ({ key }) => key === 'Enter' && toggle());
  if (page.open !== entry.number) return [row];
  const cell = make('td', [make('pre', JSON.stringify(entry, null, 2))]);
  cell.setAttribute('colspan', '5');
  return [row, make('tr', [cell])];
}

function showPicture(picture: PictureSummary): string {
  switch (picture.kind) {
    case 'absent':
      return text('noPicture');
    case 'address':
      return text('uploaded');
    case 'unreadable':
      return `${text('unreadable')}, ${picture.bytes} B`;
    case 'picture':
      return `${picture.format.toUpperCase()} ${picture.width} × ${picture.height}, ${picture.bytes} B`;
  }
}

function showTexts(): void {
  document.documentElement.lang = page.language;
  document.title = text('title');
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
    element.textContent = text(element.dataset['text'] ?? '');

  byId('plan').setAttribute('placeholder', text('hint'));
  page.seen = '';
}

async function fillScenarios(): Promise<void> {
  const scenarios = (await ask('scenarios')) as readonly {
    readonly name: string;
    readonly httpStatus?: number;
    readonly meaning?: { readonly en: string; readonly zh: string };
  }[];
  const options = scenarios.map(({ name, httpStatus, meaning }) => {
    const label = meaning === undefined ? '' : `${httpStatus} ${meaning[page.language]}`;
    return new Option(label, name);
  });
  byId('scenarios').replaceChildren(...options);
}

function usePlan(plan: string): void {
  void act('use', 'POST', { plan });
}

function startPage(): void {
  const plan = byId('plan') as HTMLInputElement;
  byId('use').addEventListener('submit', (event) => {
    event.preventDefault();
    usePlan(plan.value);
  });
  for (const button of document.querySelectorAll<HTMLElement>('[data-plan]'))
    button.addEventListener('click', () => usePlan(button.dataset['plan'] ?? ''));
  byId('reset').addEventListener('click', () => void act('chaos', 'PUT', null).then(() => act('reset', 'POST')));
  byId('clear').addEventListener('click', () => void act('journal', 'DELETE'));
  byId('language').addEventListener('click', () => {
    page.language = page.language === 'en' ? 'zh' : 'en';
    showTexts();
    void fillScenarios().then(refresh);
  });
  for (const id of ['errorRate', 'resets', 'latency']) byId(id).addEventListener('change', sendChaos);
  byId('session').addEventListener('change', (event) => {
    page.session = (event.target as HTMLSelectElement).value;
    void refresh();
  });
  byId('try').textContent =
    `curl '${location.origin}/?Action=CompareSimilarByImage&Version=2020-12-14&Format=JSON&InstanceName=mock-DeniedRequest'`;
  showTexts();
  void fillScenarios();
  void refresh();
  setInterval(() => {
    if (!document.hidden) void refresh();
  }, 1000);
}

/** The page's script, as text. */
export function pageScript(texts: Readonly<Record<'en' | 'zh', PageTexts>>): string {
  const functions = [
    byId,
    text,
    make,
    ask,
    act,
    refresh,
    showState,
    showInstance,
    showChaos,
    sendChaos,
    showJournal,
    showEntry,
    showPicture,
    showTexts,
    fillScenarios,
    usePlan,
    startPage,
  ];
  const language = "navigator.language.startsWith('zh') ? 'zh' : 'en'";
  const page = `const page = { texts: ${JSON.stringify(texts)}, language: ${language}, session: '', open: undefined, seen: '' };`;
  return [page, ...functions.map(String), 'startPage();'].join('\n').replaceAll('</', '<\\/');
}
