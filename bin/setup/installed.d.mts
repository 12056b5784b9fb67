export function writeStamp(folder: string, dev: boolean): void;
export function isStamped(folder: string, dev: boolean): boolean;
export function hadDevelopmentPackages(folder: string): boolean;
export function missingPackages(folder: string, dev: boolean, only?: 'all' | 'dev-only'): string[];
