/** `node scan-with-spectral.ts FILE`: the same with Spectral and its OWASP ruleset. */
import { readFileSync } from 'node:fs';
import { lintWithSpectral } from './spectral.ts';

const file = process.argv[2] ?? '';
console.log((await lintWithSpectral(file, readFileSync(file, 'utf8'))).length);
