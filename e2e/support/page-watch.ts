import type { Page } from '@playwright/test';

/** The browser's own line about an answer that was an error; the address is not in it. */
const FAILED_ANSWER = /^Failed to load resource: the server responded with a status of (\d+)/;

/** Listens to pages: errors in the console, exceptions nobody caught, and what the content policy refused. */
export class PageWatch {
  readonly problems: string[] = [];
  readonly #expected = new Set<number>();

  /** Answers with this status are part of the test. */
  expectStatus(status: number): void {
    this.#expected.add(status);
  }

  async add(page: Page): Promise<void> {
    const note = (what: string) => this.problems.push(`${new URL(page.url()).pathname}: ${what}`);
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      const text = message.text();
      const [, status] = FAILED_ANSWER.exec(text) ?? [];
      if (status && this.#expected.has(Number(status))) return;
      note(`${text} ${message.location().url}`);
    });
    page.on('pageerror', (error) => note(error.message));
    await page.exposeBinding('gatehouseRefused', (_source, what: string) =>
      note(`refused by policy: ${what}`),
    );
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const told = window as Window & { gatehouseRefused?: (what: string) => void };
        told.gatehouseRefused?.(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
  }
}
