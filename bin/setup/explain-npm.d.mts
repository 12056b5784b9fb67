export function explainNpm(result: { output: string; missing?: boolean }): Error & { hint: string };
