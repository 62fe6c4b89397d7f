import { expect, it } from 'vitest';
import { freshDatabase } from '../support/database.js';
it('migrates', async () => {
  const db = await freshDatabase();
  const { rows } = await db.owner.query(`select count(*) from app.lifecycle_pair`);
  console.log(rows);
  await db.drop();
});
