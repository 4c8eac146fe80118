import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { chartDefinitions } from './chart-definitions.ts';
import { goBuild } from './go-build.ts';
import { CannotBuild, requireGo } from './go-toolchain.ts';
import { modules, pinned, versionOfPackage } from './programs.ts';
import type { PinnedModule, PinnedProgram, ProgramName } from './programs.ts';
import { removeUnfinished, unfinished } from './unfinished.ts';

/** What a control plane is started from. */
export interface BuiltPrograms {
  /** The paths of the programs. */
  paths: Readonly<Record<ProgramName, string>>;
  /** The CustomResourceDefinitions of Spiderpool's chart, as YAML files. */
  definitions: string;
  /** `v1.32.13` */
  kubernetesVersion: string;
  spiderpoolVersion: string;
}

interface BuildSettings {
  /** How long all of it may take, in milliseconds. */
  timeLimit?: number;
  /** Ends it before. */
  signal?: AbortSignal;
  /** Receives a line of progress, not too often. */
  report: (line: string) => void;
}

/** Minutes that a build may take: several times what it takes on two cores. */
export const LONGEST_BUILD = 90;
const BETWEEN_REPORTS = 10_000;

/**
 * Builds what is not in the cache yet. With everything in the cache neither Go nor the network is needed.
 * @throws CannotBuild with a sentence for the user
 */
export async function buildPrograms({
  timeLimit = LONGEST_BUILD * 60_000,
  signal,
  report,
}: BuildSettings): Promise<BuiltPrograms> {
  const cache = cacheFolder(process.env);
  const deadline = Date.now() + timeLimit;
  const paths: Partial<Record<ProgramName, string>> = {};
  const versions: Partial<Record<PinnedModule['folder'], string>> = {};
  let definitions = '';
  for (const module of modules.map(pinned)) {
    const folder = join(cache, module.key);
    mkdirSync(folder, { recursive: true });
    removeUnfinished(folder);
    versions[module.folder] = module.version;
    for (const program of module.programs) {
      const output = join(folder, program.name);
      paths[program.name] = output;
      if (!existsSync(output)) await build(program, module, output, { deadline, signal, report });
    }
    if (module.folder === 'spiderpool') definitions = chartDefinitions(module, folder);
  }
  const { kubernetes: kubernetesVersion = '', spiderpool: spiderpoolVersion = '' } = versions;
  return { paths: paths as Record<ProgramName, string>, definitions, kubernetesVersion, spiderpoolVersion };
}

interface Progress {
  deadline: number;
  signal: AbortSignal | undefined;
  report: (line: string) => void;
}

async function build(
  program: PinnedProgram,
  module: PinnedModule,
  output: string,
  { deadline, signal, report }: Progress,
): Promise<void> {
  requireGo();
  const { name } = program;
  const started = Date.now();
  const left = deadline - started;
  if (left <= 0) throw new CannotBuild(`there was no time left to build ${name}`);
  report(`Building ${name} ${versionOfPackage(module.goMod, program.package) ?? ''} …`);
  let packages = 0;
  let told = started;
  const made = unfinished(output);
  try {
    await goBuild({
      module,
      program,
      output: made,
      timeLimit: left,
      signal,
      onPackage(path) {
        packages += 1;
        if (Date.now() - told < BETWEEN_REPORTS) return;
        told = Date.now();
        report(`  ${name}: ${packages} packages compiled in ${elapsed(started)}, now ${path}`);
      },
    });
    renameSync(made, output);
  } finally {
    rmSync(made, { force: true });
  }
  report(`Built ${name} in ${elapsed(started)}.`);
}

function elapsed(since: number): string {
  const seconds = Math.round((Date.now() - since) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
