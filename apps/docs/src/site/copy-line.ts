/** A line with a button that copies it and says so. */
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
