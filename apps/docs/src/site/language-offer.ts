const storageKey = 'semblance-language-offer';

/** Shows itself to browsers whose first language is Chinese, until it is dismissed once. */
export class LanguageOffer extends HTMLElement {
  connectedCallback(): void {
    this.hidden = !navigator.language.toLowerCase().startsWith('zh') || isOfferDismissed();
    this.querySelector('button')?.addEventListener('click', () => this.dismiss());
  }

  private dismiss(): void {
    this.hidden = true;
    try {
      localStorage.setItem(storageKey, 'dismissed');
    } catch {
      // Without storage it is offered again on the next page.
    }
  }
}

/** Whether Chinese was offered to this browser and turned down. */
export function isOfferDismissed(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return false;
  }
}
