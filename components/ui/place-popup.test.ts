import { describe, expect, it } from 'vitest';
import { placePopup } from './place-popup.ts';

const screen = { width: 1000, height: 600 };
const popup = { width: 200, height: 300 };

describe('placePopup', () => {
  it('hangs below its anchor, aligned with its start', () => {
    const placed = placePopup({ left: 100, top: 50, width: 80, height: 32 }, popup, screen);
    expect(placed).toEqual({ left: 100, top: 86, maxHeight: 506, side: 'below' });
  });

  it('aligns with the end of its anchor', () => {
    const placed = placePopup({ left: 500, top: 50, width: 80, height: 32 }, popup, screen, { align: 'end' });
    expect(placed.left).toBe(380);
  });

  it('flips above when there is no room below', () => {
    const placed = placePopup({ left: 100, top: 500, width: 80, height: 32 }, popup, screen);
    expect(placed).toMatchObject({ side: 'above', top: 196 });
  });

  it('stays on the wanted side when the other has even less room, and shrinks', () => {
    const placed = placePopup(
      { left: 100, top: 200, width: 80, height: 32 },
      { width: 200, height: 900 },
      screen,
    );
    expect(placed).toMatchObject({ side: 'below', maxHeight: 356 });
  });

  it('never leaves the window sideways', () => {
    expect(placePopup({ left: 980, top: 50, width: 10, height: 10 }, popup, screen).left).toBe(792);
    expect(placePopup({ left: -50, top: 50, width: 10, height: 10 }, popup, screen).left).toBe(8);
    expect(
      placePopup({ left: 0, top: 50, width: 40, height: 10 }, { width: 2000, height: 10 }, screen).left,
    ).toBe(8);
  });
});
