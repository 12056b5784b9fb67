import { placePopup } from './place-popup.ts';

interface MoveOptions {
  align?: 'start' | 'center' | 'end';
  side?: 'above' | 'below';
  gap?: number;
  /** Height from which it scrolls even where there is room for more, in pixels. */
  most?: number;
}

/** Moves a popup that is shown to its anchor, and makes it scroll where it does not fit. */
export function moveTo(popup: HTMLElement, anchor: Element, { most, ...options }: MoveOptions = {}): void {
  popup.style.maxHeight = most === undefined ? '' : `${most}px`;
  const { left, top, maxHeight } = placePopup(
    anchor.getBoundingClientRect(),
    popup.getBoundingClientRect(),
    { width: window.innerWidth, height: window.innerHeight },
    options,
  );
  Object.assign(popup.style, {
    left: `${left}px`,
    top: `${top}px`,
    maxHeight: `${Math.min(maxHeight, most ?? maxHeight)}px`,
  });
}

/** Places a popup again whenever something scrolls or the window changes its size. Returns what ends that. */
export function keepPlacing(place: () => void): () => void {
  window.addEventListener('scroll', place, true);
  window.addEventListener('resize', place);
  return () => {
    window.removeEventListener('scroll', place, true);
    window.removeEventListener('resize', place);
  };
}
