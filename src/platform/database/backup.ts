/**
 * Backup and restore of the hub's tables without pg_dump, which the embedded server does not bring: COPY per table out of one
 * snapshot, with a manifest of row counts, checksums and migrations. Plain text inside, so that no release of PostgreSQL and no kind of machine
 * binds it; the schema is not in it, for the migrations are what builds it.
 */
export { loadDatabase } from './backup/load.js';
export type { Manifest } from './backup/manifest.js';
export { saveDatabase } from './backup/save.js';
