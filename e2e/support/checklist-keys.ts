import type { Locator, Page } from '@playwright/test';
import { expect } from './portal.ts';

/** The checklist of a review, worked through with `j k y n a` and nothing else. */
export class ChecklistKeys {
  readonly #page: Page;
  readonly #questions: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#questions = page.getByRole('navigation', { name: 'Checklist' }).getByRole('button');
  }

  async count(): Promise<number> {
    await expect(this.#questions.first()).toBeVisible();
    return this.#questions.count();
  }

  /** Indexes of the questions in a state, as the list says it: `Open`, `Yes`, `No`. */
  async inState(word: string): Promise<number[]> {
    await this.count();
    const texts = await this.#questions.allTextContents();
    return texts.flatMap((text, index) => (text.startsWith(`${word}: `) ? [index] : []));
  }

  /** Moves there one question at a time, as far as it is. */
  async goTo(index: number): Promise<void> {
    let at = await this.#current();
    while (at !== index) {
      const next = at + Math.sign(index - at);
      await this.#page.keyboard.press(next > at ? 'j' : 'k');
      await this.#expectAt(next);
      at = next;
    }
  }

  /** Answers the question it is at, and waits to be taken to the next open one. */
  async answer(key: 'y' | 'n' | 'a', word: string): Promise<void> {
    const at = await this.#current();
    const open = (await this.inState('Open')).filter((index) => index !== at);
    await this.#page.keyboard.press(key);
    await expect(this.#questions.nth(at)).toContainText(`${word}: `);
    const next = open.find((index) => index > at) ?? open[0];
    if (next !== undefined) await this.#expectAt(next);
  }

  #expectAt(index: number) {
    return expect(this.#questions.nth(index)).toHaveAttribute('aria-current', 'true');
  }

  async #current(): Promise<number> {
    await expect(this.#questions.and(this.#page.locator('[aria-current=true]'))).toHaveCount(1);
    return this.#questions.evaluateAll((all) => all.findIndex((one) => one.hasAttribute('aria-current')));
  }
}
