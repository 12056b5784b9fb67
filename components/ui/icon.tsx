import type { IconName } from './icon-names.ts';

/**
 * A decorative icon in the colour of the text around it. The drawing is in the style sheet (app/styles/icons.css), so an
 * icon costs no script. `size` is in pixels; give what the icon means in words beside it, or on the button.
 */
export function Icon({
  name,
  size = 16,
  className = '',
}: {
  name: IconName;
  size?: number;
  className?: string;
}) {
  return (
    <span
      aria-hidden
      className={`icon i-${name} ${className}`}
      style={size === 16 ? undefined : { width: size, height: size }}
    />
  );
}
