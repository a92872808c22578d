import { Command } from 'commander';

/** `entrepot operator`: the first operator of a hub without demo data. No default password: a link that works once. */
export const operatorCommand = (): Command =>
  new Command('operator')
    .description('Gives an empty hub its operator and prints a link, good for seven days, by which he sets his password.')
    .requiredOption('--email <address>', 'e-mail address of the first administrator')
    .option('--name <name>', 'name of the operating organisation', 'Hub operator')
    .action(async ({ email, name }: { email: string; name: string }) => {
      const [{ bootstrapOperator, Letters }, { makeDataSource, openDatabase, PublicAddress, readConfig, Sentences, UnitOfWork }] =
        await Promise.all([import('#libs/organizations'), import('#libs/platform')]);
      const config = readConfig(process.env);
      const database = await openDatabase(config);
      const dataSource = await makeDataSource(database.urls.appUrl, [], {}).initialize();
      try {
        const letters = new Letters(Sentences.load(), new PublicAddress(config));
        const made = await bootstrapOperator(new UnitOfWork(dataSource), { email, name }, letters);
        console.log(made.outcome === 'INVITED' ? `Open this link to begin:\n${made.link}` : 'The hub has an operator already.');
      } finally {
        await dataSource.destroy();
        await database.close();
      }
    });
