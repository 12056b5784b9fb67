export function needsBuild(root: string, hash?: string): boolean;
