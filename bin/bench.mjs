#!/usr/bin/env node
// npm run bench [-- NAME …]: every benchmark, or those whose name contains one of the words.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(`Gatehouse needs Node.js 20 or newer; this is ${process.version}.`);
  process.exit(1);
}
// No top-level await: an old Node.js must be able to read this file to its end.
void import('./setup/bench.mjs').then(({ bench }) => bench(process.argv.slice(2)));
