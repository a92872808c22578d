import 'reflect-metadata';
import { runHub, untilStopped } from '#libs/platform';
import { rooms } from './hub.module.js';

await untilStopped(
  () => runHub(process.env, rooms),
  ({ hub, database, config }) => {
    const lines = [
      `Entrepôt listens on ${hub.url}`,
      `  portal   ${hub.url}/`,
      `  GraphQL  ${hub.url}/graphql`,
      `  REST     ${hub.url}/api/docs`,
      `  ready    ${hub.url}/ready`,
      `  database ${database.embedded ? 'embedded' : 'as DATABASE_URL says'}, worker ${config.worker === 'inline' ? 'in this process' : 'in processes of its own'}`,
    ];
    console.log(lines.join('\n'));
  },
);
