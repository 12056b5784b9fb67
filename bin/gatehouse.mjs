#!/usr/bin/env node
// The operator's command line, on the pinned runtime. Standard output carries only the result of the command.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(`Gatehouse needs Node.js 20 or newer; this is ${process.version}.`);
  process.exit(3);
}
// No top-level await: an old Node.js must be able to read this file to its end.
void import('./setup/command-line.mjs').then(({ commandLine }) => commandLine(process.argv.slice(2)));
