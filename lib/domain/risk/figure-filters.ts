/** The lists that figures open, and by what a figure may narrow each: its page has to know all of them. */
export const FIGURE_FILTERS = {
  apis: [
    'riskLevel',
    'riskMin',
    'riskMax',
    'ownership',
    'signOff',
    'gate',
    'tier',
    'expiresFrom',
    'expiresTo',
    'environment',
    'lifecycle',
    'team',
    'subtree',
    'application',
  ],
  findings: ['severity', 'state', 'lifecycle', 'team', 'subtree', 'application'],
  unowned: ['kind', 'team', 'subtree', 'application'],
} as const;

export type FigureListName = keyof typeof FIGURE_FILTERS;
