import type { ReviewItemDto } from '#lib/domain/review/dto.ts';
import { cx } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { Progress } from '../ui/progress.tsx';
import { ANSWER_WORDS } from './answer-words.ts';

interface ItemListProps {
  items: readonly ReviewItemDto[];
  chosen: string;
  onOpen: (key: string) => void;
}

/** Every question with its state. A no that an exception covers is shown as excepted, never as passed. */
export function ItemList({ items, chosen, onOpen }: ItemListProps) {
  const answered = items.filter((item) => item.answer !== null).length;
  return (
    <nav
      aria-label="Checklist"
      className="min-w-0 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto"
    >
      <Progress label="Answered" done={answered} total={items.length} />
      <ol className="mt-3 max-h-64 overflow-y-auto lg:max-h-none">
        {items.map((item, index) => {
          const state = ANSWER_WORDS[item.answer ?? 'open'];
          const isExcepted = item.answer === 'no' && item.exceptionId !== null;
          return (
            <li key={item.key}>
              <button
                type="button"
                data-tip={item.question}
                aria-current={item.key === chosen ? 'true' : undefined}
                onClick={() => onOpen(item.key)}
                className={cx(
                  'flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-left text-13 hover:bg-hover pointer-coarse:min-h-11',
                  item.key === chosen && 'bg-active font-medium',
                )}
              >
                <Icon name={state.icon} className={cx('mt-0.5', isExcepted ? 'text-excepted' : state.ink)} />
                <span className="line-clamp-2 min-w-0 flex-1">
                  <span className="sr-only">{isExcepted ? 'Excepted' : state.word}: </span>
                  {index + 1}. {item.question}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
