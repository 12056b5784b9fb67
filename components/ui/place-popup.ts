export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Placement {
  left: number;
  top: number;
  /** Room between the popup's edge at the anchor and the edge of the window, in pixels. */
  maxHeight: number;
  side: 'above' | 'below';
}

/** Distance kept to the edges of the window, in pixels. */
const MARGIN = 8;

/**
 * Where a popup goes, in pixels of the window: at the wanted side of its anchor, at the other when only that has room (or
 * more of it), and never over the left or right edge.
 */
export function placePopup(
  anchor: Box,
  popup: { width: number; height: number },
  window: { width: number; height: number },
  {
    side = 'below',
    align = 'start',
    gap = 4,
  }: { side?: 'above' | 'below'; align?: 'start' | 'center' | 'end'; gap?: number } = {},
): Placement {
  const roomBelow = window.height - anchor.top - anchor.height - gap - MARGIN;
  const roomAbove = anchor.top - gap - MARGIN;
  const [wanted, other] = side === 'below' ? [roomBelow, roomAbove] : [roomAbove, roomBelow];
  const isFlipped = wanted < popup.height && other > wanted;
  const isBelow = (side === 'below') !== isFlipped;
  const maxHeight = Math.max(0, isBelow ? roomBelow : roomAbove);
  const height = Math.min(popup.height, maxHeight);

  const offset = { start: 0, center: (anchor.width - popup.width) / 2, end: anchor.width - popup.width }[
    align
  ];
  const rightmost = window.width - popup.width - MARGIN;
  return {
    left: Math.round(Math.max(MARGIN, Math.min(anchor.left + offset, rightmost))),
    top: Math.round(isBelow ? anchor.top + anchor.height + gap : anchor.top - gap - height),
    maxHeight,
    side: isBelow ? 'below' : 'above',
  };
}
