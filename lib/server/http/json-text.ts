/** An answer that is JSON already, written where writing it keeps nobody waiting. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
