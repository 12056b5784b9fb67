/** Media type to send a description with, by its file name; the content decides in the end. */
export function mediaTypeOf(fileName: string): string {
  if (/\.json$/i.test(fileName)) return 'application/json';
  if (/\.(?:graphqls?|gql)$/i.test(fileName)) return 'application/graphql';
  if (/\.proto$/i.test(fileName)) return 'text/x-protobuf';
  return 'application/yaml';
}
