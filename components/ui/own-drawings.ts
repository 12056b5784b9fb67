import type { OWN_ICONS } from './icon-names.ts';

const bar = (x: number, height: number, on: boolean) =>
  `<rect x='${x}' y='${14 - height}' width='2.5' height='${height}' rx='.75'${on ? '' : " opacity='.28'"}/>`;

const level = (reached: number) =>
  [3.5, 6, 8.5, 11].map((height, step) => bar(1.25 + step * 3.65, height, step < reached)).join('');

const stroke = "fill='none' stroke='#000' stroke-width='1.5' stroke-linecap='round' stroke-linejoin='round'";

/** SVG of 16 × 16, painted as a mask: what is opaque takes the colour of the text. */
export const ownDrawings = {
  mark: "<path fill-rule='evenodd' d='M3 15V6.6a5 5 0 0 1 10 0V15h-2.4V6.8a2.6 2.6 0 0 0-5.2 0V15zM1 1h2.2v1.4h1.9V1h5.8v1.4h1.9V1H15v3.2h-1.6A6.2 6.2 0 0 0 8 .9a6.2 6.2 0 0 0-5.4 3.3H1z'/><path d='M7.2 9h1.6v6H7.2z'/>",
  'level-1': level(1),
  'level-2': level(2),
  'level-3': level(3),
  'level-4': level(4),
  'state-allowed':
    "<path fill-rule='evenodd' d='M8 1.25a6.75 6.75 0 1 1 0 13.5 6.75 6.75 0 0 1 0-13.5zm3.53 5.03-1.06-1.06L7 8.69 5.53 7.22 4.47 8.28 7 10.81z'/>",
  'state-prevented':
    "<path fill-rule='evenodd' d='M5.2 1.25h5.6l3.95 3.95v5.6l-3.95 3.95H5.2L1.25 10.8V5.2zM4.5 7.25v1.5h7v-1.5z'/>",
  'state-awaiting': `<circle cx='8' cy='8' r='6' ${stroke}/><path d='M8 3.6a4.4 4.4 0 0 1 0 8.8z'/>`,
  'state-invalid': `<circle cx='8' cy='8' r='6' ${stroke} stroke-dasharray='2.3 2.41'/><path d='M8 4.6v4' ${stroke}/><circle cx='8' cy='11' r='.95'/>`,
  'state-excepted': `<path d='M8 1.4 14.6 8 8 14.6 1.4 8z' ${stroke}/><path d='M8 5v3.2' ${stroke}/><circle cx='8' cy='10.6' r='.9'/>`,
  'state-expiring': `<circle cx='8' cy='8' r='6' ${stroke}/><path d='M8 4.7V8l2.2 1.6' ${stroke}/>`,
  'state-void': `<circle cx='8' cy='8' r='6' ${stroke}/><path d='m3.9 12.1 8.2-8.2' ${stroke}/>`,
  'severity-critical':
    "<path fill-rule='evenodd' d='M5.2 1.25h5.6l3.95 3.95v5.6l-3.95 3.95H5.2L1.25 10.8V5.2zM7.2 4.2h1.6v5H7.2zM8 10.4a1 1 0 1 1 0 2 1 1 0 0 1 0-2z'/>",
  'severity-high':
    "<path fill-rule='evenodd' d='M8 1.3c.5 0 .9.25 1.15.66l5.6 10.1c.5.9-.1 1.94-1.15 1.94H2.4c-1.05 0-1.65-1.04-1.15-1.94l5.6-10.1C7.1 1.55 7.5 1.3 8 1.3zM7.2 5.4h1.6v4H7.2zM8 10.4a.95.95 0 1 1 0 1.9.95.95 0 0 1 0-1.9z'/>",
  'severity-medium': "<path d='M8 1.6 14.4 8 8 14.4 1.6 8z'/>",
  'severity-low': `<path d='M2.5 5.5h11L8 12.5z' ${stroke}/>`,
  'severity-info': `<circle cx='8' cy='8' r='5.2' ${stroke}/><circle cx='8' cy='8' r='1.2'/>`,
} satisfies Record<(typeof OWN_ICONS)[number], string>;
