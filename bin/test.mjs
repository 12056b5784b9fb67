#!/usr/bin/env node
// npm test and npm run check: installs what is missing, runs everything, ends with `N passed, N failed`.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(`Gatehouse needs Node.js 20 or newer; this is ${process.version}.`);
  process.exit(1);
}
// No top-level await: an old Node.js must be able to read this file to its end.
void import('./setup/test.mjs').then(({ test }) => test(process.argv.slice(2)));
