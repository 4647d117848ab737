import { errorPageUrl } from '@semblance/spec/error-policy';
import { localizedPath } from '../site/locale.ts';
import type { Locale } from '../site/locale.ts';
import { consoleText } from './console-text.ts';
import type { ConsoleText } from './console-words.ts';
import type { Slot, SlotName, SlotPicture } from './state.ts';

/** A file was dropped, pasted or chosen. */
export class SlotFileEvent extends Event {
  static readonly type = 'slot-file';
  readonly file: File;

  constructor(file: File) {
    super(SlotFileEvent.type, { bubbles: true });
    this.file = file;
  }
}

/** A slot for one picture: accepts a file by drop, paste or choice, and shows the slot's state. */
export class PictureSlotElement extends HTMLElement {
  private shown: SlotPicture | undefined;
  private previewUrl = '';

  get which(): SlotName {
    return this.dataset['which'] === 'secondary' ? 'secondary' : 'primary';
  }

  private get locale(): Locale {
    return this.dataset['locale'] === 'zh' ? 'zh' : 'en';
  }

  private get text(): ConsoleText {
    return consoleText[this.locale];
  }

  connectedCallback(): void {
    this.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.dataset['dragging'] = '';
    });
    this.addEventListener('dragleave', () => delete this.dataset['dragging']);
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      delete this.dataset['dragging'];
      this.offer(event.dataTransfer?.files[0]);
    });
    this.addEventListener('paste', (event) => this.offer(event.clipboardData?.files[0]));
    const input = this.querySelector<HTMLInputElement>('input[type="file"]');
    // Browsers open the file dialog with the space bar; Enter does the same here.
    input?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      input.click();
    });
    input?.addEventListener('change', () => {
      this.offer(input.files?.[0]);
      // Allow the same file to be chosen again after it has changed on disk.
      input.value = '';
    });
  }

  private offer(file: File | undefined): void {
    if (file !== undefined) this.dispatchEvent(new SlotFileEvent(file));
  }

  /** Shows what is in the slot. */
  show({ picture, check, note }: Slot): void {
    this.say('.slot-note', note === undefined ? '' : this.text.slotNotes[note]);
    this.say('.slot-name', picture?.name ?? '');
    this.querySelector('[data-action="fix"]')?.toggleAttribute('hidden', check === undefined || check.ok);
    const verdict = this.querySelector('.slot-verdict');
    if (picture === undefined || check === undefined) {
      delete this.dataset['ok'];
      this.say('.slot-facts', '');
      verdict?.replaceChildren();
    } else {
      this.dataset['ok'] = String(check.ok);
      const size = sizeWords(picture.bytes.length, this.text);
      const facts = check.ok
        ? [check.header.format.toUpperCase(), `${check.header.width}\u00A0×\u00A0${check.header.height}`, size]
        : [size];
      this.say('.slot-facts', facts.join(' · '));
      if (check.ok) verdict?.replaceChildren(this.text.ready);
      else verdict?.replaceChildren(codeLink(check.code, this.locale), ` ${check.detail[this.locale]}`);
    }
    if (picture !== this.shown) {
      this.shown = picture;
      void this.showPreview(picture);
    }
  }

  private async showPreview(picture: SlotPicture | undefined): Promise<void> {
    const image = this.querySelector('img');
    if (image === null) return;
    URL.revokeObjectURL(this.previewUrl);
    image.hidden = true;
    this.say('.slot-empty', picture === undefined ? this.text.empty : '');
    this.querySelector('.slot-empty')?.toggleAttribute('hidden', picture !== undefined);
    if (picture === undefined) return;
    this.previewUrl = URL.createObjectURL(new Blob([picture.bytes]));
    image.src = this.previewUrl;
    const isShown = await image.decode().then(
      () => true,
      () => false,
    );
    if (picture !== this.shown) return;
    image.hidden = !isShown;
    this.querySelector('.slot-empty')?.toggleAttribute('hidden', isShown);
    if (!isShown) this.say('.slot-empty', this.text.noPreview);
  }

  private say(selector: string, words: string): void {
    const element = this.querySelector(selector);
    if (element !== null && element.textContent !== words) element.textContent = words;
  }
}

function sizeWords(bytes: number, text: ConsoleText): string {
  return bytes < 1000
    ? `${bytes}\u00A0${text.bytes}`
    : bytes < 1e6
      ? `${Math.round(bytes / 1000)}\u00A0kB`
      : `${(bytes / 1e6).toFixed(1)}\u00A0MB`;
}

function codeLink(code: Parameters<typeof errorPageUrl>[0], locale: Locale): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = localizedPath(locale, new URL(errorPageUrl(code)).pathname);
  link.textContent = code;
  return link;
}
