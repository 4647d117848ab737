const storageKey = 'semblance-language-offer';

/** Shows itself to browsers whose first language is Chinese, until it is dismissed once. */
export class LanguageOffer extends HTMLElement {
  connectedCallback(): void {
    this.hidden = !isChinesePreferred();
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

/** Whether the browser's first language is Chinese, and Chinese was not turned down in it. */
export function isChinesePreferred(): boolean {
  return navigator.language.toLowerCase().startsWith('zh') && !isOfferDismissed();
}

function isOfferDismissed(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return false;
  }
}
