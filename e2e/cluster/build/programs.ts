import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The programs of a real control plane, all of them other people's. */
export type ProgramName =
  | 'etcd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'spiderpool-controller'
  | 'spiderpool-agent';

/** A Go module in this folder that pins programs as tools. */
export interface GoModule {
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

/** A module as it is pinned now. */
export interface PinnedModule extends GoModule {
  /** Of its subject. */
  version: string;
  /** Where `go` works on it. */
  directory: string;
  /** The text of its `go.mod`. */
  goMod: string;
  /** What its builds are kept under; another one for other versions, another machine or another way to build. */
  key: string;
}

/** What `go build` is told for every program: small, and the same wherever it is built. */
export const BUILD_FLAGS = ['-trimpath', '-p', '1'] as const;

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
  const digest = createHash('sha256')
    .update(
      JSON.stringify([goMod, goSum, BUILD_FLAGS, module.variables(version), process.platform, process.arch]),
    )
    .digest('hex')
    .slice(0, 12);
  return { ...module, version, directory, goMod, key: `${module.folder}-${version}-${digest}` };
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
