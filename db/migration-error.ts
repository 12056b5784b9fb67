/** Why the database could not be brought to the newest schema, in a sentence for whoever starts the product. */
export class MigrationError extends Error {}
