// Writes app/styles/icons.css from the names in components/ui/icon-names.ts: each icon becomes a mask, so pages carry no
// drawing and no script for it.
import { readFileSync, writeFileSync } from 'node:fs';
import { LUCIDE_ICONS, OWN_ICONS } from '../components/ui/icon-names.ts';
import { ownDrawings } from '../components/ui/own-drawings.ts';

const folder = new URL('../node_modules/lucide-react/dist/esm/icons/', import.meta.url);

const element = ([tag, attributes]) =>
  `<${tag}${Object.entries(attributes)
    .filter(([key]) => key !== 'key')
    .map(([key, value]) => ` ${key}='${value}'`)
    .join('')}/>`;

const dataUrl = (svg) => `url("data:image/svg+xml,${svg.replace(/[#%<>"]/g, encodeURIComponent)}")`;

async function lucide(name) {
  const file = new URL(`${name}.mjs`, folder);
  // Renamed icons keep a file under the old name that only points to the new one.
  const renamed = /export \{ default \} from '\.\/([^']+)'/.exec(readFileSync(file, 'utf8'))?.[1];
  const { __iconData } = await import(renamed ? new URL(renamed, folder) : file);
  const drawing = __iconData.node;
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='1.85' stroke-linecap='round' stroke-linejoin='round'>${drawing.map(element).join('')}</svg>`;
}

const own = (name) =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>${ownDrawings[name]}</svg>`;

const rule = (name, svg) => `.i-${name} {\n  --icon: ${dataUrl(svg)};\n}`;

const rules = [];
for (const name of LUCIDE_ICONS) rules.push(rule(name, await lucide(name)));
for (const name of OWN_ICONS) rules.push(rule(name, own(name)));

writeFileSync(
  new URL('../app/styles/icons.css', import.meta.url),
  `/* Written by bin/make-icons.mjs. Drawings of Lucide are under the ISC licence, https://lucide.dev/license */
.icon {
  display: inline-block;
  flex: none;
  width: 16px;
  height: 16px;
  background: currentColor;
  forced-color-adjust: none;
  -webkit-mask: var(--icon) center / contain no-repeat;
  mask: var(--icon) center / contain no-repeat;
}

${rules.join('\n')}
`,
);
