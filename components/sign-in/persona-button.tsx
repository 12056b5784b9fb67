import type { SignInChoices } from '#lib/domain/people/sign-in-choices.ts';

interface PersonaButtonProps {
  persona: SignInChoices['personas'][number];
  isBusy: boolean;
  isDisabled: boolean;
  onChoose: () => void;
}

export function PersonaButton({ persona, isBusy, isDisabled, onChoose }: PersonaButtonProps) {
  return (
    <button
      type="button"
      onClick={onChoose}
      disabled={isDisabled}
      aria-busy={isBusy}
      className="flex h-full w-full flex-col items-start rounded-md border border-line bg-raised p-4 text-left hover:border-accent disabled:cursor-default"
    >
      <span className="text-14 font-semibold text-text">{persona.name}</span>
      <span className="text-12 text-muted">{persona.title}</span>
      <span className="mt-2 text-13 text-muted">{persona.about}</span>
    </button>
  );
}
