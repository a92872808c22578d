#!/usr/bin/env node
import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { backupCommand, restoreCommand } from './backup.js';
import { catalogueCommand } from './catalogue.js';
import { documentsCommand } from './documents.js';
import { exits } from './exits.js';
import { migrateCommand } from './migrate.js';
import { operatorCommand } from './operator.js';
import { hubCommand, workerCommand } from './processes.js';
import { tenderCommand } from './tender.js';

// Commands load the hub's libraries when they run: a push of a file needs none of them, and starts at once.
const program = new Command('entrepot')
  .description('Entrepôt, the open B2B procurement hub.')
  .showHelpAfterError()
  .exitOverride()
  .addCommand(hubCommand())
  .addCommand(workerCommand())
  .addCommand(catalogueCommand())
  .addCommand(documentsCommand())
  .addCommand(tenderCommand())
  .addCommand(migrateCommand())
  .addCommand(operatorCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand());

// What each exit code means stands in exits.ts.
for (const command of [program, ...program.commands, ...program.commands.flatMap((c) => c.commands)]) command.exitOverride();
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exits.usage;
  else {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode ||= exits.failed;
  }
}
