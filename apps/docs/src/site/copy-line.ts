/** A line with a copy button that confirms copying. */
export class CopyLine extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    button?.addEventListener('click', () => void this.copy(button));
  }

  private async copy(button: HTMLButtonElement): Promise<void> {
    await navigator.clipboard.writeText(this.dataset['line'] ?? '');
    button.textContent = this.dataset['copied'] ?? '';
  }
}
