/** How this keyboard writes the keys that open the palette. The server, which cannot know, takes the commoner one. */
export function paletteKeys(): string {
  return typeof navigator !== 'undefined' && /Mac|iP/.test(navigator.platform) ? '⌘K' : 'Ctrl K';
}
