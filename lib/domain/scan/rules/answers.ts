import type { ResolvedPlace } from '../resolved.ts';
import type { KeyedNode } from '../rule.ts';

/** Where the answer with a status is missing, or where it has no content. */
export function missingAnswer(node: KeyedNode, status: string): ResolvedPlace[] {
  const { place } = node;
  const answer = node.child(place, status);
  if (!answer || !answer.value) return [answer ?? place];
  if (typeof answer.value !== 'object') return [answer];
  const content = node.child(answer, 'content');
  if (!content) return [answer];
  return content.value ? [] : [content];
}
