import { noAnswer, readProblem } from './api-problem.ts';
import { apiUrl } from './api.ts';

/** Hands a file to the person. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Fetches all rows of a list under a filter as CSV and hands them over. Throws ApiProblem. */
export async function downloadCsv(path: string, query: string, name: string): Promise<void> {
  const response = await fetch(apiUrl(path, query), {
    headers: { accept: 'text/csv' },
    credentials: 'same-origin',
  }).catch(() => {
    throw noAnswer();
  });
  if (!response.ok) throw await readProblem(response);
  saveFile(await response.blob(), name);
}

/** One row of a small table as CSV (RFC 4180). Texts that a spreadsheet would take for a formula are made harmless. */
export function csvRow(cells: readonly (string | number)[]): string {
  return cells
    .map((cell) => {
      const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}
