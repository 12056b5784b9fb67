interface Meaning {
  breaking?: true;
  security?: true;
}

/**
 * Kinds of change with what each means, the most important first. Breaking: a client that worked may fail. Security: who
 * may call, what comes in or what goes out is less restricted, or differently.
 */
export const CHANGE_KINDS = {
  'authentication-removed': { security: true },
  'authentication-weakened': { security: true },
  'open-operation-added': { security: true },
  'scope-removed': { security: true },
  'alternative-added': { security: true },
  'scheme-changed': { security: true },
  'directive-changed': { security: true },
  'insecure-server-added': { security: true },
  'server-added': { security: true },
  'sensitive-output-added': { security: true },
  'sensitive-input-added': { security: true },
  'limit-loosened': { security: true },
  'callback-added': { security: true },
  'authentication-added': { breaking: true, security: true },
  'scope-added': { breaking: true, security: true },
  'alternative-removed': { breaking: true, security: true },
  'sensitive-input-required': { breaking: true, security: true },
  'operation-removed': { breaking: true },
  'operation-changed': { breaking: true },
  'deprecated-without-sunset': { breaking: true },
  'sunset-earlier': { breaking: true },
  'server-removed': { breaking: true },
  'callback-removed': { breaking: true },
  'body-removed': { breaking: true },
  'required-body-added': { breaking: true },
  'body-required': { breaking: true },
  'parameter-removed': { breaking: true },
  'required-parameter-added': { breaking: true },
  'parameter-required': { breaking: true },
  'media-type-removed': { breaking: true },
  'success-removed': { breaking: true },
  'input-removed': { breaking: true },
  'required-input-added': { breaking: true },
  'input-required': { breaking: true },
  'input-retyped': { breaking: true },
  'input-narrowed': { breaking: true },
  'output-removed': { breaking: true },
  'output-optional': { breaking: true },
  'output-retyped': { breaking: true },
  'output-widened': { breaking: true },
  'type-removed': { breaking: true },
  'operation-added': {},
  'operation-deprecated': {},
  'sunset-stated': {},
  'sunset-later': {},
  'operation-revived': {},
  'operation-renamed': {},
  'parameter-added': {},
  'parameter-optional': {},
  'body-added': {},
  'body-optional': {},
  'media-type-added': {},
  'answer-added': {},
  'answer-removed': {},
  'input-added': {},
  'input-optional': {},
  'input-widened': {},
  'output-added': {},
  'output-required': {},
  'output-changed': {},
  'type-added': {},
  'scheme-added': {},
  'scheme-removed': {},
  'format-changed': {},
  'other-change': {},
} as const satisfies Record<string, Meaning>;
export type ChangeKind = keyof typeof CHANGE_KINDS;

const RANKS = new Map(Object.keys(CHANGE_KINDS).map((kind, index) => [kind, index]));

/** Lower is more important; a kind that is not known here comes last. */
export const rankOf = (kind: string): number => RANKS.get(kind) ?? RANKS.size;

export const meaningOf = (kind: ChangeKind): Meaning => CHANGE_KINDS[kind];
