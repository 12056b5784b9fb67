import { NothingHere } from '#components/shell/nothing-here.tsx';
import { buttonClass } from '#components/ui/button-class.ts';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <NothingHere
        way={
          // The browser's own link: what ours needs would be sent with every page for the sake of this one.
          <a href="/" className={buttonClass('secondary', 'md', false)}>
            My work
          </a>
        }
      />
    </main>
  );
}
