import { toBase64 } from '#lib/domain/audit/base64.ts';
import { listVerifyingKeys } from '#lib/server/audit/list-verifying-keys.ts';
import { readLog } from '#lib/server/audit/read-log.ts';
import { verifyLog } from '#lib/server/audit/verify-log.ts';
import { connection } from '#lib/server/database.ts';
import type { RunCommand } from '../cli/command.ts';
import { readTextFile } from '../cli/read-text-file.ts';

export const run: RunCommand = async ({ options, connect, resolveFile, say }) => {
  const checkpoint = options.from === undefined ? null : readTextFile(resolveFile(options.from));
  await connect();
  const { db } = connection();
  const expected = checkpoint === null ? undefined : { checkpoint, keys: await listVerifyingKeys(db) };
  const { ok, size, root, older, sentences } = await verifyLog(readLog(db), expected);
  for (const sentence of sentences) say(sentence);
  const json = { ok, size, root: toBase64(root), older, sentences };
  return { text: `size ${size}\nroot ${json.root}`, json, isRefused: !ok };
};
