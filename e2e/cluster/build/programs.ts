import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXED_VARIABLES } from './go-environment.ts';

/** The programs of a real control plane, all of them other people's. */
export type ProgramName =
  | 'etcd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'spiderpool-controller'
  | 'spiderpool-agent';

/** A Go module in this folder that pins programs as tools. */
interface GoModule {
  /** The folder beside this one that has `go.mod`. */
  folder: 'kubernetes' | 'spiderpool';
  /** The module whose version names it: `k8s.io/kubernetes`. */
  subject: string;
  programs: readonly { name: ProgramName; package: string }[];
  /**
   * Variables that the linker sets. A build of a module from outside knows no version by itself.
   * @param version `v1.32.13`
   */
  variables(version: string): Readonly<Record<string, string>>;
}

/** Two modules, because Spiderpool's client libraries are much older than those of Kubernetes: neither must see the other. */
export const modules: readonly GoModule[] = [
  {
    folder: 'kubernetes',
    subject: 'k8s.io/kubernetes',
    programs: [
      { name: 'etcd', package: 'go.etcd.io/etcd/server/v3' },
      { name: 'kube-apiserver', package: 'k8s.io/kubernetes/cmd/kube-apiserver' },
      { name: 'kube-controller-manager', package: 'k8s.io/kubernetes/cmd/kube-controller-manager' },
      { name: 'kube-scheduler', package: 'k8s.io/kubernetes/cmd/kube-scheduler' },
    ],
    variables(version) {
      const [major = '', minor = ''] = version.slice(1).split('.');
      const place = 'k8s.io/component-base/version';
      return {
        [`${place}.gitVersion`]: version,
        [`${place}.gitMajor`]: major,
        [`${place}.gitMinor`]: minor,
      };
    },
  },
  {
    folder: 'spiderpool',
    subject: 'github.com/spidernet-io/spiderpool',
    programs: [
      {
        name: 'spiderpool-controller',
        package: 'github.com/spidernet-io/spiderpool/cmd/spiderpool-controller',
      },
      { name: 'spiderpool-agent', package: 'github.com/spidernet-io/spiderpool/cmd/spiderpool-agent' },
    ],
    variables: () => ({}),
  },
];

export interface PinnedProgram {
  name: ProgramName;
  /** The main package. */
  package: string;
  /** What `go` is told to build it, but for the place of the output. */
  args: readonly string[];
}

/** A module as it is pinned now. */
export interface PinnedModule extends Pick<GoModule, 'folder' | 'subject'> {
  programs: readonly PinnedProgram[];
  /** Of its subject. */
  version: string;
  /** Where `go` works on it. */
  directory: string;
  /** The text of its `go.mod`. */
  goMod: string;
  /**
   * What its builds are kept under; another one for other versions, another kind of machine or another way to build. Go's own
   * version is no part of it, so that no Go is needed where everything is built.
   */
  key: string;
}

/** For every program: small, the same wherever it is built, and one package at a time. */
const BUILD_FLAGS = ['-trimpath', '-buildvcs=false', '-p', '1', '-v'];

/**
 * Reads what is pinned.
 * @throws Error when `go.mod` does not name the subject
 */
export function pinned(module: GoModule): PinnedModule {
  const directory = join(import.meta.dirname, '..', module.folder);
  const goMod = readFileSync(join(directory, 'go.mod'), 'utf8');
  const goSum = readFileSync(join(directory, 'go.sum'), 'utf8');
  const version = requiredVersion(goMod, module.subject);
  if (version === undefined) throw new Error(`${directory}/go.mod does not require ${module.subject}`);
  const variables = Object.entries(module.variables(version)).map(([name, value]) => `-X ${name}=${value}`);
  const linker = ['-s', '-w', ...variables].join(' ');
  const programs = module.programs.map((program) => ({
    ...program,
    args: ['build', ...BUILD_FLAGS, '-ldflags', linker, program.package],
  }));
  const digest = createHash('sha256')
    .update(JSON.stringify([goMod, goSum, programs, FIXED_VARIABLES]))
    .digest('hex')
    .slice(0, 12);
  const { folder, subject } = module;
  return { folder, subject, programs, version, directory, goMod, key: `${folder}-${version}-${digest}` };
}

/** The version of the module that a package is in. */
export function versionOfPackage(goMod: string, path: string): string | undefined {
  const parts = path.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const version = requiredVersion(goMod, parts.slice(0, length).join('/'));
    if (version !== undefined) return version;
  }
  return undefined;
}

/** The version that the text of a `go.mod` requires of a module. */
export function requiredVersion(goMod: string, path: string): string | undefined {
  const lines = goMod.split('\n').map((line) => line.trim().replace(/^require /, ''));
  return lines.find((line) => line.startsWith(`${path} v`))?.split(' ')[1];
}
