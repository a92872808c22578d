import 'reflect-metadata';
import { runHub, untilStopped } from '#libs/platform';

await untilStopped(
  async () => {
    const program = await runHub(process.env, async () => (await import('./hub.module.js')).rooms);
    const { startDemo } = await import('./demo/start-demo.js');
    const demo = await startDemo(program);
    const close = async (): Promise<void> => {
      await demo?.stop();
      await program.close();
    };
    return { ...program, demo, close };
  },
  ({ hub, database, config, demo }) => {
    const lines = [
      `Entrepôt listens on ${hub.url}`,
      `  portal   ${hub.url}/`,
      `  GraphQL  ${hub.url}/graphql`,
      `  REST     ${hub.url}/api/docs`,
      `  ready    ${hub.url}/ready`,
      `  database ${database.embedded ? 'embedded' : 'as DATABASE_URL says'}, worker ${config.worker === 'inline' ? 'in this process' : 'in processes of its own'}`,
      ...(demo?.lines ?? []),
    ];
    console.log(lines.join('\n'));
  },
);
