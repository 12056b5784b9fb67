/** Address people and pipelines know the portal by, without a slash at its end. */
export function publicUrl(): string {
  const { GATEHOUSE_URL, PORT = '3000', HOST = '127.0.0.1' } = process.env;
  return (GATEHOUSE_URL ?? `http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}`).replace(/\/+$/, '');
}
