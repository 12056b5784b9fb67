/** `node scan-with-gatehouse.ts FILE`: reads, parses and scans one description, and prints how many places were found. */
import { readFileSync } from 'node:fs';
import { scanDescription } from '../../lib/domain/scan/scan-description.ts';
import { openApiFormat } from '../corpus.ts';

const document = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
console.log(scanDescription({ format: openApiFormat(document), document }).occurrences.length);
