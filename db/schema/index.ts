export * from './apis.ts';
export * from './audit.ts';
export * from './gate.ts';
export * from './people.ts';
export * from './reviews.ts';
export * from './revisions.ts';
export * from './teams.ts';
