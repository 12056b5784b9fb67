/** What the sign-in page offers. */
export interface SignInChoices {
  /** The organisation's provider is set up. */
  hasProvider: boolean;
  /** People of the demo organisation who can be tried out; empty where there is no demonstration. */
  personas: { email: string; name: string; title: string; about: string }[];
}
