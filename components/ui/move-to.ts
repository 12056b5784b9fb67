import { placePopup } from './place-popup.ts';

/** Moves a popup that is shown to its anchor, and makes it scroll where it does not fit. */
export function moveTo(
  popup: HTMLElement,
  anchor: Element,
  options: { align?: 'start' | 'end'; side?: 'above' | 'below' },
): void {
  popup.style.maxHeight = '';
  const { left, top, maxHeight } = placePopup(
    anchor.getBoundingClientRect(),
    popup.getBoundingClientRect(),
    { width: window.innerWidth, height: window.innerHeight },
    options,
  );
  Object.assign(popup.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${maxHeight}px` });
}
