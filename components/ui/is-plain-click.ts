interface Press {
  button: number;
  defaultPrevented: boolean;
  metaKey: boolean;
  ctrlKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** A click that asks to go there in this tab; any modifier or other button asks the browser for something else. */
export function isPlainClick(press: Press): boolean {
  return (
    press.button === 0 &&
    !press.defaultPrevented &&
    !press.metaKey &&
    !press.ctrlKey &&
    !press.shiftKey &&
    !press.altKey
  );
}
