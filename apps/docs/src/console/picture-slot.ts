import { checkPicture } from '@semblance/picture';
import type { PictureCheck, WhichPicture } from '@semblance/picture';
import { errorPageUrl } from '@semblance/spec/error-policy';
import { serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import { localizedPath } from '../site/locale.ts';
import type { Locale } from '../site/locale.ts';
import { consoleText } from '../text/console.ts';
import type { ConsoleText } from '../text/console.ts';
import { fitPicture } from './fit-picture.ts';

/** A picture in a slot. */
export interface SlotPicture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A place for one picture: takes a file by drop, paste or choice, shows it, and says at once whether it may be sent. */
export class PictureSlotElement extends HTMLElement {
  private held: SlotPicture | undefined;
  private previewUrl = '';

  get picture(): SlotPicture | undefined {
    return this.held;
  }

  private get which(): WhichPicture {
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
      void this.takeFile(event.dataTransfer?.files[0]);
    });
    this.addEventListener('paste', (event) => void this.takeFile(event.clipboardData?.files[0]));
    const input = this.querySelector<HTMLInputElement>('input[type="file"]');
    input?.addEventListener('change', () => void this.takeFile(input.files?.[0]));
    this.querySelector('[data-action="fix"]')?.addEventListener('click', () => void this.fix());
  }

  /** Puts a picture into the slot and checks it against the limits of the chosen service type. */
  put(picture: SlotPicture): void {
    this.held = picture;
    this.say('.slot-note', '');
    this.recheck();
    void this.showPreview(picture);
    this.dispatchEvent(new CustomEvent('picture-changed', { bubbles: true }));
  }

  /** Checks again, after the service type changed. */
  recheck(): PictureCheck | undefined {
    if (this.held === undefined) return undefined;
    const check = checkPicture(this.held.bytes, { which: this.which, pixelRange: this.range });
    this.showCheck(this.held, check);
    return check;
  }

  private get range() {
    return serviceTypes[(this.dataset['serviceType'] ?? 'generic') as ServiceType];
  }

  private async takeFile(file: File | undefined): Promise<void> {
    if (file !== undefined) this.put({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }

  private async fix(): Promise<void> {
    if (this.held === undefined) return;
    const bytes = await fitPicture(this.held.bytes, this.range);
    if (bytes === undefined) return this.say('.slot-note', this.text.noPreview);
    this.put({ name: `${this.held.name.replace(/\.\w+$/u, '')}-fitted.jpg`, bytes });
    this.say('.slot-note', this.text.fixed);
  }

  private showCheck({ name, bytes }: SlotPicture, check: PictureCheck): void {
    this.dataset['ok'] = String(check.ok);
    const size = `${bytes.length.toLocaleString('en')} ${this.text.bytes}`;
    const facts = check.ok ? [check.header.format, `${check.header.width} × ${check.header.height}`, size] : [size];
    this.say('.slot-name', name);
    this.say('.slot-facts', facts.join(' · '));
    const verdict = this.querySelector('.slot-verdict');
    if (check.ok) verdict?.replaceChildren(this.text.ready);
    else verdict?.replaceChildren(codeLink(check.code, this.locale), ` ${check.detail[this.locale]}`);
    this.querySelector('[data-action="fix"]')?.toggleAttribute('hidden', check.ok);
  }

  private async showPreview({ bytes }: SlotPicture): Promise<void> {
    const image = this.querySelector('img');
    if (image === null) return;
    URL.revokeObjectURL(this.previewUrl);
    this.previewUrl = URL.createObjectURL(new Blob([bytes]));
    image.src = this.previewUrl;
    const shown = await image.decode().then(
      () => true,
      () => false,
    );
    image.hidden = !shown;
    this.querySelector('.slot-empty')?.toggleAttribute('hidden', shown);
    if (!shown) this.say('.slot-empty', this.text.noPreview);
  }

  private say(selector: string, words: string): void {
    const element = this.querySelector(selector);
    if (element !== null) element.textContent = words;
  }
}

function codeLink(code: Parameters<typeof errorPageUrl>[0], locale: Locale): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = localizedPath(locale, new URL(errorPageUrl(code)).pathname);
  link.textContent = code;
  return link;
}
