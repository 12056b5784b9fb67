import { wordsOf } from '../scan/words-of.ts';

/** What a name of a parameter or property gives away about its value. */
export type Sensitivity = 'secret' | 'personal' | 'privileged' | 'address';

/** How the kinds are called in a sentence about a property. */
export const SENSITIVITY_NAMES = {
  secret: 'a secret',
  personal: 'personal data',
  privileged: 'a privilege',
  address: 'an address that the API may call',
} as const satisfies Record<Sensitivity, string>;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/,\s*/));

/** Single words, and words that only mean this next to each other. */
const WORDS: Readonly<Record<Sensitivity, ReadonlySet<string>>> = {
  secret: words(
    `password, passwd, pwd, passphrase, secret, secrets, token, jwt, apikey, otp, totp, mfa, pin, cvv, cvc, credential,
    credentials, api key, access key, private key, client secret, password hash`,
  ),
  personal: words(
    `email, e mail, phone, mobile, ssn, passport, birthday, birthdate, birth date, date birth, dob, gender, nationality,
    religion, ethnicity, salary, firstname, first name, lastname, last name, surname, fullname, full name, family name,
    given name, iban, street, zipcode, zip code, postal code, diagnosis, health record, social security, tax id,
    national id, card number, credit card, account number, home address, postal address, billing address,
    shipping address, street address, ip address, driver license, drivers license, driving licence, geo location`,
  ),
  privileged: words(
    `role, roles, user role, admin, is admin, superuser, is staff, permission, permissions, privilege, privileges,
    access level, balance, credit, owner id, tenant id, verified, is verified, approved, is approved, discount, price`,
  ),
  address: words(
    `url, uri, href, webhook, callback, redirect, endpoint, return to, callback url, redirect uri, image url, target url`,
  ),
};

const ORDER: readonly Sensitivity[] = ['secret', 'personal', 'privileged', 'address'];
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, Sensitivity | null>();

/** What a name such as `passwordHash`, `date_of_birth`, `isAdmin` or `callback_url` gives away; null for all others. */
export function sensitivityOf(name: string): Sensitivity | null {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const parts = wordsOf(name).filter((word) => word !== 'of');
  const pairs = parts.slice(1).map((word, index) => `${parts[index]} ${word}`);
  const found = ORDER.find((kind) => [...pairs, ...parts].some((word) => WORDS[kind].has(word))) ?? null;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, found);
  return found;
}
