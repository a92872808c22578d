import { rm } from 'node:fs/promises';
import pg from 'pg';

export default async function teardown() {
  const { testServer, testTemplate } = globalThis;
  if (testServer) {
    await testServer.server.stop();
    await rm(testServer.dir, { recursive: true, force: true });
    return;
  }
  const admin = new pg.Client({ connectionString: testTemplate.adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${admin.escapeIdentifier(testTemplate.template)} with (force)`);
  await admin.end();
}
