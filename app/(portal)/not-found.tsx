import { NothingHere } from '#components/shell/nothing-here.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

/** Within the shell, which brings the page's `main` along. */
export default function NotFoundInPortal() {
  return (
    <div className="grid min-h-[70dvh] place-items-center">
      <NothingHere way={<LinkButton href="/">My work</LinkButton>} />
    </div>
  );
}
