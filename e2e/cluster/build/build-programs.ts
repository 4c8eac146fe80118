import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { CannotBuild, goBuild, moduleFolder, requireGo } from './go-toolchain.ts';
import { modules, pinned, versionOfPackage } from './programs.ts';
import type { PinnedModule, ProgramName } from './programs.ts';

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

export interface BuildSettings {
  /** How long all of it may take, in milliseconds. */
  timeLimit: number;
  /** Ends it before. */
  signal?: AbortSignal;
  /** Receives a line of progress, not too often. */
  report: (line: string) => void;
}

const DEFINITIONS = 'definitions';
const BETWEEN_REPORTS = 10_000;

/**
 * Builds what is not in the cache yet. With everything in the cache neither Go nor the network is needed.
 * @throws CannotBuild with a sentence for the user
 */
export async function buildPrograms({ timeLimit, signal, report }: BuildSettings): Promise<BuiltPrograms> {
  const cache = cacheFolder(process.env);
  const deadline = Date.now() + timeLimit;
  const paths: Partial<Record<ProgramName, string>> = {};
  const versions: Partial<Record<PinnedModule['folder'], string>> = {};
  let definitions = '';
  for (const module of modules.map(pinned)) {
    const folder = join(cache, module.key);
    mkdirSync(folder, { recursive: true });
    versions[module.folder] = module.version;
    for (const { name, package: main } of module.programs) {
      const output = join(folder, name);
      paths[name] = output;
      if (!existsSync(output)) await build(name, main, module, output, { deadline, signal, report });
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
  name: ProgramName,
  main: string,
  module: PinnedModule,
  output: string,
  { deadline, signal, report }: Progress,
): Promise<void> {
  requireGo();
  const started = Date.now();
  const left = deadline - started;
  if (left <= 0) throw new CannotBuild(`there was no time left to build ${name}`);
  report(`Building ${name} ${versionOfPackage(module.goMod, main) ?? ''} …`);
  let packages = 0;
  let told = started;
  const unfinished = `${output}.unfinished-${process.pid}`;
  try {
    await goBuild({
      module,
      package: main,
      output: unfinished,
      timeLimit: left,
      signal,
      onPackage(path) {
        packages += 1;
        if (Date.now() - told < BETWEEN_REPORTS) return;
        told = Date.now();
        report(`  ${name}: ${packages} packages compiled in ${elapsed(started)}, now ${path}`);
      },
    });
    renameSync(unfinished, output);
  } finally {
    rmSync(unfinished, { force: true });
  }
  report(`Built ${name} in ${elapsed(started)}.`);
}

/** The chart's manifests are kept beside the programs, so that a start needs no Go. */
function chartDefinitions(module: PinnedModule, folder: string): string {
  const kept = join(folder, DEFINITIONS);
  if (existsSync(kept)) return kept;
  requireGo();
  const source = join(moduleFolder(module, module.subject), 'charts', 'spiderpool', 'crds');
  const unfinished = `${kept}.unfinished-${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  cpSync(source, unfinished, { recursive: true });
  renameSync(unfinished, kept);
  return kept;
}

function elapsed(since: number): string {
  const seconds = Math.round((Date.now() - since) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
