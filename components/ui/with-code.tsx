/** A text in which backticks set off what is written in a description, as rules and guidance have it. */
export function WithCode({ text }: { text: string }) {
  return text.split('`').map((part, index, { length }) => {
    const isCode = index % 2 === 1 && index < length - 1;
    const isAlone = index % 2 === 1 && index === length - 1;
    if (!isCode) return isAlone ? `\`${part}` : part;
    return (
      // The parts of a text have no names but their order.
      <code key={`${index}${part}`} className="rounded-sm bg-active/60 px-1 py-px font-mono text-[0.9em]">
        {part}
      </code>
    );
  });
}
