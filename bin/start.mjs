#!/usr/bin/env node
// npm start: installs and builds what is missing on whatever Node.js the machine has, then serves on the pinned one.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(`Gatehouse needs Node.js 20 or newer; this is ${process.version}.`);
  console.error('Install a newer one from https://nodejs.org and start again.');
  process.exit(1);
}
// No top-level await: an old Node.js must be able to read this file to its end.
void import('./setup/start.mjs').then(({ start }) => start(process.argv.slice(2)));
