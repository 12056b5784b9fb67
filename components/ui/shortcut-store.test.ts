import { afterEach, describe, expect, it } from 'vitest';
import { addShortcuts, pressKey, shortcutGroups } from './shortcut-store.ts';

const ran: string[] = [];
const shortcut = (keys: string, label = keys) => ({ keys, label, run: () => void ran.push(label) });
const removals: (() => void)[] = [];
const add = (title: string, ...shortcuts: ReturnType<typeof shortcut>[]) =>
  removals.push(addShortcuts({ title, shortcuts }));

afterEach(() => {
  for (const remove of removals.splice(0)) remove();
  ran.length = 0;
});

describe('pressKey', () => {
  it('runs one key and says whether it meant something', () => {
    add('Table', shortcut('j'));
    expect(pressKey('j', 10_000)).toBe(true);
    expect(pressKey('q', 20_000)).toBe(false);
    expect(ran).toEqual(['j']);
  });

  it('runs two keys after each other, in time only', () => {
    add('Go', shortcut('g a'));
    pressKey('g', 30_000);
    pressKey('a', 30_500);
    pressKey('g', 40_000);
    pressKey('a', 42_000);
    expect(ran).toEqual(['g a']);
  });

  it('prefers the pair to the single key', () => {
    add('Go', shortcut('g a'), shortcut('a'));
    pressKey('g', 50_000);
    pressKey('a', 50_100);
    pressKey('a', 50_200);
    expect(ran).toEqual(['g a', 'a']);
  });

  it('lets what came last win, and gives back when it goes', () => {
    add('Page', shortcut('j', 'page'));
    const remove = addShortcuts({ title: 'Table', shortcuts: [shortcut('j', 'table')] });
    pressKey('j', 60_000);
    remove();
    pressKey('j', 70_000);
    expect(ran).toEqual(['table', 'page']);
    expect(shortcutGroups().map((group) => group.title)).toEqual(['Page']);
  });

  it('lists groups of one title together and each key once', () => {
    add('Portal', shortcut('?'), shortcut('['));
    add('Portal', shortcut('/'), shortcut('[', 'newer'));
    expect(shortcutGroups()).toHaveLength(1);
    expect(shortcutGroups()[0]?.shortcuts.map(({ label }) => label)).toEqual(['?', 'newer', '/']);
  });
});
