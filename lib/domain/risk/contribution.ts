/** One named part of a risk score: its points and the sentence that explains them. */
export interface Contribution {
  code: string;
  points: number;
  message: string;
}
