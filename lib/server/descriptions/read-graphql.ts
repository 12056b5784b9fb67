import { GraphQLError, parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { JsonObject } from '#lib/domain/description/types.ts';
import { checkTexts } from './check-texts.ts';
import { refused } from './description-error.ts';
import { graphqlToJson } from './graphql-to-json.ts';
import { withinStack } from './read-yaml.ts';

/** Enough for the largest schemas in public; a token costs a few hundred bytes while it is read. */
const MOST_TOKENS = 2_000_000;

export function parseGraphql(text: string): DocumentNode {
  try {
    return withinStack(() => parse(text, { maxLexicalTokens: MOST_TOKENS, maxComments: MOST_TOKENS }));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line, column } = error.locations?.[0] ?? { line: 1, column: 1 };
    if (error.message.includes('Parsing aborted')) {
      throw refused(
        'too-many-values',
        `A GraphQL schema may have at most ${MOST_TOKENS.toLocaleString('en')} tokens.`,
      );
    }
    const fault = `in line ${line}, column ${column}: ${error.message.replace(/^Syntax Error: /, '')}`;
    throw refused('malformed', `The description is not a valid GraphQL schema: ${fault}`, [
      { pointer: '', detail: fault },
    ]);
  }
}

/** A schema in the GraphQL schema definition language as plain values. */
export function readGraphql(text: string): JsonObject {
  const document = withinStack(() => graphqlToJson(parseGraphql(text)));
  checkTexts(document);
  return document;
}
